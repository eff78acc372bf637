/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences.h"

#include <adwaita.h>

#include "ui/own-key.h"
#include "ui/trusted-keys-group.h"

static void
style_changed_cb (GSettings *settings)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int style = g_settings_get_enum (settings, "style");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[style]);
}

/* Keeps the style of the program as the setting has it: the system's, light or dark. */
void
sel_preferences_follow_style (GSettings *settings)
{
  g_signal_connect (settings, "changed::style", G_CALLBACK (style_changed_cb), NULL);
  style_changed_cb (settings);
}

static gboolean
style_to_position (GValue *value, GVariant *style, gpointer user_data)
{
  const char *const *names = user_data;
  const char *name = g_variant_get_string (style, NULL);

  for (guint i = 0; names[i]; i++)
    if (g_str_equal (names[i], name))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
position_to_style (const GValue *value, G_GNUC_UNUSED const GVariantType *type, gpointer user_data)
{
  const char *const *names = user_data;

  return g_variant_new_string (names[g_value_get_uint (value)]);
}

/* What is chosen takes effect at once. */
void
sel_preferences_present (GtkWindow *parent, SelOffice *office)
{
  static const char *const styles[] = { "system", "light", "dark", NULL };
  GSettings *settings = sel_office_get_settings (office);
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;

  g_type_ensure (SEL_TYPE_TRUSTED_KEYS_GROUP);
  builder = gtk_builder_new_from_resource ("/org/selaras/Selaras/ui/preferences.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));

  g_settings_bind_with_mapping (settings, "style", gtk_builder_get_object (builder, "style"),
                                "selected", G_SETTINGS_BIND_DEFAULT, style_to_position,
                                position_to_style, (gpointer) styles, NULL);
  g_settings_bind (settings, "notice-days", gtk_builder_get_object (builder, "notice_days"),
                   "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "training-hour-minutes",
                   gtk_builder_get_object (builder, "training_hour_minutes"), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "office-id", gtk_builder_get_object (builder, "office_id"), "text",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "office-name", gtk_builder_get_object (builder, "office_name"), "text",
                   G_SETTINGS_BIND_DEFAULT);
  sel_own_key_show (ADW_ACTION_ROW (gtk_builder_get_object (builder, "own_key")),
                    ADW_ACTION_ROW (gtk_builder_get_object (builder, "own_fingerprint")));
  sel_trusted_keys_group_attach (
    SEL_TRUSTED_KEYS_GROUP (gtk_builder_get_object (builder, "trusted_keys")), settings,
    ADW_TOAST_OVERLAY (gtk_builder_get_object (builder, "toasts")));
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
