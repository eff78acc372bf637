/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/trusted-keys-group.h"

#include <glib/gi18n-lib.h>

#include "application/settings.h"
#include "exchange/signing-key.h"
#include "exchange/trusted-keys.h"
#include "ui/trust-form.h"

struct _SelTrustedKeysGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *nobody; /* what it is for, while it is empty */

  AdwToastOverlay *toasts; /* borrowed: of the same window */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (SelTrustedKeysGroup, sel_trusted_keys_group, ADW_TYPE_PREFERENCES_GROUP)

/* What a button is about. */
#define KEY_DATA "sel-trusted-key"

static void
add_cb (SelTrustedKeysGroup *self)
{
  sel_trust_form_present (GTK_WIDGET (self));
}

static void
undo_cb (AdwToast *toast, SelTrustedKeysGroup *self)
{
  const char *sender, *key;
  g_autoptr (GVariant) keys = sel_trusted_keys_read ();
  g_autoptr (GVariant) more = NULL;

  g_variant_get (g_object_get_data (G_OBJECT (toast), KEY_DATA), "(&s&s)", &sender, &key);
  more = sel_trusted_keys_add (keys, sender, key);
  sel_trust_keep (GTK_WIDGET (self), more);
}

static void
remove_cb (GtkButton *button, SelTrustedKeysGroup *self)
{
  GVariant *data = g_object_get_data (G_OBJECT (button), KEY_DATA);
  const char *sender, *key;
  g_autoptr (GVariant) keys = sel_trusted_keys_read ();
  g_autoptr (GVariant) fewer = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  AdwToast *toast;

  g_variant_get (data, "(&s&s)", &sender, &key);
  text = g_strdup_printf (_ ("The key of “%s” was removed"), sender);
  title = g_markup_escape_text (text, -1);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), KEY_DATA, g_variant_ref (data),
                          (GDestroyNotify) g_variant_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);

  fewer = sel_trusted_keys_remove (keys, sender, key);
  sel_trust_keep (GTK_WIDGET (self), fewer); /* the button goes with its row */
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
add_row (SelTrustedKeysGroup *self, GVariant *pair)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *sender, *key;
  g_autofree char *fingerprint = NULL;
  g_autofree char *label = NULL;

  g_variant_get (pair, "(&s&s)", &sender, &key);
  fingerprint = sel_public_key_text_dup_fingerprint (key);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sender);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               fingerprint ? fingerprint : _ ("This is not a public key."));

  label = g_strdup_printf (_ ("Trust the key of “%s” no more"), sender);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), KEY_DATA, g_variant_ref (pair),
                          (GDestroyNotify) g_variant_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
fill (SelTrustedKeysGroup *self)
{
  g_autoptr (GVariant) keys = sel_trusted_keys_read ();
  GVariantIter iter;
  GVariant *pair;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  g_variant_iter_init (&iter, keys);
  while ((pair = g_variant_iter_next_value (&iter)))
    {
      add_row (self, pair);
      g_variant_unref (pair);
    }
  gtk_widget_set_visible (self->nobody, self->rows->len == 0);
}

static void
sel_trusted_keys_group_finalize (GObject *object)
{
  g_ptr_array_unref (SEL_TRUSTED_KEYS_GROUP (object)->rows);

  G_OBJECT_CLASS (sel_trusted_keys_group_parent_class)->finalize (object);
}

static void
sel_trusted_keys_group_class_init (SelTrustedKeysGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sel_trusted_keys_group_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/trusted-keys-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SelTrustedKeysGroup, nobody);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
sel_trusted_keys_group_init (SelTrustedKeysGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows the keys of @settings, now and when they change; @toasts tells what was removed. */
void
sel_trusted_keys_group_attach (SelTrustedKeysGroup *self,
                               GSettings *settings,
                               AdwToastOverlay *toasts)
{
  self->toasts = toasts;
  g_signal_connect_object (settings, "changed::trusted-keys", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  fill (self);
}
