/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/agreements-page-private.h"

#include <glib/gi18n-lib.h>

#include "store/lists.h"
#include "ui/agreements/agreement-companion.h"
#include "ui/agreements/agreement-rows.h"
#include "ui/agreements/family-versions.h"
#include "ui/agreements/from-pdf.h"
#include "ui/agreements/promise-rows.h"
#include "ui/agreements/timeline.h"
#include "ui/reading.h"
#include "ui/record-actions.h"
#include "ui/wheel.h"

/* The many rows of an agreement take longer to lay out than its first page takes to draw: the page
 * goes first, unless it takes longer than this many milliseconds. */
#define PATIENCE 150

static void sel_agreements_page_section_init (SelSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SelAgreementsPage,
                               sel_agreements_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SEL_TYPE_SECTION,
                                                      sel_agreements_page_section_init))

static const char *const fact_fields[] = {
  "signed_on", "signed_at", "occasion", "starts_on", "ends_on", "open_ended",
  "term_months", "notice_months", "notice_days", "notice_given_on",
  "terminated_on", "terminated_by", "terminated_why", "exception_why", "note", NULL
};

/* Reviews belong to a text on its way to signature, changed articles to an addendum; what there was of
 * them stays in sight. */
static void
show_occasional_groups (SelAgreementsPage *self,
                        const SelAgreement *agreement,
                        const SelAgreementView *view)
{
  const gboolean is_addendum = agreement->kind == SEL_AGREEMENT_ADDENDUM;
  const gboolean is_draft = agreement->stage == SEL_AGREEMENT_STAGE_DRAFT ||
                            agreement->stage == SEL_AGREEMENT_STAGE_UNDER_REVIEW;

  sel_agreement_show_reviews (self->reviews, self->office, view,
                              sel_office_get_today (self->office));
  gtk_widget_set_visible (GTK_WIDGET (self->reviews), is_draft || view->reviews->len > 0);
  sel_agreement_show_amendments (self->amendments, self->office, view, agreement->record.id);
  gtk_widget_set_visible (GTK_WIDGET (self->amendments),
                          is_addendum || view->amendments->len > 0);
  gtk_widget_set_visible (self->add_amendment, is_addendum);
}

static void
show_promises (SelAgreementsPage *self, const SelAgreementView *view)
{
  sel_agreement_show_scope (self->scope, self->office, view);
  sel_agreement_show_obligations (self->obligations, self->office, view);
}

static void
show_groups (SelAgreementsPage *self, const SelAgreementView *view)
{
  sel_agreement_show_parties (self->parties, self->office, view);
  show_promises (self, view);
  sel_agreement_show_realisations (self->realisations, self->office, view);
  sel_agreement_show_relations (self->relations, self->agreement, view);
  sel_agreement_show_programmes (self->programmes, view);
  sel_agreement_show_witnesses (self->witnesses, self->office, view);
  sel_document_loader_list (self->loader, view->documents);
}

/* "233 agreements hang together. The nearest 200 are drawn." */
static char *
dup_family_rest (const SelAgreementView *view)
{
  g_autofree char *all = sel_number_dup_display ((double) view->n_family);
  g_autofree char *drawn = sel_number_dup_display (view->family->len);

  if (view->n_family >= SEL_FAMILY_MOST_COUNTED)
    /* Translators: of agreements; the second number is of those that stand nearest to this one */
    return g_strdup_printf (_ ("%s agreements or more hang together. The nearest %s are drawn."), all,
                            drawn);
  /* Translators: likewise */
  return g_strdup_printf (_ ("%s agreements hang together. The nearest %s are drawn."), all, drawn);
}

static void
show_family (SelAgreementsPage *self, const SelAgreementView *view)
{
  const gboolean has_rest = view->n_family > view->family->len;
  g_autofree char *rest = has_rest ? dup_family_rest (view) : NULL;

  sel_family_tree_show (self->family, view, self->agreement->record.id);
  gtk_widget_set_visible (self->family_group,
                          view->family->len > 1 || sel_family_versions_count (view->documents) > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->family_rest), has_rest);
  gtk_label_set_text (self->family_rest, rest ? rest : "");
}

