/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Whether what came in with the exchange was taken back. */
#define SEL_SQL_IS_UNDONE(exchange)                                      \
  "EXISTS (SELECT 1 FROM act done JOIN act undone ON undone.undoes = done.id" \
  " WHERE done.exchange = " exchange ")"
