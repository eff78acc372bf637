/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a list are selected: a place each, and where the list is read anew the record that
 * stood there. GtkMultiSelection holds the items of all that is selected; once that is everything,
 * it has read the whole table. */
#pragma once

#include <gtk/gtk.h>

#include "store/list-model.h"

G_BEGIN_DECLS

#define SEL_TYPE_ROW_SELECTION (sel_row_selection_get_type ())
G_DECLARE_FINAL_TYPE (SelRowSelection, sel_row_selection, SEL, ROW_SELECTION, GObject)

SelRowSelection *sel_row_selection_new (SelListModel *model);
guint sel_row_selection_get_place (SelRowSelection *self);
GArray *sel_row_selection_get_ids (SelRowSelection *self);
void sel_row_selection_select (SelRowSelection *self, guint place);
void sel_row_selection_find (SelRowSelection *self);

G_END_DECLS
