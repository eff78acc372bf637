/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* When what came in with the exchange was taken back (UTC); NULL while it stands. */
#define SEL_SQL_UNDONE_AT(exchange)                                                 \
  "(SELECT undone.made_at FROM act done JOIN act undone ON undone.undoes = done.id" \
  " WHERE done.exchange = " exchange " LIMIT 1)"

#define SEL_SQL_IS_UNDONE(exchange) "(" SEL_SQL_UNDONE_AT (exchange) " IS NOT NULL)"