static void
forget (SelAgreementsPage *self)
{
  g_clear_handle_id (&self->record_source, g_source_remove);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  sel_record_free (&sel_agreement_type, g_steal_pointer (&self->agreement));
  g_clear_pointer (&self->view, sel_agreement_view_free);
}

static gboolean
show_record_cb (gpointer user_data)
{
  SelAgreementsPage *self = user_data;
  const SelAgreement *agreement = self->agreement;
  g_autofree char *subtitle =
    sel_agreement_dup_subtitle (agreement, self->view, sel_office_get_today (self->office));

  self->record_source = 0;
  sel_record_pane_set_title (self->pane, agreement->title, subtitle);
  sel_record_pane_set_mark (self->pane, sel_agreement_state_code (self->view->state),
                            sel_agreement_state_hint (self->view->state));
  show_groups (self, self->view);
  show_occasional_groups (self, agreement, self->view);
  sel_field_group_show (self->facts, agreement);
  show_family (self, self->view);
  sel_agreement_show_findings (self->findings, agreement, self->view,
                               sel_office_get_today (self->office));
  sel_row_group_show_history (self->history, self->office, &sel_agreement_type,
                              agreement->record.id);
  return G_SOURCE_REMOVE;
}

typedef struct
{
  gint64 agreement;
  GDate today;
} Count;

static gpointer
count_realised (SelConnection *connection, gpointer question, GError **error)
{
  const Count *count = question;

  return sel_realised_count (connection, count->agreement, &count->today, error);
}

/* The record may be there already without the counts. */
static void
counted_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelAgreementsPage *self = SEL_AGREEMENTS_PAGE (source);
  g_autoptr (GError) error = NULL;
  gint64 *counts = sel_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->counting);
  if (counts == NULL)
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  self->view->realised = counts;
  if (self->record_source == 0)
    show_promises (self, self->view);
}

static void
start_counting (SelAgreementsPage *self)
{
  const Count count = { self->agreement->record.id, *sel_office_get_today (self->office) };

  self->counting = g_cancellable_new ();
  sel_read_async (sel_office_get_store (self->office), count_realised,
                  g_memdup2 (&count, sizeof count), g_free, g_free, self->counting, self,
                  counted_cb);
}

static void
show_record_after (SelAgreementsPage *self, guint milliseconds)
{
  g_clear_handle_id (&self->record_source, g_source_remove);
  self->record_source = g_timeout_add (milliseconds, show_record_cb, self);
}

static void
drawn_cb (SelAgreementsPage *self)
{
  if (self->record_source)
    show_record_after (self, 0);
}

/* Where what is added now will stand. */
static void
note_what_is_next (SelAgreementsPage *self)
{
  const GArray *parties = self->view->parties;
  const GArray *items = self->view->scope_items;

  self->next_document = sel_agreement_view_next_document (self->view);
  self->next_party = 1;
  if (parties->len)
    self->next_party += g_array_index (parties, SelAgreementParty, parties->len - 1).position;
  self->next_scope_item = 1;
  if (items->len)
    self->next_scope_item += g_array_index (items, SelAgreementScopeItem, items->len - 1).position;
}

static void
fill_cb (SelAgreementsPage *self, SelAgreement *agreement)
{
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  forget (self);
  if (agreement == NULL)
    {
      sel_document_loader_open (self->loader, NULL);
      return;
    }

  if ((reading = sel_reading_begin (sel_office_get_store (self->office), &error)))
    self->view = sel_agreement_view_read (reading->connection, agreement->record.id,
                                          sel_office_get_today (self->office),
                                          sel_office_get_notice_days (self->office), &error);
  if (self->view == NULL)
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  self->agreement = sel_record_copy (&sel_agreement_type, agreement);
  note_what_is_next (self);
  start_counting (self);
  if (sel_document_loader_open (self->loader, self->view->documents) &&
      gtk_widget_get_mapped (GTK_WIDGET (self->document_view)))
    show_record_after (self, PATIENCE);
  else
    show_record_cb (self);
}

static void
add_timeline (SelAgreementsPage *self)
{
  SelTimeline *timeline = g_object_new (SEL_TYPE_TIMELINE, NULL);
  SelRecordList *list = sel_record_pane_get_list (self->pane);

  sel_timeline_attach (timeline, self->office, list);
  sel_record_list_add_view (list, GTK_WIDGET (timeline), "x-office-calendar-symbolic",
                            _ ("Timeline"));
}

