/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part that was read from the page: what it is called, what it still lacks, and how a person
 * corrects it in the form of its record, beside the page. */
#include <glib/gi18n-lib.h>

#include "domain/document.h"
#include "domain/findings.h"
#include "domain/found-records.h"
#include "domain/paper-pattern.h"
#include "domain/partner.h"
#include "store/title.h"
#include "ui/agreements/from-pdf-private.h"
#include "ui/records/field-group.h"

void
sel_draft_part_free (SelDraftPart *self)
{
  sel_record_free (self->type, self->record);
  sel_record_free (&sel_partner_type, self->partner);
  g_free (self);
}

static const SelFoundParty *
found_party (const SelDraftPart *self)
{
  return g_ptr_array_index (self->draft->read->text->found->parties, self->number);
}

/* As the page says it. */
static const char *
get_name (const SelDraftPart *self)
{
  const SelFoundParty *found = found_party (self);

  return found->heading.text ? found->heading.text : found->institution.text;
}

/* "PIHAK KESATU". */
static char *
dup_label (const SelDraftPart *self)
{
  const SelParty *party = self->record;

  return sel_party_dup_label (party->label, party->position);
}

static char *
dup_party_title (const SelDraftPart *self)
{
  const SelParty *party = self->record;
  g_autoptr (SelReading) reading = NULL;
  g_autofree char *title = NULL;

  if (self->partner)
    return g_strdup (((const SelPartner *) self->partner)->name);
  if (party->partner > 0 &&
      (reading = sel_reading_begin (sel_office_get_store (self->draft->office), NULL)))
    title = sel_title_dup (reading->connection, &sel_partner_type, party->partner, NULL);
  if (title)
    return g_steal_pointer (&title);

  return get_name (self) ? g_strdup (get_name (self)) : dup_label (self);
}

/* What the row is called. Free with g_free(). */
char *
sel_draft_part_dup_title (const SelDraftPart *self)
{
  if (self->type == &sel_party_type)
    return dup_party_title (self);
  if (self->type == &sel_scope_item_type)
    return g_strdup (((const SelScopeItem *) self->record)->text);
  if (self->type == &sel_obligation_type)
    return g_strdup (((const SelObligation *) self->record)->text);

  return g_strdup (self->draft->read->name);
}

/* The party that owes it; NULL for all of them. */
static const SelDraftPart *
get_debtor (const SelDraftPart *self)
{
  const gint64 party =
    self->type == &sel_obligation_type ? ((const SelObligation *) self->record)->party : 0;

  return party < 0 ? g_ptr_array_index (self->draft->parts, -1 - party) : NULL;
}

/* An obligation without a party is owed by all, so that one whose party is left out is not added. */
gboolean
sel_draft_part_is_chosen (const SelDraftPart *self)
{
  const SelDraftPart *debtor = get_debtor (self);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)) &&
         (debtor == NULL || sel_draft_part_is_chosen (debtor));
}

/* Why it cannot be added as it is; NULL when it can. Free with g_free(). */
char *
sel_draft_part_dup_problem (const SelDraftPart *self)
{
  g_autoptr (SelFindings) findings = sel_findings_new ();

  if (self->record == NULL)
    return NULL;
  if (self->type == &sel_party_type && ((const SelParty *) self->record)->partner == 0)
    return g_strdup (_ ("No partner of the register is called so. Add it as a new one, choose "
                        "another with the pencil, or leave it out."));

  sel_record_check (self->type, self->record, sel_office_get_today (self->draft->office), findings);
  for (guint i = 0; i < sel_findings_get_n (findings); i++)
    {
      const SelFinding *finding = sel_findings_get (findings, i);

      if (finding->severity == SEL_ERROR && !(finding->field->flags & SEL_FIELD_OWNER))
        return g_strdup_printf ("%s: %s", sel_field_label (finding->field), finding->message);
    }
  return NULL;
}

static void
append_field (const SelDraftPart *self, GString *facts, const char *name)
{
  const SelField *field = sel_record_type_field (self->type, name);
  g_autofree char *value =
    sel_field_is_empty (field, self->record) ? NULL : sel_field_dup_display (field, self->record);

  sel_fact_append (facts, NULL, value);
}

