/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/signature-row.h"

#include <glib/gi18n-lib.h>

#include "application/settings.h"
#include "exchange/signing-key.h"
#include "exchange/trusted-keys.h"
#include "ui/dialogs.h"
#include "ui/trust-form.h"

struct _SelSignatureRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *mark;
  GtkLabel *sentence;
  GtkWidget *trust_button;

  GSettings *settings; /* NULL where there are none */
  char *sender;        /* NULL while nothing is shown */
  char *key;           /* that signed it; NULL for none */
};

G_DEFINE_FINAL_TYPE (SelSignatureRow, sel_signature_row, GTK_TYPE_WIDGET)

/* The shape and the word say it, the colour repeats it. */
typedef struct
{
  const char *mark;
  const char *css_class; /* libadwaita's own */
} Look;

static const Look looks[] = {
  [SEL_PACKAGE_NOT_SIGNED] = { "○", "dim-label" },
  [SEL_PACKAGE_SIGNED_BY_TRUSTED] = { "✓", "success" },
  [SEL_PACKAGE_SIGNED_BY_UNKNOWN] = { "?", "dim-label" },
  [SEL_PACKAGE_SIGNED_BY_OTHER] = { "!", "warning" },
};
static const Look suspect = { "!", "warning" };

/* The trusted keys may have changed since the package was opened. */
static void
refresh (SelSignatureRow *self)
{
  g_autoptr (GVariant) keys = sel_trusted_keys_read ();
  const SelPackageSigner signer = sel_signature_judge (keys, self->sender, self->key);
  const Look *look =
    sel_signature_is_suspect (keys, self->sender, self->key) ? &suspect : &looks[signer];
  const char *const classes[] = { look->css_class, NULL };
  g_autofree char *sentence = sel_signature_dup_sentence (keys, self->sender, self->key);

  gtk_label_set_text (self->mark, look->mark);
  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), (const char **) classes);
  gtk_widget_set_css_classes (GTK_WIDGET (self->sentence), (const char **) classes);
  gtk_widget_set_visible (self->trust_button, signer == SEL_PACKAGE_SIGNED_BY_UNKNOWN);
}

static void
keys_changed_cb (SelSignatureRow *self)
{
  if (self->sender)
    refresh (self);
}

static void
answered_cb (gboolean is_yes, gpointer user_data)
{
  SelSignatureRow *self = user_data;
  g_autoptr (GVariant) keys = sel_trusted_keys_read ();
  g_autoptr (GVariant) more = NULL;

  if (!is_yes || self->sender == NULL || self->key == NULL)
    return;

  more = sel_trusted_keys_add (keys, self->sender, self->key);
  sel_trust_keep (GTK_WIDGET (self), more);
  refresh (self);
}

static void
trust_cb (SelSignatureRow *self)
{
  g_autofree char *fingerprint = sel_public_key_text_dup_fingerprint (self->key);
  g_autofree char *heading = g_strdup_printf (_ ("Trust this key of “%s”?"), self->sender);
  g_autofree char *body = g_strdup_printf (
    /* Translators: %s is thirty digits. */
    _ ("Call that office by a number that you know, not by one that came with the package, and "
       "compare the fingerprint:\n%s\nFrom then on what this key signs counts as theirs."),
    fingerprint);

  sel_dialog_ask (GTK_WIDGET (self), heading, body, _ ("_Trust the key"), answered_cb, self);
}

static void
sel_signature_row_dispose (GObject *object)
{
  SelSignatureRow *self = SEL_SIGNATURE_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->sender, g_free);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (sel_signature_row_parent_class)->dispose (object);
}

static void
sel_signature_row_class_init (SelSignatureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_signature_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/exchange/signature-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SelSignatureRow, box);
  gtk_widget_class_bind_template_child (widget_class, SelSignatureRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SelSignatureRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, SelSignatureRow, trust_button);
  gtk_widget_class_bind_template_callback (widget_class, trust_cb);
}

static void
sel_signature_row_init (SelSignatureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  if ((self->settings = sel_settings_new ()))
    g_signal_connect_object (self->settings, "changed::trusted-keys",
                             G_CALLBACK (keys_changed_cb), self, G_CONNECT_SWAPPED);
}

void
sel_signature_row_show (SelSignatureRow *self, const SelImportResult *result)
{
  const gboolean is_package = result->signature != NULL;

  g_free (self->sender);
  g_free (self->key);
  self->sender = is_package ? g_strdup (result->header->sender) : NULL;
  self->key = g_strdup (result->signing_key);
  if (is_package)
    refresh (self);
  gtk_widget_set_visible (GTK_WIDGET (self), is_package);
}
