/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people write into the cells of a table, as the text that a field takes. */
#pragma once

#include "domain/cell.h"
#include "domain/field.h"

G_BEGIN_DECLS

gboolean sel_roster_value_read (const SelField *field,
                                const SelCell *cell,
                                char **text,
                                GError **error);
gboolean sel_roster_date_read (const SelCell *cell, GDate *date);
gboolean sel_roster_clock_read (const SelCell *cell, guint *minutes);
gboolean sel_roster_birth_read (const SelCell *cell, char **place, GDate *date);
gboolean sel_roster_nik_is_lost (const SelCell *cell);

const char *sel_roster_find_choice (const SelChoice *choices, const char *text);

G_END_DECLS
