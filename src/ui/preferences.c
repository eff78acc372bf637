/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences.h"

#include <adwaita.h>

#include "application/autostart.h"
#include "application/reminders.h"
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

static void
days_changed_cb (GtkEditable *row)
{
  g_autoptr (GArray) distances = sel_reminder_parse (gtk_editable_get_text (row));

  if (distances)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static gboolean
autostart_cb (GtkSwitch *widget, gboolean is_on, gpointer office)
{
  g_autoptr (GError) error = NULL;

  /* It is set back below to what it is, which comes here again. */
  if (is_on == sel_autostart_is_on () || sel_autostart_set (is_on, &error))
    return FALSE;

  sel_office_fail (office, error->message);
  gtk_switch_set_active (widget, !is_on);
  return TRUE;
}

static void
show_reminders (GtkBuilder *builder, SelOffice *office)
{
  static const char *const rows[SEL_N_DEADLINE_KINDS] = {
    [SEL_DEADLINE_NOTICE] = "remind_notice",
    [SEL_DEADLINE_END] = "remind_end",
    [SEL_DEADLINE_OBLIGATION] = "remind_obligation",
    [SEL_DEADLINE_REVIEW] = "remind_review",
  };
  GObject *autostart = gtk_builder_get_object (builder, "autostart");

  for (SelDeadlineKind kind = 0; kind < SEL_N_DEADLINE_KINDS; kind++)
    {
      GObject *row = gtk_builder_get_object (builder, rows[kind]);

      g_signal_connect (row, "changed", G_CALLBACK (days_changed_cb), NULL);
      g_settings_bind (sel_office_get_settings (office), sel_reminders_key (kind), row, "text",
                       G_SETTINGS_BIND_DEFAULT);
    }

  gtk_switch_set_active (GTK_SWITCH (autostart), sel_autostart_is_on ());
  g_signal_connect_object (autostart, "state-set", G_CALLBACK (autostart_cb), office, 0);
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
  show_reminders (builder, office);
  sel_own_key_show (ADW_ACTION_ROW (gtk_builder_get_object (builder, "own_key")),
                    ADW_ACTION_ROW (gtk_builder_get_object (builder, "own_fingerprint")));
  sel_trusted_keys_group_attach (
    SEL_TRUSTED_KEYS_GROUP (gtk_builder_get_object (builder, "trusted_keys")), settings,
    ADW_TOAST_OVERLAY (gtk_builder_get_object (builder, "toasts")));
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
