/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a list: the id of its record and the texts of its columns. It never changes: an edit
 * goes to the store and comes back as a new row. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SEL_TYPE_ROW (sel_row_get_type ())
G_DECLARE_FINAL_TYPE (SelRow, sel_row, SEL, ROW, GObject)

SelRow *sel_row_new (gint64 id, char **take_texts);
gint64 sel_row_get_id (SelRow *self);
const char *sel_row_get_text (SelRow *self, guint column);
gboolean sel_row_is_equal (SelRow *self, SelRow *other);

G_END_DECLS
