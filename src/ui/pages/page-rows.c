/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-rows.h"

/**
 * sel_page_rows_new:
 *
 * Returns: (transfer full): what @view shows from now on: no rows yet, of which none need be
 *   selected
 */
GtkSingleSelection *
sel_page_rows_new (GtkListView *view)
{
  GtkSingleSelection *rows = gtk_single_selection_new (G_LIST_MODEL (gtk_string_list_new (NULL)));

  gtk_single_selection_set_autoselect (rows, FALSE);
  gtk_single_selection_set_can_unselect (rows, TRUE);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (rows));
  return rows;
}

void
sel_page_rows_set_n (GtkSingleSelection *rows, guint n)
{
  GListModel *model = gtk_single_selection_get_model (rows);
  g_autofree const char **names = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = "";
  gtk_string_list_splice (GTK_STRING_LIST (model), 0, g_list_model_get_n_items (model), names);
}

/* Selects a row, or none if there is no such, and brings it into sight. */
void
sel_page_rows_select (GtkSingleSelection *rows, GtkListView *view, guint row)
{
  const gboolean is_there = row < g_list_model_get_n_items (G_LIST_MODEL (rows));

  gtk_single_selection_set_selected (rows, is_there ? row : GTK_INVALID_LIST_POSITION);
  if (is_there) /* GTK 4.8 has no other way */
    gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", row);
}