static void
append_party_facts (const SelDraftPart *self, GString *facts)
{
  const SelParty *party = self->record;
  g_autofree char *label = dup_label (self);

  sel_fact_append (facts, NULL, label);
  if (self->partner)
    sel_fact_append (facts, NULL, _ ("new partner"));
  sel_fact_append (facts, C_ ("party", "No."), party->number);
  append_field (self, facts, "unit");
  append_field (self, facts, "signatory");
  append_field (self, facts, "office");
}

static void
append_promise_facts (const SelDraftPart *self, GString *facts)
{
  const gboolean is_scope = self->type == &sel_scope_item_type;
  const char *number = is_scope ? ((const SelScopeItem *) self->record)->article
                                : ((const SelObligation *) self->record)->article;
  /* Translators: an article of an agreement; the paper itself says Pasal */
  g_autofree char *article = number ? g_strdup_printf (_ ("Article %s"), number) : NULL;
  const SelDraftPart *debtor = get_debtor (self);
  g_autofree char *label = debtor ? dup_label (debtor) : NULL;

  sel_fact_append (facts, NULL, article);
  sel_fact_append (facts, NULL, label);
  append_field (self, facts, "topic");
  if (is_scope)
    return;

  append_field (self, facts, "recurrence");
  append_field (self, facts, "due_on");
  append_field (self, facts, "responsible");
}

/* What stands below its title. */
static char *
dup_facts (const SelDraftPart *self)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  const SelDraftPart *debtor = get_debtor (self);

  if (debtor && !sel_draft_part_is_chosen (debtor))
    sel_fact_append (facts, NULL, _ ("left out with its party"));
  else if (!sel_draft_part_is_chosen (self))
    sel_fact_append (facts, NULL, _ ("left out"));
  if (self->type == &sel_party_type)
    append_party_facts (self, facts);
  else if (self->record)
    append_promise_facts (self, facts);
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

/* Says in the row what the record says by now, and what is to be decided. */
void
sel_draft_part_refresh (SelDraftPart *self)
{
  const SelDraftPart *debtor = get_debtor (self);
  g_autofree char *title = sel_draft_part_dup_title (self);
  g_autofree char *facts = dup_facts (self);
  g_autofree char *problem = sel_draft_part_is_chosen (self) ? sel_draft_part_dup_problem (self) : NULL;
  g_autofree char *said = problem ? g_strconcat (facts, "\n", problem, NULL) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), said ? said : facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_sensitive (self->check, debtor == NULL || sel_draft_part_is_chosen (debtor));
  gtk_widget_set_visible (self->mark, problem != NULL);
  if (self->new_partner)
    gtk_widget_set_visible (self->new_partner,
                            self->partner || ((const SelParty *) self->record)->partner == 0);
}

static SelDraftPart *
get_part (gpointer row)
{
  return g_object_get_data (row, SEL_DRAFT_PART_KEY);
}

/* Somebody who has corrected a part wants it. */
static void
change (SelDraftPart *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), TRUE);
  sel_pdf_draft_note_look (self->draft, self->place);
  sel_pdf_draft_note_change (self->draft);
}

static gboolean
says_another_due (gconstpointer before, gconstpointer after)
{
  static const char *const names[] = { "recurrence", "due_on" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!sel_field_is_equal (sel_record_type_field (&sel_obligation_type, names[i]), before, after))
      return TRUE;

  return FALSE;
}

static void
corrected_cb (gpointer row, gpointer take_record)
{
  SelDraftPart *self = get_part (row);

  if (self->type == &sel_obligation_type)
    self->is_due_said |= says_another_due (self->record, take_record);
  sel_record_free (self->type, self->record);
  self->record = take_record;
  if (self->type == &sel_party_type &&
      ((const SelParty *) self->record)->partner != SEL_PDF_NEW_PARTNER)
    {
      sel_record_free (&sel_partner_type, self->partner);
      self->partner = NULL;
    }
  change (self);
}

static void
partner_cb (gpointer row, gpointer take_record)
{
  SelDraftPart *self = get_part (row);

  sel_record_free (&sel_partner_type, self->partner);
  self->partner = take_record;
  ((SelParty *) self->record)->partner = SEL_PDF_NEW_PARTNER;
  change (self);
}

/* The page is shown as soon as it is there. */
static void
drawn_cb (SelDocumentView *view, gpointer row)
{
  const SelDraftPart *self = get_part (row);
  g_autoptr (GArray) places = sel_paper_dup_places (self->draft->read->text->paper, self->span);

  sel_document_view_show_places (view, places);
}

