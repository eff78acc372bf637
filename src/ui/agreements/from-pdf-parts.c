/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"
#include "domain/document.h"
#include "domain/obligation.h"
#include "domain/party.h"
#include "domain/scope-item.h"
#include "domain/scope-topic.h"
#include "store/content.h"
#include "store/record.h"
#include "store/related.h"
#include "ui/agreements/agreement-companion.h"
#include "ui/agreements/from-pdf-private.h"
#include "ui/line-layout.h"
#include "ui/records/field-group.h"
#include "ui/record-actions.h"

/* What is checked, in the order of the rows: the parties, the scope items, the obligations, and
 * the PDF itself. */
typedef struct
{
  SelPdfRead *read;
  gint64 agreement;
  GDate today;
  gboolean *is_chosen;
  gint64 *parties; /* ids, one for each that was found; 0 for one that is not added */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  g_free (self->is_chosen);
  g_free (self->parties);
  sel_pdf_read_unref (self->read);
  g_free (self);
}

static void
append_row (SelPdfDraft *self,
            AdwPreferencesGroup *group,
            const char *title,
            const char *subtitle,
            const SelSpan *span,
            gboolean can_be_added)
{
  GtkWidget *row = sel_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), can_be_added);
  gtk_widget_set_sensitive (check, can_be_added);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (span)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), sel_pdf_draft_new_place_button (self, *span));
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->checks, check);
}

static const SelFoundParty *
party_at (const SelFoundAgreement *found, guint i)
{
  return g_ptr_array_index (found->parties, i);
}

static void
append_party (SelPdfDraft *self, AdwPreferencesGroup *group, guint i)
{
  const SelFoundParty *party = party_at (self->read->text->found, i);
  const gboolean is_known = g_array_index (self->read->lookup->partners, gint64, i) != 0;
  const char *name = party->heading.text ? party->heading.text : party->institution.text;
  g_autoptr (GString) facts = g_string_new (NULL);

  sel_fact_append (facts, NULL, party->label.text);
  sel_fact_append (facts, C_ ("party", "No."), party->number.text);
  sel_fact_append (facts, NULL, party->signatory.text);
  sel_fact_append (facts, NULL, party->office.text);
  if (!is_known)
    sel_fact_append (facts, NULL, _ ("not a partner of the register yet: add it by hand"));
  append_row (self, group, name ? name : party->label.text, facts->str, &party->span, is_known);
}

/* Whose label this is among the parties that were found; -1 where it is nobody's, as PARA PIHAK. */
static int
find_party (const SelFoundAgreement *found, const char *label)
{
  for (guint i = 0; label && i < found->parties->len; i++)
    if (g_ascii_strcasecmp (party_at (found, i)->label.text, label) == 0)
      return (int) i;

  return -1;
}

/* Data may travel under a scope item of that topic (domain/export-gate.h), so that a person chooses it
 * and no word on a page does. */
static SelScopeTopic
find_topic (const SelFoundPromise *promise)
{
  const SelScopeTopic topic = sel_scope_topic_of_text (promise->text.text);

  return topic == SEL_SCOPE_DATA_EXCHANGE ? SEL_SCOPE_OTHER : topic;
}

/* Whether the party that owes it, if it is one, can be added. */
static gboolean
has_known_party (SelPdfDraft *self, const SelFoundPromise *promise)
{
  const int party = find_party (self->read->text->found, promise->party.text);

  return party < 0 || g_array_index (self->read->lookup->partners, gint64, party) != 0;
}

/* The topic of scope items is guessed from their words, and shown for that; @is_scope. */
static void
append_promises (SelPdfDraft *self,
                 AdwPreferencesGroup *group,
                 GPtrArray *promises,
                 gboolean is_scope)
{
  for (guint i = 0; i < promises->len; i++)
    {
      const SelFoundPromise *promise = g_ptr_array_index (promises, i);
      /* Translators: an article of an agreement; the paper itself says Pasal */
      g_autofree char *article = g_strdup_printf (_ ("Article %s"), promise->article);
      const gboolean is_known = has_known_party (self, promise);
      g_autoptr (GString) facts = g_string_new (NULL);

      sel_fact_append (facts, NULL, article);
      sel_fact_append (facts, NULL, promise->party.text);
      if (is_scope)
        sel_fact_append (facts, NULL,
                         sel_choice_label (&sel_scope_topics[find_topic (promise) - 1]));
      if (!is_known)
        sel_fact_append (facts, NULL, _ ("its party is not a partner of the register yet"));
      append_row (self, group, promise->text.text, facts->str, &promise->text.span, is_known);
    }
}

static AdwPreferencesGroup *
new_group (const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  return group;
}

