/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pane-memory.h"

#define NAME_KEY "sel-pane-name"

/* Writes the place of the divider into the dictionary of all of them. */
static void
position_changed_cb (GtkPaned *paned, G_GNUC_UNUSED GParamSpec *pspec, GSettings *settings)
{
  const char *own_name = g_object_get_data (G_OBJECT (paned), NAME_KEY);
  g_autoptr (GVariant) old = g_settings_get_value (settings, "pane-positions");
  GVariantBuilder positions;
  GVariantIter entries;
  const char *name;
  int position;

  g_variant_builder_init (&positions, G_VARIANT_TYPE ("a{si}"));
  g_variant_builder_add (&positions, "{si}", own_name, gtk_paned_get_position (paned));
  g_variant_iter_init (&entries, old);
  while (g_variant_iter_next (&entries, "{&si}", &name, &position))
    if (!g_str_equal (name, own_name))
      g_variant_builder_add (&positions, "{si}", name, position);

  g_settings_set_value (settings, "pane-positions", g_variant_builder_end (&positions));
}

/* Puts the divider where it was left last time, and keeps its place under @name. */
void
sel_pane_remember (GtkPaned *paned, GSettings *settings, const char *name)
{
  g_autoptr (GVariant) positions = g_settings_get_value (settings, "pane-positions");
  int position;

  if (g_variant_lookup (positions, name, "i", &position))
    gtk_paned_set_position (paned, position);

  g_object_set_data_full (G_OBJECT (paned), NAME_KEY, g_strdup (name), g_free);
  g_signal_connect_object (paned, "notify::position", G_CALLBACK (position_changed_cb), settings,
                           0);
}
