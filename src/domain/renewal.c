/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/renewal.h"

#include "domain/term.h"

/* A copy that is another record. */
static gpointer
copy_as_new (const SelRecordType *type, gconstpointer record)
{
  SelRecord *copy = sel_record_copy (type, record);

  copy->id = 0;
  copy->version = 0;
  g_clear_pointer (&copy->uid, g_free);
  return copy;
}

static void
clear_fields (const SelRecordType *type, gpointer record, const char *const *names)
{
  for (; *names; names++)
    sel_field_clear (sel_record_type_field (type, *names), record);
}

/* The months of a term that is said by its days alone; SEL_NO_INTEGER where it is not one of months. */
static gint64
count_months (const GDate *starts_on, const GDate *ends_on)
{
  gint64 months;
  GDate end;

  if (!g_date_valid (starts_on) || !g_date_valid (ends_on) ||
      g_date_compare (starts_on, ends_on) > 0)
    return SEL_NO_INTEGER;

  months = (g_date_get_year (ends_on) - g_date_get_year (starts_on)) * 12 +
           (gint64) g_date_get_month (ends_on) - (gint64) g_date_get_month (starts_on);
  for (gint64 n = MAX (months, 1); n <= MIN (months + 1, 1200); n++)
    {
      sel_term_end (starts_on, (guint) n, &end);
      if (g_date_compare (&end, ends_on) == 0)
        return n;
    }

  return SEL_NO_INTEGER;
}

/**
 * sel_renewal_new:
 * @ends_on: the last day of @old, as its addenda left it; invalid for none
 *
 * A draft with the same title and kind, linked to @old, which begins on the day after it and is as long
 * as that was agreed to be.
 *
 * Returns: (transfer full): free with sel_record_free()
 */
SelAgreement *
sel_renewal_new (const SelAgreement *old, const GDate *ends_on)
{
  static const char *const anew[] = {
    "signed_on", "signed_at", "occasion", "starts_on", "ends_on", "notice_given_on",
    "terminated_on", "terminated_by", "terminated_why", "exception_why", "note", NULL
  };
  SelAgreement *self = copy_as_new (&sel_agreement_type, old);

  clear_fields (&sel_agreement_type, self, anew);
  self->renews = old->record.id;
  self->stage = SEL_AGREEMENT_STAGE_DRAFT;
  if (self->term_months == SEL_NO_INTEGER)
    self->term_months = count_months (&old->starts_on, &old->ends_on);
  if (!old->open_ended && g_date_valid (ends_on))
    {
      self->starts_on = *ends_on;
      g_date_add_days (&self->starts_on, 1);
    }
  sel_record_derive (&sel_agreement_type, self);
  return self;
}

/* The term of @self is that of its days, which a person may have moved or taken away. */
void
sel_renewal_settle_term (SelAgreement *self)
{
  if (g_date_valid (&self->ends_on))
    self->open_ended = FALSE;
  self->term_months = count_months (&self->starts_on, &self->ends_on);
}

/* The same party to the renewal, whose agreement is still to be said. Free with sel_record_free(). */
SelParty *
sel_renewal_new_party (const SelParty *old)
{
  static const char *const anew[] = {
    "agreement", "number", "signatory", "authority", "authority_number", "authority_date",
    "authority_document", NULL
  };
  SelParty *self = copy_as_new (&sel_party_type, old);

  clear_fields (&sel_party_type, self, anew);
  return self;
}

/* Whole months from one day to the other, the nearest number of them. */
static int
months_between (const GDate *from, const GDate *to)
{
  const int days = g_date_get_day (to) - g_date_get_day (from);
  const int months = (g_date_get_year (to) - g_date_get_year (from)) * 12 +
                     (int) g_date_get_month (to) - (int) g_date_get_month (from);

  return months + (days > 15) - (days < -15);
}

/* The same promise in @renewal, due as long after its beginning as it was after that of the agreement
 * @of; on no day where either has no beginning. Its agreement and its party are still to be said. Free
 * with sel_record_free(). */
SelObligation *
sel_renewal_new_obligation (const SelObligation *old,
                            const SelAgreement *of,
                            const SelAgreement *renewal)
{
  static const char *const anew[] = { "agreement", "party", "done_on", NULL };
  SelObligation *self = copy_as_new (&sel_obligation_type, old);

  clear_fields (&sel_obligation_type, self, anew);
  if (!g_date_valid (&self->due_on))
    return self;

  if (g_date_valid (&of->starts_on) && g_date_valid (&renewal->starts_on))
    g_date_add_months (&self->due_on,
                       (guint) MAX (months_between (&of->starts_on, &renewal->starts_on), 0));
  else
    {
      g_date_clear (&self->due_on, 1);
      self->recurrence = 0; /* what recurs needs a first day */
    }
  return self;
}