/* That the register has this file already, or a number that is on it; NULL where it has neither. */
char *
sel_pdf_draft_dup_twin (SelPdfDraft *self)
{
  const SelPageLookup *lookup = self->read->lookup;
  const SelFoundParty *party;

  if (lookup->same)
    /* Translators: %s is what an agreement is called */
    return g_strdup_printf (_ ("This very file is a document of “%s” already."), lookup->same);
  if (lookup->alike.id == 0)
    return NULL;

  party = party_at (self->read->text->found, lookup->alike.number);
  /* Translators: the number of a party's copy, as printed */
  return g_strdup_printf (_ ("An agreement with the number %s is in the register already."),
                          party->number.text);
}

/* @button may be NULL. */
static void
append_remark (AdwPreferencesGroup *group, const char *message, GtkWidget *button)
{
  GtkWidget *row = sel_action_row_new ();
  GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), message);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (mark, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  if (button)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

/* What there is to ask about the paper, before it is filed. */
static AdwPreferencesGroup *
new_remarks (SelPdfDraft *self)
{
  AdwPreferencesGroup *group = new_group (_ ("Worth a look"));
  g_autofree char *twin = sel_pdf_draft_dup_twin (self);
  GPtrArray *remarks = self->read->text->remarks;

  if (twin)
    append_remark (group, twin, NULL);
  for (guint i = 0; i < remarks->len; i++)
    {
      const SelRemark *remark = g_ptr_array_index (remarks, i);

      append_remark (group, remark->message, sel_pdf_draft_new_place_button (self, remark->span));
    }
  gtk_widget_set_visible (GTK_WIDGET (group), remarks->len > 0 || twin);
  return group;
}

/* Lists what will be added with the agreement, and what there is to ask about it. */
void
sel_pdf_draft_add_parts (SelPdfDraft *self, SelRecordForm *form)
{
  const SelFoundAgreement *found = self->read->text->found;
  AdwPreferencesGroup *parties = new_group (_ ("Parties that are added with it"));
  AdwPreferencesGroup *scope = new_group (_ ("Scope that is added with it"));
  AdwPreferencesGroup *obligations = new_group (_ ("Obligations that are added with it"));
  AdwPreferencesGroup *document = new_group (_ ("Document that is added with it"));

  for (guint i = 0; i < found->parties->len; i++)
    append_party (self, parties, i);
  append_promises (self, scope, found->scope, TRUE);
  append_promises (self, obligations, found->obligations, FALSE);
  append_row (self, document, self->read->name, NULL, NULL, TRUE);

  gtk_widget_set_visible (GTK_WIDGET (parties), found->parties->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (scope), found->scope->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (obligations), found->obligations->len > 0);
  if (found->parties->len)
    sel_agreement_companion_use_partners (
      SEL_AGREEMENT_COMPANION (sel_record_form_get_companion (form)), self->read->lookup->partners);
  sel_record_form_add_group (form, parties);
  sel_record_form_add_group (form, scope);
  sel_record_form_add_group (form, obligations);
  sel_record_form_add_group (form, document);
  sel_record_form_add_group (form, new_remarks (self));
}

/* What is typed is never too long; what stands on a page may be. */
static gboolean
fits (const SelRecordType *type, gconstpointer record, GError **error)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      const char *text =
        field->kind == SEL_FIELD_TEXT ? *SEL_MEMBER_CONST (char *, record, field) : NULL;

      if (text && strlen (text) > sel_field_most_bytes (field))
        {
          g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED,
                       /* Translators: a kind of record, such as "Obligation", and one of its fields */
                       _ ("%s: “%s” is too long on the page. Leave it unchecked, and write it down by "
                          "hand."),
                       _ (type->label), sel_field_label (field));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
admit (const Writing *self,
       SelAct *act,
       const SelRecordType *type,
       gconstpointer record,
       GError **error)
{
  if (sel_related_admit (sel_act_get_connection (act), type, record, &self->today, error))
    return TRUE;

  g_prefix_error (error, "%s: ", _ (type->label));
  return FALSE;
}

static gboolean
insert (Writing *self,
        SelAct *act,
        const SelRecordType *type,
        gpointer take_record,
        gint64 *id,
        GError **error)
{
  const gboolean is_done = fits (type, take_record, error) &&
                           admit (self, act, type, take_record, error) &&
                           sel_act_insert (act, type, take_record, error);

  if (id)
    *id = ((SelRecord *) take_record)->id;
  sel_record_free (type, take_record);
  return is_done;
}

/* The label that follows from the place says nothing. */
static void
take_label (SelParty *party, const char *label)
{
  g_autofree char *usual = sel_party_dup_label (NULL, party->position);

  if (label && g_ascii_strcasecmp (label, usual) != 0)
    party->label = g_strdup (label);
}

static gboolean
write_party (Writing *self, SelAct *act, guint i, GError **error)
{
  const SelFoundParty *found = party_at (self->read->text->found, i);
  SelParty *party = sel_record_new (&sel_party_type);

  party->agreement = self->agreement;
  party->position = i + 1;
  party->partner = g_array_index (self->read->lookup->partners, gint64, i);
  party->number = g_strdup (found->number.text);
  party->signatory = g_strdup (found->signatory.text);
  party->office = g_strdup (found->office.text);
  party->on_behalf_of = g_strdup (found->institution.text);
  take_label (party, found->label.text);
  if (found->basis.text && (party->authority = sel_authority_of_text (found->basis.text)))
    party->authority_number = sel_authority_dup_number (found->basis.text);
  return insert (self, act, &sel_party_type, party, &self->parties[i], error);
}

static gboolean
write_scope_item (Writing *self, SelAct *act, guint i, GError **error)
{
  const SelFoundPromise *found = g_ptr_array_index (self->read->text->found->scope, i);
  SelScopeItem *item = sel_record_new (&sel_scope_item_type);

  item->agreement = self->agreement;
  item->position = i + 1;
  item->topic = (int) find_topic (found);
  item->text = g_strdup (found->text.text);
  item->article = g_strdup (found->article);
  return insert (self, act, &sel_scope_item_type, item, NULL, error);
}

static gboolean
write_obligation (Writing *self, SelAct *act, guint i, GError **error)
{
  const SelFoundPromise *found = g_ptr_array_index (self->read->text->found->obligations, i);
  const int party = find_party (self->read->text->found, found->party.text);
  SelObligation *obligation;

  /* An obligation without a party is owed by all: what one owes that is not added waits for it. */
  if (party >= 0 && self->parties[party] == 0)
    return TRUE;

  obligation = sel_record_new (&sel_obligation_type);
  obligation->agreement = self->agreement;
  obligation->party = party >= 0 ? self->parties[party] : 0;
  obligation->text = g_strdup (found->text.text);
  obligation->article = g_strdup (found->article);
  return insert (self, act, &sel_obligation_type, obligation, NULL, error);
}

static gboolean
write_document (Writing *self, SelAct *act, GError **error)
{
  const SelPdfRead *read = self->read;
  SelAgreement *agreement = sel_record_load (sel_act_get_connection (act), &sel_agreement_type,
                                             self->agreement, error);
  const gboolean is_signed = agreement && agreement->stage >= SEL_AGREEMENT_STAGE_SIGNED;
  SelDocument *document;

  if (agreement == NULL)
    return FALSE;

  sel_record_free (&sel_agreement_type, agreement);
  document = sel_record_new (&sel_document_type);

  document->agreement = self->agreement;
  document->kind = is_signed ? SEL_DOCUMENT_SIGNED : SEL_DOCUMENT_DRAFT;
  document->title = g_strdup (read->name);
  document->file = g_strdup (read->name);
  document->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, read->bytes);
  if (read->text->n_pages)
    document->pages = read->text->n_pages;
  if (!sel_content_put (act, document->sha256, read->bytes, error))
    {
      sel_record_free (&sel_document_type, document);
      return FALSE;
    }
  return insert (self, act, &sel_document_type, document, NULL, error);
}

