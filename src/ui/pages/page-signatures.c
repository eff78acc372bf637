/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-signatures.h"

#include <glib/gi18n-lib.h>

#include "confined/pdf-contents.h"
#include "ui/pages/trusted-issuers.h"

#define MOST_LOSSES 3

static const char good[] = "emblem-ok-symbolic";
static const char bad[] = "dialog-warning-symbolic";
static const char unknown[] = "dialog-question-symbolic";

struct _SelPageSignatures
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkImage *icon;
  GtkLabel *label;
  GtkBox *facts;

  SelPdf *pdf;
  GCancellable *asking;
  guint n_losses; /* readers that ended before they told */
};

G_DEFINE_FINAL_TYPE (SelPageSignatures, sel_page_signatures, GTK_TYPE_WIDGET)

static void
add_line (GtkBox *box, const char *icon, const char *sentence)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (sentence);

  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (icon));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (box, line);
}

static const char *
get_signer (const SelPdfSignature *signature)
{
  return *signature->signer ? signature->signer : _ ("Unknown signer");
}

static void
add_facts (GtkBox *box, const SelPdfSignature *signature)
{
  static const struct
  {
    const char *icon, *sentence;
  } integrity[] = {
    [SEL_PDF_INTACT] = { good, N_ ("What was signed is intact.") },
    [SEL_PDF_CHANGED] = { bad, N_ ("What was signed was changed afterwards.") },
    [SEL_PDF_UNCHECKED] = { unknown, N_ ("It cannot be told whether what was signed is intact.") },
  };
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *name = gtk_label_new (get_signer (signature));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 40);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (group), name);

  add_line (GTK_BOX (group), integrity[signature->integrity].icon,
            _ (integrity[signature->integrity].sentence));
  if (signature->integrity != SEL_PDF_UNCHECKED)
    {
      add_line (GTK_BOX (group), signature->covers_all ? good : bad,
                signature->covers_all
                  ? _ ("The signature covers the whole file.")
                  : _ ("The signature does not cover the whole file: something was added after it "
                       "was signed."));
      add_line (GTK_BOX (group), signature->is_trusted ? good : unknown,
                signature->is_trusted ? _ ("The issuer of the certificate is trusted.")
                                      : _ ("The issuer of the certificate is unknown."));
    }
  gtk_box_append (box, group);
}

/* Anybody can make a certificate with any name in it: without a trusted issuer the name is only what it
 * says. */
static char *
make_label (const SelPdfSignature *signature)
{
  const char *signer = get_signer (signature);

  if (signature->integrity == SEL_PDF_UNCHECKED)
    return g_strdup (_ ("Signed; the signature cannot be checked"));
  if (signature->integrity == SEL_PDF_CHANGED)
    /* Translators: %s is who signed a document */
    return g_strdup_printf (_ ("Signed by %s, and changed afterwards"), signer);
  if (!signature->covers_all)
    /* Translators: %s is who signed a document */
    return g_strdup_printf (_ ("Signed by %s; something was added later"), signer);
  if (!signature->is_trusted)
    /* Translators: %s is who signed a document */
    return g_strdup_printf (_ ("Signed by %s; intact, but the issuer is unknown"), signer);
  /* Translators: %s is who signed a document */
  return g_strdup_printf (_ ("Signed by %s; intact"), signer);
}

/* The higher, the sooner the user should know: what was changed, what cannot be checked. Of
 * several signatures only the last can cover the whole file. */
static int
get_weight (const SelPdfSignature *signature)
{
  static const int weights[] = {
    [SEL_PDF_INTACT] = 0, [SEL_PDF_CHANGED] = 4, [SEL_PDF_UNCHECKED] = 2
  };

  return weights[signature->integrity];
}

static const SelPdfSignature *
find_weightiest (GPtrArray *signatures)
{
  const SelPdfSignature *found = signatures->pdata[signatures->len - 1];

  for (guint i = 0; i < signatures->len; i++)
    if (get_weight (signatures->pdata[i]) > get_weight (found))
      found = signatures->pdata[i];
  return found;
}

static void
show (SelPageSignatures *self, GPtrArray *signatures)
{
  const SelPdfSignature *weightiest = find_weightiest (signatures);
  const gboolean is_whole = weightiest->integrity == SEL_PDF_INTACT && weightiest->covers_all;
  g_autofree char *label = make_label (weightiest);
  g_autofree char *more =
    /* Translators: how many signatures a document has */
    g_strdup_printf (ngettext ("%u signature", "%u signatures", signatures->len), signatures->len);
  g_autofree char *all = g_strconcat (label, " · ", more, NULL);
  const char *icon;

  if (is_whole)
    icon = weightiest->is_trusted ? good : unknown;
  else
    icon = weightiest->integrity == SEL_PDF_UNCHECKED ? unknown : bad;
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_text (self->label, signatures->len > 1 ? all : label);
  gtk_widget_set_tooltip_text (self->button, gtk_label_get_text (self->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->label), -1);
  for (guint i = 0; i < signatures->len; i++)
    add_facts (self->facts, signatures->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
listed_cb (GObject *pdf, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelPageSignatures) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) signatures = sel_pdf_list_finish (SEL_PDF (pdf), result, &error);

  if (signatures && signatures->len > 0)
    show (self, signatures);
  else if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->n_losses++;
}

static void
loaded_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelPageSignatures) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *issuers = sel_trusted_issuers_load_finish (result, &error);

  if (issuers && self->pdf)
    sel_pdf_list_signatures_async (self->pdf, issuers, self->asking, listed_cb,
                                   g_object_ref (self));
}

static void
ask (SelPageSignatures *self)
{
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  sel_trusted_issuers_load_async (self->asking, loaded_cb, g_object_ref (self));
}

static void
sel_page_signatures_dispose (GObject *object)
{
  SelPageSignatures *self = SEL_PAGE_SIGNATURES (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->pdf);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (sel_page_signatures_parent_class)->dispose (object);
}

static void
sel_page_signatures_class_init (SelPageSignaturesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_page_signatures_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/pages/page-signatures.ui");
  gtk_widget_class_bind_template_child (widget_class, SelPageSignatures, button);
  gtk_widget_class_bind_template_child (widget_class, SelPageSignatures, icon);
  gtk_widget_class_bind_template_child (widget_class, SelPageSignatures, label);
  gtk_widget_class_bind_template_child (widget_class, SelPageSignatures, facts);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sel_page_signatures_init (SelPageSignatures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sel_page_signatures_set_document:
 * @pdf: (nullable): whose signatures are told from now on
 */
void
sel_page_signatures_set_document (SelPageSignatures *self, SelPdf *pdf)
{
  GtkWidget *facts;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_set_object (&self->pdf, pdf);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  while ((facts = gtk_widget_get_first_child (GTK_WIDGET (self->facts))))
    gtk_box_remove (self->facts, facts);
  self->n_losses = 0;
  if (pdf)
    ask (self);
}

/* Asks the same document, opened anew, for what the last reader did not tell. */
void
sel_page_signatures_renew (SelPageSignatures *self, SelPdf *pdf)
{
  const gboolean is_lost = self->pdf && self->n_losses > 0 && self->n_losses < MOST_LOSSES;

  if (self->pdf)
    g_set_object (&self->pdf, pdf);
  if (is_lost)
    ask (self);
}
