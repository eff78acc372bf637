/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/list-columns.h"

#include <glib/gi18n-lib.h>

#include "ui/lists/cell.h"
#include "ui/lists/column-order.h"

/* Under which a column of the view knows its place in the query. */
#define PLACE_KEY "sel-place"

/* Pixels beside a list, at least. */
#define SIDEBAR 230

/* On both sides of what a cell shows, as the style sheet has it. */
#define CELL_PADDING 12

/* Texts are not made narrower than this part of what they should have. */
#define NARROWEST 0.5

/* Of the column that takes the room that is left, in pixels: as wide as GtkInscription makes it, and
 * as a cell is padded. */
static int
find_least_width (void)
{
  g_autoptr (GtkWidget) inscription = g_object_ref_sink (gtk_inscription_new (NULL));
  int width;

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), SEL_CELL_LEAST_CHARS);
  gtk_widget_measure (inscription, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width + CELL_PADDING;
}

/* The width of a column that does not take the room that is left, in pixels. */
static int
find_width (const SelListColumn *about, int char_width)
{
  return ((int) about->width + 2) * char_width;
}

static gboolean
is_text (const SelListColumn *about)
{
  return about->kind == SEL_COLUMN_TEXT || about->kind == SEL_COLUMN_CHOICE;
}

static int
get_screen_width (GtkWidget *widget)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (widget));
  int width = 0;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle place;

      gdk_monitor_get_geometry (monitor, &place);
      width = MAX (width, place.width);
    }

  return width;
}

/* What part of their width the texts can have, so that the columns fit on the screen: with large
 * letters they may not, and what comes last, such as a state, would be out of sight. */
static double
find_share (GtkColumnView *view, const SelListQuery *query, int char_width)
{
  int texts = 0;
  int room = get_screen_width (GTK_WIDGET (view)) - SIDEBAR;

  for (guint i = 0; i < query->n_columns; i++)
    {
      const SelListColumn *about = &query->columns[i];

      if (about->is_extra)
        continue;
      if (about->width && is_text (about))
        texts += find_width (about, char_width);
      else
        room -= about->width ? find_width (about, char_width) : find_least_width ();
    }

  return texts ? CLAMP ((double) room / texts, NARROWEST, 1) : 1;
}

static void
add_column (GtkColumnView *view,
            const SelListQuery *query,
            guint place,
            int char_width,
            double share)
{
  const SelListColumn *about = &query->columns[place];
  g_autoptr (GtkSorter) sorter = sel_column_order_sorter_new ((int) place);
  g_autoptr (GtkColumnViewColumn) column =
    gtk_column_view_column_new (_ (about->label), sel_cell_factory_new (query, place));

  g_object_set_data (G_OBJECT (column), PLACE_KEY, GUINT_TO_POINTER (place));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (about->width)
    gtk_column_view_column_set_fixed_width (
      column, (int) (find_width (about, char_width) * (is_text (about) ? share : 1)));
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
  const double share = find_share (view, query, char_width);

  for (guint i = 0; i < query->n_columns; i++)
    add_column (view, query, i, char_width, share);
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
