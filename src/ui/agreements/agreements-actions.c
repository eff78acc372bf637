/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/agreements-page-private.h"

#include <glib/gi18n-lib.h>

#include "domain/renewal.h"
#include "store/record.h"
#include "ui/agreements/agreement-companion.h"
#include "ui/agreements/agreement-paper.h"
#include "ui/agreements/anchor.h"
#include "ui/agreements/from-pdf.h"
#include "ui/agreements/renewal-window.h"
#include "ui/agreements/versions-window.h"
#include "ui/file-dialogs.h"
#include "ui/forms/record-form.h"
#include "ui/record-actions.h"

/* Adds a part to the agreement that is shown: a party, a scope item, … */
static void
add_part_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  SelAgreementsPage *self = SEL_AGREEMENTS_PAGE (widget);
  const SelRecordType *type = sel_record_type_by_name (g_variant_get_string (parameter, NULL));
  gint64 agreement = sel_record_pane_get_shown (self->pane);
  gpointer part;

  if (type == &sel_document_type)
    {
      sel_document_loader_add (self->loader, agreement, self->next_document);
      return;
    }

  part = sel_record_new (type);
  *SEL_MEMBER (gint64, part, sel_record_type_field (type, "agreement")) = agreement;
  if (type == &sel_party_type)
    ((SelParty *) part)->position = self->next_party;
  else if (type == &sel_scope_item_type)
    ((SelScopeItem *) part)->position = self->next_scope_item;
  sel_record_add (widget, self->office, type, part);
}

/* Writes down what was done for a scope item or an obligation, whose ids these are (0 for none). */
static void
realise_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  SelAgreementsPage *self = SEL_AGREEMENTS_PAGE (widget);
  SelRealisation *done = sel_record_new (&sel_realisation_type);

  g_variant_get (parameter, "(xx)", &done->scope_item, &done->obligation);
  done->agreement = sel_record_pane_get_shown (self->pane);
  done->done_on = *sel_office_get_today (self->office);
  sel_record_add (widget, self->office, &sel_realisation_type, done);
}

static void
renew_action (GtkWidget *widget,
              G_GNUC_UNUSED const char *action,
              G_GNUC_UNUSED GVariant *parameter)
{
  SelAgreementsPage *self = SEL_AGREEMENTS_PAGE (widget);
  const gint64 agreement = sel_record_pane_get_shown (self->pane);

  if (agreement)
    sel_renewal_window_present (widget, self->office, agreement);
}

static void
party_free (gpointer data)
{
  sel_record_free (&sel_party_type, data);
}

/* Those of the agreement that is shown, as they go on in another paper; NULL with an error. */
static GPtrArray *
load_parties (SelAgreementsPage *self, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), error);
  g_autoptr (GPtrArray) parties = g_ptr_array_new_with_free_func (party_free);

  if (reading == NULL)
    return NULL;

  for (guint i = 0; i < self->view->parties->len; i++)
    {
      const SelAgreementParty *shown = &g_array_index (self->view->parties, SelAgreementParty, i);
      SelParty *party = sel_record_load (reading->connection, &sel_party_type, shown->id, error);

      if (party == NULL)
        return NULL;
      g_ptr_array_add (parties, sel_renewal_new_party (party));
      party_free (party);
    }

  return g_steal_pointer (&parties);
}

static void
add_addendum_action (GtkWidget *widget,
                     G_GNUC_UNUSED const char *action,
                     G_GNUC_UNUSED GVariant *parameter)
{
  SelAgreementsPage *self = SEL_AGREEMENTS_PAGE (widget);
  const gint64 agreement = sel_record_pane_get_shown (self->pane);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parties = NULL;
  g_autofree char *title = NULL;
  SelAgreement *addendum;
  SelRecordForm *form;

  if (agreement == 0 || self->view == NULL)
    return;
  if (!(parties = load_parties (self, &error)))
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  addendum = sel_record_new (&sel_agreement_type);
  addendum->kind = SEL_AGREEMENT_ADDENDUM;
  addendum->stage = SEL_AGREEMENT_STAGE_DRAFT;
  addendum->parent = agreement;
  form = sel_record_form_present (widget, self->office, &sel_agreement_type, addendum, NULL, NULL);
  sel_agreement_companion_begin_with (
    SEL_AGREEMENT_COMPANION (sel_record_form_get_companion (form)), parties);

  /* Translators: the title of a form; %s is the title of the agreement that is changed */
  title = g_strdup_printf (_ ("New addendum to “%s”"), self->agreement->title);
  gtk_window_set_title (GTK_WINDOW (form), title);
}

