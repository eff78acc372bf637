/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/review.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"
#include "domain/findings.h"

typedef SelReview RECORD;

const SelChoice sel_review_decisions[] = {
  { "approved", NC_ ("choice", "Approved") },
  { "changes", NC_ ("choice", "Changes asked for") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (agreement, REFERENCE, INTERNAL, SEL_FIELD_OWNER, N_ ("Agreement"),
         .hint = N_ ("The agreement whose text is read"), .refers_to = &sel_agreement_type),
  FIELD (reviewer, TEXT, INTERNAL, 0, N_ ("Reviewer"),
         .hint = N_ ("Who reads it: a person, a unit or the other party")),
  FIELD (sent_on, DATE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Sent on"),
         .hint = N_ ("The day the text went to the reviewer")),
  FIELD (due_on, DATE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Answer due on"),
         .hint = N_ ("The day by which an answer is asked for")),
  FIELD (decision, CHOICE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Decision"),
         .hint = N_ ("What the reviewer decided; empty until then"),
         .choices = sel_review_decisions),
  FIELD (decided_on, DATE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Decided on"),
         .hint = N_ ("The day of the decision")),
  FIELD (remarks, TEXT, INTERNAL, SEL_FIELD_OPTIONAL | SEL_FIELD_MULTILINE, N_ ("Remarks"),
         .hint = N_ ("What is to be changed, and why"), .most = 10000),
};

static void
check (gconstpointer record, const GDate *today, SelFindings *findings)
{
  const SelReview *self = record;

  sel_findings_check_period (findings, "decided_on", &self->sent_on, &self->decided_on);
  if (self->decision && !g_date_valid (&self->decided_on))
    sel_findings_add (findings, "decided_on", SEL_ERROR, _ ("A decision needs its day."));
  if (!self->decision && g_date_valid (&self->decided_on))
    sel_findings_add (findings, "decision", SEL_ERROR, _ ("Say what was decided on that day."));
  if (g_date_valid (&self->decided_on) && g_date_compare (&self->decided_on, today) > 0)
    sel_findings_add (findings, "decided_on", SEL_ERROR, _ ("The decision is still to come."));
}

const SelRecordType sel_review_type =
  SEL_RECORD_TYPE ("review", N_ ("Review"), N_ ("Reviews"), check);