static SelDocumentView *
add_page (SelDraftPart *self, SelRecordForm *form)
{
  SelDocumentView *view = sel_pdf_draft_add_view (self->draft, form);

  g_signal_connect_object (view, "drawn", G_CALLBACK (drawn_cb), self->row, 0);
  return view;
}

static void
mark (const SelDraftPart *self,
      SelRecordForm *form,
      SelDocumentView *view,
      const char *field,
      SelSpan span)
{
  if (!sel_span_is_empty (span))
    sel_record_form_add_tool (form, field,
                              sel_pdf_draft_new_place_button (self->draft, view, span));
}

static void
mark_fields (const SelDraftPart *self, SelRecordForm *form, SelDocumentView *view)
{
  const SelFoundAgreement *found = self->draft->read->text->found;

  if (self->type == &sel_party_type)
    {
      const SelFoundParty *party = found_party (self);

      if (((const SelParty *) self->record)->label)
        mark (self, form, view, "label", party->label.span);
      mark (self, form, view, "partner",
            party->heading.text ? party->heading.span : party->institution.span);
      mark (self, form, view, "number", party->number.span);
      mark (self, form, view, "signatory", party->signatory.span);
      mark (self, form, view, "office", party->office.span);
      mark (self, form, view, "on_behalf_of", party->institution.span);
      mark (self, form, view, "authority", party->basis.span);
    }
  else if (self->type == &sel_obligation_type)
    {
      const SelFoundPromise *promise = g_ptr_array_index (found->obligations, self->number);

      mark (self, form, view, "party", promise->party.span);
      mark (self, form, view, "text", promise->text.span);
      if (promise->recurrence.number)
        mark (self, form, view, "recurrence", promise->recurrence.span);
    }
  else
    mark (self, form, view, "text", self->span);
}

/* What is written with the agreement, and can be chosen already. */
static void
offer_drafts (const SelDraftPart *self, SelRecordForm *form)
{
  if (self->partner)
    sel_record_form_offer (form, "partner", SEL_PDF_NEW_PARTNER,
                           ((const SelPartner *) self->partner)->name);
  if (self->type != &sel_obligation_type)
    return;

  for (guint i = 0; i < self->draft->read->text->found->parties->len; i++)
    {
      const SelDraftPart *party = g_ptr_array_index (self->draft->parts, i);
      g_autofree char *label = dup_label (party);
      g_autofree char *title = sel_draft_part_dup_title (party);
      g_autofree char *offer = g_strdup_printf ("%s · %s", label, title);

      sel_record_form_offer (form, "party", -1 - (gint64) i, offer);
    }
}

/* Opens the form of the part that @row stands for. */
void
sel_draft_part_correct_cb (GtkWidget *row)
{
  SelDraftPart *self = get_part (row);
  SelRecordForm *form = sel_record_form_present_draft (
    self->row, self->draft->office, self->type, sel_record_copy (self->type, self->record),
    corrected_cb, self->row);
  g_autofree char *title = sel_draft_part_dup_title (self);
  g_autofree char *words = sel_title_dup_first_words (title);
  /* Translators: a form; %s is what is corrected, such as a party's name or the text of a promise */
  g_autofree char *heading = g_strdup_printf (_ ("Correct: “%s”"), words);

  gtk_window_set_title (GTK_WINDOW (form), heading);
  offer_drafts (self, form);
  mark_fields (self, form, add_page (self, form));
}

/* Opens the form of a partner that is called as the page says in @row. */
void
sel_draft_part_add_partner_cb (GtkWidget *row)
{
  SelDraftPart *self = get_part (row);
  SelPartner *partner = self->partner ? sel_record_copy (&sel_partner_type, self->partner)
                                      : sel_record_new (&sel_partner_type);
  SelRecordForm *form;

  if (partner->name == NULL)
    partner->name = g_strdup (get_name (self));
  form = sel_record_form_present_draft (self->row, self->draft->office, &sel_partner_type, partner,
                                        partner_cb, self->row);
  mark (self, form, add_page (self, form), "name",
        found_party (self)->heading.text ? found_party (self)->heading.span
                                         : found_party (self)->institution.span);
}
