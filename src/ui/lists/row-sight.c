/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/row-sight.h"

#include "ui/lists/cell.h"
#include "ui/lists/row-selection.h"

/* Where the rows are; the menu of a row may be a child of the view as well. */
static GtkWidget *
get_list (GtkColumnView *view)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));

  while (!GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

void
sel_row_sight_scroll_to (GtkColumnView *view, guint position)
{
  gtk_widget_activate_action (get_list (view), "list.scroll-to-item", "u", position);
}

static gboolean
focus_cb (GtkWidget *view, G_GNUC_UNUSED GdkFrameClock *clock, gpointer n_ticks)
{
  GtkWidget *list = get_list (GTK_COLUMN_VIEW (view));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  GtkSelectionModel *selection = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  guint place, position;

  if ((*(guint *) n_ticks)++ == 0)
    return G_SOURCE_CONTINUE;
  if (selection == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, list))
    return G_SOURCE_REMOVE;

  place = sel_row_selection_get_place (SEL_ROW_SELECTION (selection));
  for (GtkWidget *row = gtk_widget_get_first_child (list); row;
       row = gtk_widget_get_next_sibling (row))
    if (sel_cell_find_position (row, &position) && position == place)
      {
        gtk_widget_grab_focus (row);
        break;
      }
  return G_SOURCE_REMOVE;
}

/* A row that has the focus comes back into sight with it, as when a dialog above closes. So where
 * one of @view has it, the selected one gets it, once it is laid out: in the frame after the next
 * tick. The model of @view is a #SelRowSelection. */
void
sel_row_sight_focus_selected (GtkColumnView *view)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (view), focus_cb, g_new0 (guint, 1), g_free);
}
