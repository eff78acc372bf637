/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/from-pdf.h"

#include <glib/gi18n-lib.h>

#include "confined/error.h"
#include "domain/found-records.h"
#include "domain/paper-pattern.h"
#include "ui/agreements/from-pdf-private.h"
#include "ui/agreements/pdf-file.h"
#include "ui/reading.h"
#include "ui/record-actions.h"

#define DRAFT_KEY "sel-draft" /* of the form: its SelPdfDraft */

static void
clear_read (SelPdfRead *self)
{
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->text, sel_document_text_free);
  g_clear_pointer (&self->lookup, sel_page_lookup_free);
}

void
sel_pdf_read_unref (SelPdfRead *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_read);
}

G_DEFINE_FINAL_TYPE (SelPdfDraft, sel_pdf_draft, G_TYPE_OBJECT)

static void
sel_pdf_draft_dispose (GObject *object)
{
  SelPdfDraft *self = SEL_PDF_DRAFT (object);

  g_clear_weak_pointer (&self->page);
  g_clear_weak_pointer (&self->view);
  g_clear_weak_pointer (&self->form);
  g_clear_object (&self->office);
  g_clear_object (&self->patience);
  g_clear_pointer (&self->read, sel_pdf_read_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (sel_pdf_draft_parent_class)->dispose (object);
}

static void
sel_pdf_draft_class_init (SelPdfDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sel_pdf_draft_dispose;
}

static void
sel_pdf_draft_init (SelPdfDraft *self)
{
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sel_draft_part_free);
  self->places = g_ptr_array_new ();
  self->read = g_atomic_rc_box_new0 (SelPdfRead);
}

static SelAgreement *
make_record (SelPdfDraft *self)
{
  SelAgreement *record =
    sel_found_agreement_dup_record (self->read->text->found, sel_office_get_today (self->office));

  record->parent = self->read->lookup->parent.id;
  record->renews = self->read->lookup->renews.id;
  return record;
}

static void
first_day_cb (SelPdfDraft *self, gpointer record)
{
  const SelAgreement *agreement = record;
  const SelAgreementSpan span = sel_agreement_span (&agreement->starts_on, &agreement->signed_on,
                                                    &agreement->ends_on);

  sel_pdf_draft_follow_first_day (self, &span.first_day);
}

/* What a person corrects was looked at. */
static void
corrected_cb (SelRecordForm *form, G_GNUC_UNUSED gpointer record, gpointer button)
{
  sel_pdf_draft_note_look (g_object_get_data (G_OBJECT (form), DRAFT_KEY), button);
}

static void
mark (SelPdfDraft *self, const char *field, gboolean is_read, SelSpan span)
{
  g_autofree char *signal = g_strconcat ("field-changed::", field, NULL);
  GtkWidget *button;

  if (!is_read || sel_span_is_empty (span))
    return;

  button = sel_pdf_draft_new_place_button (self, self->view, span);
  sel_pdf_draft_note_place (self, button);
  sel_record_form_add_tool (self->form, field, button);
  g_signal_connect_object (self->form, signal, G_CALLBACK (corrected_cb), button, 0);
}

static void
mark_cited (SelPdfDraft *self, const char *field, const SelPageCited *cited)
{
  const SelFoundText *number;

  if (cited->id == 0)
    return;

  number = g_ptr_array_index (self->read->text->found->parents, cited->number);
  mark (self, field, TRUE, number->span);
}

/* In the order of the form. */
static void
mark_fields (SelPdfDraft *self)
{
  const SelFoundAgreement *found = self->read->text->found;
  const GDate *today = sel_office_get_today (self->office);

  mark (self, "kind", found->kind != 0, found->alias.span);
  mark (self, "alias", found->alias.text != NULL, found->alias.span);
  mark (self, "title", found->title.text != NULL, found->title.span);
  mark (self, "stage", sel_found_agreement_is_signed (found, today), found->signed_on.span);
  mark_cited (self, "parent", &self->read->lookup->parent);
  mark_cited (self, "renews", &self->read->lookup->renews);
  mark (self, "signed_on", g_date_valid (&found->signed_on.date), found->signed_on.span);
  mark (self, "signed_at", found->signed_at.text != NULL, found->signed_at.span);
  mark (self, "starts_on", g_date_valid (&found->starts_on.date), found->starts_on.span);
  mark (self, "term_months", found->term_months.number > 0, found->term_months.span);
  mark (self, "ends_on", g_date_valid (&found->ends_on.date), found->ends_on.span);
  if (g_date_valid (&found->ends_on.date) &&
      found->ends_on.span.start != found->term_months.span.start) /* the page says the day itself */
    sel_record_form_hold (self->form, "ends_on");
  mark (self, "open_ended", TRUE, found->open_ended);
  mark (self, "notice_months", found->notice_months.number > 0, found->notice_months.span);
  mark (self, "notice_days", found->notice_days.number > 0, found->notice_days.span);
}