/* Opens a document of the agreement, whose id this is, beside another. */
static void
compare_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  SelAgreementsPage *self = SEL_AGREEMENTS_PAGE (widget);

  sel_versions_window_present (widget, self->office, sel_record_pane_get_shown (self->pane),
                               g_variant_get_int64 (parameter));
}

/* Goes to the article on the page beside the record. */
static void
show_article_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  sel_document_view_show_article (SEL_AGREEMENTS_PAGE (widget)->document_view,
                                  g_variant_get_string (parameter, NULL));
}

static void
anchor_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  SelAgreementsPage *self = SEL_AGREEMENTS_PAGE (widget);
  const char *article = sel_document_view_get_article (self->document_view);
  const char *type;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &type, &id);
  if (article)
    sel_anchor_promise (self->office, sel_record_type_by_name (type), id, article);
  else
    sel_office_say (self->office, _ ("No article is read. Go to its page first, or choose it in the "
                                     "list beside the pages."));
}

/* What the list shows, on paper or in a file. */
static void
register_action (GtkWidget *widget, const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  SelAgreementsPage *self = SEL_AGREEMENTS_PAGE (widget);
  SelListModel *model = sel_record_list_get_model (sel_record_pane_get_list (self->pane));

  if (g_str_equal (action, "agreements.print-register"))
    sel_register_print (widget, self->office, sel_list_model_get_request (model));
  else
    sel_register_ask_and_save (widget, self->office, sel_list_model_get_request (model));
}

/* The agreement that is shown, likewise. */
static void
summary_action (GtkWidget *widget, const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  SelAgreementsPage *self = SEL_AGREEMENTS_PAGE (widget);
  gint64 agreement = sel_record_pane_get_shown (self->pane);

  if (agreement == 0)
    return;
  if (g_str_equal (action, "agreements.print-summary"))
    sel_agreement_print (widget, self->office, agreement);
  else
    sel_agreement_ask_and_save (widget, self->office, agreement, self->agreement->title);
}

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  sel_agreement_from_pdf (user_data, SEL_AGREEMENTS_PAGE (user_data)->office, file);
}

static void
from_pdf_action (GtkWidget *widget,
                 G_GNUC_UNUSED const char *action,
                 G_GNUC_UNUSED GVariant *parameter)
{
  sel_dialog_open_file (widget, _ ("New agreement from a PDF"), _ ("PDF documents"), "pdf",
                        file_chosen_cb, widget);
}

void
sel_agreements_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "agreements.add-part", "s", add_part_action);
  gtk_widget_class_install_action (widget_class, "agreements.realise", "(xx)", realise_action);
  gtk_widget_class_install_action (widget_class, "agreements.renew", NULL, renew_action);
  gtk_widget_class_install_action (widget_class, "agreements.add-addendum", NULL,
                                   add_addendum_action);
  gtk_widget_class_install_action (widget_class, "agreements.from-pdf", NULL, from_pdf_action);
  gtk_widget_class_install_action (widget_class, "agreements.compare", "x", compare_action);
  gtk_widget_class_install_action (widget_class, "agreements.anchor", "(sx)", anchor_action);
  gtk_widget_class_install_action (widget_class, "agreements.show-article", "s",
                                   show_article_action);
  gtk_widget_class_install_action (widget_class, "agreements.save-register", NULL, register_action);
  gtk_widget_class_install_action (widget_class, "agreements.print-register", NULL,
                                   register_action);
  gtk_widget_class_install_action (widget_class, "agreements.save-summary", NULL, summary_action);
  gtk_widget_class_install_action (widget_class, "agreements.print-summary", NULL, summary_action);
}
