/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/trust-form.h"

#include <glib/gi18n-lib.h>

#include "application/settings.h"
#include "exchange/signing-key.h"
#include "exchange/trusted-keys.h"
#include "ui/dialogs.h"

typedef struct
{
  GtkWidget *parent; /* borrowed: the dialog is modal for its window */
  GtkWidget *form;
  GtkEditable *sender;
  GtkEditable *key;
  GtkLabel *note;
} TrustForm;

static void
free_form (gpointer data)
{
  TrustForm *self = data;

  g_object_unref (self->form);
  g_free (self);
}

/* Keeps the keys that are trusted, or tells why not. */
void
sel_trust_keep (GtkWidget *parent, GVariant *keys)
{
  if (!sel_trusted_keys_write (keys))
    sel_dialog_tell (parent, _ ("The trusted keys were not changed"),
                     _ ("The trusted keys cannot be kept: the preferences of Selaras are not known "
                        "to this computer, or may not be changed. Install Selaras anew."));
}

/* What was entered, without what was copied along. */
static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
say (TrustForm *self, const char *note, gboolean is_wrong)
{
  gtk_label_set_text (self->note, note);
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
}

static void
changed_cb (TrustForm *self)
{
  g_autofree char *sender = dup_text (self->sender);
  g_autofree char *key = dup_text (self->key);
  g_autofree char *fingerprint = sel_public_key_text_dup_fingerprint (key);
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  const gboolean is_filled = *sender && *key;
  const gboolean is_ready = is_filled && sel_trusted_key_check (sender, key, &error);

  if (error)
    note = g_strdup (error->message);
  else if (is_ready)
    /* Translators: %s is thirty digits. */
    note = g_strdup_printf (_ ("Its fingerprint: %s. Compare it with that office on the telephone."),
                            fingerprint);
  say (self, note ? note : "", error != NULL);
  sel_dialog_form_set_ready (self->form, is_ready);
}

static void
answered_cb (gboolean is_yes, gpointer user_data)
{
  TrustForm *self = user_data;
  g_autofree char *sender = dup_text (self->sender);
  g_autofree char *key = dup_text (self->key);
  g_autoptr (GVariant) keys = sel_trusted_keys_read ();
  g_autoptr (GVariant) more = is_yes ? sel_trusted_keys_add (keys, sender, key) : NULL;

  if (more)
    sel_trust_keep (self->parent, more);
}

/* Asks for the code and the key of an office. */
void
sel_trust_form_present (GtkWidget *parent)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/selaras/Selaras/ui/trust-form.ui");
  TrustForm *self = g_new0 (TrustForm, 1);

  self->parent = parent;
  self->form = g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "form")));
  self->sender = GTK_EDITABLE (gtk_builder_get_object (builder, "sender"));
  self->key = GTK_EDITABLE (gtk_builder_get_object (builder, "key"));
  self->note = GTK_LABEL (gtk_builder_get_object (builder, "note"));
  g_signal_connect_swapped (self->sender, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->key, "changed", G_CALLBACK (changed_cb), self);

  sel_dialog_ask_form (parent, _ ("Trust another office"),
                       _ ("Enter its code, as its exchange files have it, and the public key that "
                          "it sees in its preferences."),
                       self->form, _ ("_Trust the key"), answered_cb, self, free_form);
}
