/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sel_exchange_schema_dup_text (void);

G_END_DECLS
