/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/column-order.h"

#include "store/row.h"

/* The column whose sorter was asked first in the comparison that is going on. */
static int first_asked;

static int
note_column_cb (G_GNUC_UNUSED gconstpointer a, G_GNUC_UNUSED gconstpointer b, gpointer user_data)
{
  first_asked = GPOINTER_TO_INT (user_data);
  return -1;
}

/* A sorter that marks its column as one that can be sorted by. */
GtkSorter *
sel_column_order_sorter_new (int column)
{
  return GTK_SORTER (gtk_custom_sorter_new (note_column_cb, GINT_TO_POINTER (column), NULL));
}

/* The column that @view is sorted by, or -1. */
int
sel_column_order_get (GtkColumnView *view, gboolean *is_descending)
{
  g_autoptr (SelRow) dummy = sel_row_new (0, g_new0 (char *, 1));
  g_autoptr (SelRow) other = sel_row_new (0, g_new0 (char *, 1));
  GtkOrdering ordering;

  first_asked = -1;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (view), dummy, other);
  *is_descending = ordering == GTK_ORDERING_LARGER;
  return first_asked;
}
