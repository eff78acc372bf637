/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/family-versions.h"

#include <glib/gi18n-lib.h>

#include "ui/agreements/documents.h"

/* More are not shown: the documents of the record are below the picture. */
#define MOST_VERSIONS 4

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
new_version (const SelAgreementDocument *document, gint64 agreement)
{
  const gboolean is_signed = document->kind == SEL_DOCUMENT_SIGNED;
  g_autofree char *kind = sel_document_dup_kind (document);
  g_autofree char *text = g_strconcat (is_signed ? "✓ " : "", kind, NULL);
  g_autofree char *name = g_strdup_printf ("%s, %s", kind, document->title);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), new_label (text));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, document->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (document->has_content)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-page");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xssus)", agreement,
                                        document->sha256, document->file, 1, "");
    }
  else
    gtk_widget_set_sensitive (button, FALSE);
  return button;
}

/* Compares the last text with another. */
static GtkWidget *
new_compare_button (gint64 document)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), new_label (_ ("Compare versions")));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Compare versions"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "agreements.compare");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", document);
  return button;
}

static void
append_earlier (GtkBox *box, guint n)
{
  g_autofree char *number = sel_number_dup_display (n);
  /* Translators: texts of an agreement that came before those that are listed */
  g_autofree char *text =
    g_strdup_printf (ngettext ("%s earlier one", "%s earlier ones", n), number);
  GtkWidget *label = new_label (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
}

/* How many of @documents, in which drafts come first, are texts of the agreement itself. */
guint
sel_family_versions_count (const GArray *documents)
{
  guint n = 0;

  while (n < documents->len &&
         g_array_index (documents, SelAgreementDocument, n).kind != SEL_DOCUMENT_ANNEX)
    n++;

  return n;
}

/**
 * sel_family_versions_new:
 * @documents: (element-type SelAgreementDocument): of @agreement, drafts first
 *
 * Returns: (nullable): %NULL where there is no text of it
 */
GtkWidget *
sel_family_versions_new (const GArray *documents, gint64 agreement)
{
  const guint n = sel_family_versions_count (documents);
  GtkWidget *box;
  gint64 last = 0;
  guint n_contents = 0, i;

  if (n == 0)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (box, "versions");
  i = n > MOST_VERSIONS ? n - MOST_VERSIONS : 0;
  if (i > 0)
    append_earlier (GTK_BOX (box), i);
  for (; i < n; i++)
    {
      const SelAgreementDocument *document = &g_array_index (documents, SelAgreementDocument, i);

      gtk_box_append (GTK_BOX (box), new_version (document, agreement));
      n_contents += document->has_content;
      last = document->has_content ? document->id : last;
    }
  if (n_contents > 1)
    gtk_box_append (GTK_BOX (box), new_compare_button (last));
  return box;
}
