/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/own-key.h"

#include <glib/gi18n-lib.h>

#include "exchange/signing-key.h"

static void
free_key (gpointer key)
{
  sel_signing_key_free (key);
}

/* The first time the key has to be made. */
static void
load_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer row,
                G_GNUC_UNUSED gpointer task_data,
                G_GNUC_UNUSED GCancellable *cancellable)
{
  GError *error = NULL;
  SelSigningKey *key = sel_signing_key_load (&error);

  if (key)
    g_task_return_pointer (task, key, free_key);
  else
    g_task_return_error (task, error);
}

static void
copy_cb (GtkWidget *button, AdwActionRow *row)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), adw_action_row_get_subtitle (row));
}

static void
show_text (AdwActionRow *row, const char *text, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  adw_action_row_set_subtitle (row, text);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), row, 0);
  adw_action_row_add_suffix (row, button);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AdwActionRow *key_row = ADW_ACTION_ROW (object);
  g_autoptr (AdwActionRow) fingerprint_row = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SelSigningKey) key = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;
  g_autofree char *fingerprint = NULL;

  if (key == NULL)
    {
      adw_action_row_set_subtitle (key_row, error->message);
      gtk_widget_set_visible (GTK_WIDGET (fingerprint_row), FALSE);
      return;
    }

  text = sel_public_key_dup_text (key->public_key);
  fingerprint = sel_public_key_dup_fingerprint (key->public_key);
  show_text (key_row, text, _ ("Copy the public key"));
  show_text (fingerprint_row, fingerprint, _ ("Copy the fingerprint"));
}

/* Shows this office's public key and its fingerprint in these rows, with buttons that copy them. */
void
sel_own_key_show (AdwActionRow *key, AdwActionRow *fingerprint)
{
  g_autoptr (GTask) task = g_task_new (key, NULL, loaded_cb, g_object_ref (fingerprint));

  g_task_run_in_thread (task, load_in_thread);
}