static void
saved_cb (gpointer asker, gint64 id)
{
  SelPdfDraft *self = SEL_PDF_DRAFT (asker);

  if (self->page)
    sel_record_open (self->page, &sel_agreement_type, id);
}

/* It stays said while the form is filled in. */
static void
tell_twin (SelPdfDraft *self)
{
  g_autofree char *told = sel_pdf_draft_dup_twin (self);
  GtkWidget *label;

  if (told == NULL)
    return;

  label = gtk_label_new (told);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "form-problems");
  gtk_widget_add_css_class (label, "warning");
  sel_record_form_add_notice (self->form, label);
}

static void
present (SelPdfDraft *self)
{
  SelRecordForm *form = sel_record_form_present (self->page, self->office, &sel_agreement_type,
                                                 make_record (self), saved_cb, self);

  g_object_set_data_full (G_OBJECT (form), DRAFT_KEY, g_object_ref (self), g_object_unref);
  g_set_weak_pointer (&self->form, form);
  g_set_weak_pointer (&self->view, sel_pdf_draft_add_view (self, form));
  mark_fields (self);
  g_signal_connect_object (form, "field-changed::starts_on", G_CALLBACK (first_day_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "field-changed::signed_on", G_CALLBACK (first_day_cb), self,
                           G_CONNECT_SWAPPED);
  sel_pdf_draft_add_parts (self);
  tell_twin (self);
  sel_pdf_draft_add_count (self);
  sel_record_form_set_with (form, &sel_pdf_draft_parts);
  if (self->read->text->n_pages == 0)
    sel_record_form_warn (form, _ ("The PDF is protected by a password. Enter it beside, and fill "
                                   "in what stands on the pages."));
  else if (self->read->text->paper->length == 0)
    sel_record_form_warn (form, _ ("The pages have no text that can be read, as in a scan. Fill in "
                                   "what stands on them."));
}

static gpointer
look_up (SelConnection *connection, gpointer question, GError **error)
{
  const SelPdfRead *read = question;
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, read->bytes);

  return sel_page_lookup_new (connection, read->text->found, sha256, error);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelPdfDraft *self = SEL_PDF_DRAFT (source);
  g_autoptr (GError) error = NULL;

  sel_patience_end (self->patience);
  self->read->lookup = sel_read_finish (result, &error);
  if (self->read->lookup == NULL)
    sel_office_fail (self->office, error->message);
  else if (self->page)
    present (self);
}

static void
give_up (SelPdfDraft *self, const GError *error)
{
  sel_patience_end (self->patience);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* by who stopped it */
    sel_office_fail (self->office, error->message);
}

static void
read_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelPdfDraft) self = user_data;
  g_autoptr (GError) error = NULL;

  self->read->text = sel_document_text_read_finish (result, &error);
  if (g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_ENCRYPTED))
    {
      g_autoptr (GPtrArray) no_pages = g_ptr_array_new ();

      self->read->text = sel_document_text_new (no_pages); /* the view beside the form asks for it */
    }
  if (self->read->text == NULL)
    {
      give_up (self, error);
      return;
    }

  sel_read_async (sel_office_get_store (self->office), look_up,
                  g_atomic_rc_box_acquire (self->read), (GDestroyNotify) sel_pdf_read_unref,
                  (GDestroyNotify) sel_page_lookup_free, NULL, self, looked_up_cb);
}

static void
loaded_cb (G_GNUC_UNUSED GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelPdfDraft) self = user_data;
  g_autoptr (GError) error = NULL;

  self->read->bytes = sel_pdf_file_load_finish (result, &error);
  if (self->read->bytes)
    sel_document_text_read_async (self->read->bytes, self->read->name,
                                  sel_patience_get_cancellable (self->patience), read_cb,
                                  g_object_ref (self));
  else
    give_up (self, error);
}

/* Reads @file, and opens the form above @page. */
void
sel_agreement_from_pdf (GtkWidget *page, SelOffice *office, GFile *file)
{
  g_autoptr (SelPdfDraft) self = g_object_new (SEL_TYPE_PDF_DRAFT, NULL);
  g_autofree char *message = NULL;

  self->office = g_object_ref (office);
  g_set_weak_pointer (&self->page, page);
  self->read->name = sel_pdf_file_dup_name (file);
  message = g_strdup_printf (_ ("“%s” is being read …"), self->read->name);
  self->patience = sel_patience_new (page, message);
  sel_patience_begin (self->patience);
  sel_pdf_file_load_async (file, loaded_cb, g_steal_pointer (&self));
}
