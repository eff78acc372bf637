/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/save-shortcut.h"

static gboolean
save_cb (GtkWidget *widget, GVariant *target, gpointer action)
{
  return gtk_widget_get_mapped (widget) &&
         gtk_widget_activate_action_variant (widget, action, target);
}

/**
 * sel_save_shortcut_add:
 * @action: a literal
 * @target: (nullable): of the action
 *
 * Has the keys activate @action of @widget wherever the focus is, but only while it is in sight.
 */
void
sel_save_shortcut_add (GtkWidget *widget, const char *action, const char *target)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut =
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK),
                      gtk_callback_action_new (save_cb, (gpointer) action, NULL));

  if (target)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (target));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (widget, controller);
}
