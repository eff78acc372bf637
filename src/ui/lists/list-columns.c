/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/list-columns.h"

#include <glib/gi18n-lib.h>

#include "ui/lists/cell.h"
#include "ui/lists/column-order.h"

/* Under which a column of the view knows its place in the query. */
#define PLACE_KEY "sel-place"

static void
add_column (GtkColumnView *view, const SelListQuery *query, guint place, int char_width)
{
  const SelListColumn *about = &query->columns[place];
  g_autoptr (GtkSorter) sorter = sel_column_order_sorter_new ((int) place);
  g_autoptr (GtkColumnViewColumn) column =
    gtk_column_view_column_new (_ (about->label), sel_cell_factory_new (query, place));

  g_object_set_data (G_OBJECT (column), PLACE_KEY, GUINT_TO_POINTER (place));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (about->width)
    gtk_column_view_column_set_fixed_width (column,
                                            (int) about->width * char_width + 2 * char_width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

static int
get_char_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

/* Gives @view all columns of @query. */
void
sel_list_columns_add (GtkColumnView *view, const SelListQuery *query)
{
  const int char_width = get_char_width (GTK_WIDGET (view));

  for (guint i = 0; i < query->n_columns; i++)
    add_column (view, query, i, char_width);
}

/* Lets @order have the columns that are shown just now, as they were moved. */
void
sel_list_columns_read (GtkColumnView *view, SelListOrder *order)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  const guint n_columns = g_list_model_get_n_items (columns);

  order->n_columns = 0;
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (GObject) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (GTK_COLUMN_VIEW_COLUMN (column)))
        order->columns[order->n_columns++] =
          GPOINTER_TO_UINT (g_object_get_data (column, PLACE_KEY));
    }
}
