/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists beside the pages, whose rows are told apart by their position alone: what they show lies
 * in an array of the list's own. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkSingleSelection *sel_page_rows_new (GtkListView *view);
void sel_page_rows_set_n (GtkSingleSelection *rows, guint n);
void sel_page_rows_select (GtkSingleSelection *rows, GtkListView *view, guint row);

G_END_DECLS