static gboolean
dropped_cb (SelAgreementsPage *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL || files->next)
    sel_office_say (self->office, _ ("Drop one PDF at a time, for the agreement that it is."));
  else
    sel_agreement_from_pdf (GTK_WIDGET (self), self->office, files->data);
  return TRUE;
}

static void
sel_agreements_page_attach (SelSection *section, SelOffice *office)
{
  SelAgreementsPage *self = SEL_AGREEMENTS_PAGE (section);

  self->office = g_object_ref (office);
  self->loader = sel_document_loader_new (office, self->documents, self->document_view);
  sel_document_view_attach (self->document_view, office);
  sel_field_group_attach (self->facts, office, &sel_agreement_type, fact_fields);
  sel_record_pane_attach (self->pane, office, &sel_agreements_list);
  add_timeline (self);
}

static gboolean
sel_agreements_page_show_record (SelSection *section, const SelRecordType *type, gint64 id)
{
  if (type != &sel_agreement_type)
    return FALSE;

  sel_record_pane_open (SEL_AGREEMENTS_PAGE (section)->pane, id);
  return TRUE;
}

/* Shows the page, from 1, of a PDF of the agreement, and @words on it. */
void
sel_agreements_page_show_page (SelAgreementsPage *self,
                               gint64 agreement,
                               const char *sha256,
                               const char *file,
                               guint page,
                               const char *words)
{
  gboolean is_shown = sel_record_pane_get_shown (self->pane) == agreement;

  sel_document_loader_show_page (self->loader, is_shown, sha256, file, page, words);
  sel_record_pane_open (self->pane, agreement);
}

/* Who reads the page looks for something on it; everyone else for an agreement. */
static void
sel_agreements_page_search (SelSection *section)
{
  SelAgreementsPage *self = SEL_AGREEMENTS_PAGE (section);

  if (gtk_widget_get_state_flags (GTK_WIDGET (self->document_view)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    sel_document_view_find (self->document_view);
  else
    sel_record_list_search (sel_record_pane_get_list (self->pane));
}

static void
sel_agreements_page_add (SelSection *section)
{
  SelAgreement *agreement = sel_record_new (&sel_agreement_type);

  agreement->stage = SEL_AGREEMENT_STAGE_DRAFT;
  sel_record_add (GTK_WIDGET (section), SEL_AGREEMENTS_PAGE (section)->office, &sel_agreement_type,
                  agreement);
}

static void
sel_agreements_page_section_init (SelSectionInterface *iface)
{
  iface->attach = sel_agreements_page_attach;
  iface->show_record = sel_agreements_page_show_record;
  iface->search = sel_agreements_page_search;
  iface->add = sel_agreements_page_add;
}

static void
sel_agreements_page_dispose (GObject *object)
{
  SelAgreementsPage *self = SEL_AGREEMENTS_PAGE (object);

  forget (self);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_agreements_page_parent_class)->dispose (object);
}

static void
bind_groups (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, findings);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, parties);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, scope);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, obligations);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, realisations);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, reviews);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, amendments);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, add_amendment);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, family_group);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, family_scrolled);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, family);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, family_rest);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, relations);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, programmes);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, witnesses);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, documents);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, history);
}

static void
sel_agreements_page_class_init (SelAgreementsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_agreements_page_dispose;

  g_type_ensure (SEL_TYPE_RECORD_PANE);
  g_type_ensure (SEL_TYPE_FIELD_GROUP);
  g_type_ensure (SEL_TYPE_ROW_GROUP);
  g_type_ensure (SEL_TYPE_FAMILY_TREE);
  g_type_ensure (SEL_TYPE_DOCUMENT_VIEW);
  g_type_ensure (SEL_TYPE_AGREEMENT_COMPANION); /* of the form */
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/selaras/Selaras/ui/agreements/agreements-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, box);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, pane);
  gtk_widget_class_bind_template_child (widget_class, SelAgreementsPage, document_view);
  bind_groups (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, drawn_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  sel_agreements_page_install_actions (widget_class);
}

static void
sel_agreements_page_init (SelAgreementsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sel_wheel_pass_on (self->family_scrolled);
}
