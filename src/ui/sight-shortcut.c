/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sight-shortcut.h"

static gboolean
activate_cb (GtkWidget *widget, GVariant *target, gpointer action)
{
  return gtk_widget_get_mapped (widget) &&
         gtk_widget_activate_action_variant (widget, action, target);
}

/**
 * sel_sight_shortcut_add:
 * @keys: as gtk_shortcut_trigger_parse_string() reads them
 * @action: a literal
 * @target: (nullable): of the action
 *
 * Has @keys activate @action of @widget wherever the focus is, but only while it is in sight. What
 * has the focus comes first, if the keys mean something to it.
 */
void
sel_sight_shortcut_add (GtkWidget *widget, const char *keys, const char *action, const char *target)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut =
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                      gtk_callback_action_new (activate_cb, (gpointer) action, NULL));

  if (target)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (target));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (widget, controller);
}