static gboolean
write_chosen (Writing *self, SelAct *act, GError **error)
{
  const SelFoundAgreement *found = self->read->text->found;
  const gboolean *is_chosen = self->is_chosen;

  for (guint i = 0; i < found->parties->len; i++)
    if (*is_chosen++ && !write_party (self, act, i, error))
      return FALSE;
  for (guint i = 0; i < found->scope->len; i++)
    if (*is_chosen++ && !write_scope_item (self, act, i, error))
      return FALSE;
  for (guint i = 0; i < found->obligations->len; i++)
    if (*is_chosen++ && !write_obligation (self, act, i, error))
      return FALSE;
  return !*is_chosen || write_document (self, act, error);
}

/* What is checked just now. */
static gpointer
take (gpointer asker)
{
  SelPdfDraft *self = SEL_PDF_DRAFT (asker);
  Writing *writing = g_new0 (Writing, 1);

  writing->read = g_atomic_rc_box_acquire (self->read);
  writing->today = *sel_office_get_today (self->office);
  writing->is_chosen = g_new0 (gboolean, self->checks->len);
  writing->parties = g_new0 (gint64, self->read->text->found->parties->len);
  for (guint i = 0; i < self->checks->len; i++)
    writing->is_chosen[i] = gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
  return writing;
}

static gboolean
write_parts (SelAct *act, gint64 agreement, gpointer taken, GError **error)
{
  Writing *self = taken;

  self->agreement = agreement;
  return write_chosen (self, act, error);
}

const SelFormWith sel_pdf_draft_parts = { take, write_parts, writing_free };
