/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/found-records.h"

#include "domain/obligation-state.h"
#include "domain/paper-pattern.h"
#include "domain/scope-topic.h"
#include "domain/term.h"

static const SelFoundParty *
party_at (const SelFoundAgreement *self, guint i)
{
  return g_ptr_array_index (self->parties, i);
}

/* What it was made under and what it renews is for the register to say (store/page-lookup.h). */
SelAgreement *
sel_found_agreement_dup_record (const SelFoundAgreement *self, const GDate *today)
{
  SelAgreement *record = sel_record_new (&sel_agreement_type);

  record->stage = sel_found_agreement_is_signed (self, today) ? SEL_AGREEMENT_STAGE_SIGNED
                                                              : SEL_AGREEMENT_STAGE_DRAFT;
  record->kind = self->kind;
  record->alias = g_strdup (self->alias.text);
  record->title = g_strdup (self->title.text);
  record->signed_on = self->signed_on.date;
  record->signed_at = g_strdup (self->signed_at.text);
  record->starts_on = self->starts_on.date;
  record->ends_on = self->ends_on.date;
  record->open_ended = !sel_span_is_empty (self->open_ended);
  if (self->term_months.number)
    record->term_months = self->term_months.number;
  if (self->notice_months.number)
    record->notice_months = self->notice_months.number;
  if (self->notice_days.number)
    record->notice_days = self->notice_days.number;
  return record;
}

/* The label that follows from the place says nothing. */
static void
take_label (SelParty *party, const char *label)
{
  g_autofree char *usual = sel_party_dup_label (NULL, party->position);

  if (label && g_ascii_strcasecmp (label, usual) != 0)
    party->label = g_strdup (label);
}

/* Without its partner. */
SelParty *
sel_found_agreement_dup_party (const SelFoundAgreement *self, guint i)
{
  const SelFoundParty *found = party_at (self, i);
  SelParty *party = sel_record_new (&sel_party_type);

  party->position = i + 1;
  party->number = g_strdup (found->number.text);
  party->signatory = g_strdup (found->signatory.text);
  party->office = g_strdup (found->office.text);
  party->on_behalf_of = g_strdup (found->institution.text);
  take_label (party, found->label.text);
  if (found->basis.text && (party->authority = sel_authority_of_text (found->basis.text)))
    party->authority_number = sel_authority_dup_number (found->basis.text);
  return party;
}

/* The topic is guessed from its words. Data may travel under a scope item of one of them
 * (domain/export-gate.h), so that a person chooses that, and no word on a page does. */
SelScopeItem *
sel_found_agreement_dup_scope_item (const SelFoundAgreement *self, guint i)
{
  const SelFoundPromise *found = g_ptr_array_index (self->scope, i);
  const SelScopeTopic topic = sel_scope_topic_of_text (found->text.text);
  SelScopeItem *item = sel_record_new (&sel_scope_item_type);

  item->position = i + 1;
  item->topic = topic == SEL_SCOPE_DATA_EXCHANGE ? SEL_SCOPE_OTHER : (int) topic;
  item->text = g_strdup (found->text.text);
  item->article = g_strdup (found->article);
  return item;
}

/* Whose label this is; 0 where it is nobody's, as PARA PIHAK. */
static gint64
find_party (const SelFoundAgreement *self, const char *label)
{
  for (guint i = 0; label && i < self->parties->len; i++)
    if (g_ascii_strcasecmp (party_at (self, i)->label.text, label) == 0)
      return -1 - (gint64) i;

  return 0;
}

/* What comes back is owed first by the end of the first such time: no page says a day, and without
 * one nobody would be reminded. Where it is not known when the agreement begins, a person says. */
void
sel_found_agreement_set_first_due (const SelFoundAgreement *self,
                                   guint i,
                                   const GDate *first_day,
                                   SelObligation *obligation)
{
  const SelFoundPromise *found = g_ptr_array_index (self->obligations, i);
  const gboolean comes_back = found->recurrence.number && g_date_valid (first_day);

  obligation->recurrence = comes_back ? (int) found->recurrence.number : 0;
  g_date_clear (&obligation->due_on, 1);
  if (comes_back)
    sel_term_end (first_day,
                  sel_recurrence_get_months ((SelRecurrence) obligation->recurrence),
                  &obligation->due_on);
}

/* @first_day: of the agreement; invalid where it is not known. */
SelObligation *
sel_found_agreement_dup_obligation (const SelFoundAgreement *self, guint i, const GDate *first_day)
{
  const SelFoundPromise *found = g_ptr_array_index (self->obligations, i);
  SelObligation *obligation = sel_record_new (&sel_obligation_type);

  obligation->party = find_party (self, found->party.text);
  obligation->text = g_strdup (found->text.text);
  obligation->article = g_strdup (found->article);
  sel_found_agreement_set_first_due (self, i, first_day, obligation);
  return obligation;
}
