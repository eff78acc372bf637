/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which header of a column view was clicked. GTK 4.8 keeps that to itself and only offers to
 * compare two items, which would mean reading a whole table; so each column's sorter notes that it
 * was asked, and two dummies are compared. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkSorter *sel_column_order_sorter_new (int column);
int sel_column_order_get (GtkColumnView *view, gboolean *is_descending);

G_END_DECLS
