/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/column-chooser.h"

#include <glib/gi18n-lib.h>

/* In the preferences: for each column that is not as it is made, whether it is shown. */
#define KEY "columns"

/* Also of an action, which has no underscores. */
static char *
dup_name (const SelListQuery *query, guint position)
{
  return g_strdelimit (g_strdup_printf ("%s-%s", query->name, query->columns[position].name), "_",
                       '-');
}

static gboolean
has_visible (GListModel *columns)
{
  const guint n = g_list_model_get_n_items (columns);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        return TRUE;
    }

  return FALSE;
}

/* The last one stays: rows without any say nothing. */
static void
visible_changed_cb (GObject *column, G_GNUC_UNUSED GParamSpec *pspec, gpointer user_data)
{
  GSettings *settings = user_data;
  const char *name = g_object_get_data (column, "name");
  g_autoptr (GVariant) old = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  gboolean is_shown;

  if (!has_visible (gtk_column_view_get_columns (
        gtk_column_view_column_get_column_view (GTK_COLUMN_VIEW_COLUMN (column)))))
    {
      gtk_column_view_column_set_visible (GTK_COLUMN_VIEW_COLUMN (column), TRUE);
      return;
    }

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sb}"));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&sb}", &other, &is_shown))
    if (!g_str_equal (other, name))
      g_variant_builder_add (&builder, "{sb}", other, is_shown);
  g_variant_builder_add (&builder, "{sb}", name,
                         gtk_column_view_column_get_visible (GTK_COLUMN_VIEW_COLUMN (column)));
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/**
 * sel_column_chooser_new:
 * @widget: gets the actions of the menu
 * @view: its columns are those of @query, in their order
 *
 * Shows the columns that were chosen before.
 *
 * Returns: (transfer full): the menu that chooses
 */
GMenuModel *
sel_column_chooser_new (GtkWidget *widget,
                        GtkColumnView *view,
                        const SelListQuery *query,
                        GSettings *settings)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GVariant) chosen = g_settings_get_value (settings, KEY);

  for (guint i = 0; i < query->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
        g_list_model_get_item (gtk_column_view_get_columns (view), i);
      g_autofree char *name = dup_name (query, i);
      g_autofree char *detailed = g_strconcat ("columns.", name, NULL);
      g_autoptr (GPropertyAction) action = g_property_action_new (name, column, "visible");
      gboolean is_shown = !query->columns[i].is_extra;

      g_variant_lookup (chosen, name, "b", &is_shown);
      gtk_column_view_column_set_visible (column, is_shown);
      g_object_set_data_full (G_OBJECT (column), "name", g_strdup (name), g_free);
      g_signal_connect_object (column, "notify::visible", G_CALLBACK (visible_changed_cb), settings,
                               0);
      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
      g_menu_append (menu, _ (query->columns[i].label), detailed);
    }

  gtk_widget_insert_action_group (widget, "columns", G_ACTION_GROUP (actions));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
