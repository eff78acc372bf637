/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/follow-up.h"

#include <glib/gi18n-lib.h>

#include "domain/enrolment.h"
#include "domain/findings.h"

typedef SelFollowUp RECORD;

const SelChoice sel_outcomes[] = {
  { "employed", NC_ ("choice", "Employed") },
  { "own_business", NC_ ("choice", "Own business") },
  { "further_training", NC_ ("choice", "Further training") },
  { "not_working", NC_ ("choice", "Not working") },
  { "not_reached", NC_ ("choice", "Not reached") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (enrolment, REFERENCE, INTERNAL, SEL_FIELD_OWNER, N_ ("Enrolment"),
         .hint = N_ ("The training that it follows"), .refers_to = &sel_enrolment_type),
  FIELD (due_on, DATE, INTERNAL, 0, N_ ("Due on"), .hint = N_ ("The day it should be made")),
  FIELD (held_on, DATE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Held on"),
         .hint = N_ ("The day it was made")),
  FIELD (outcome, CHOICE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Outcome"),
         .hint = N_ ("What the person does now; empty until it is known"), .choices = sel_outcomes),
  FIELD (employer, TEXT, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Employer or business"),
         .hint = N_ ("Where the person works, or the business")),
  FIELD (note, TEXT, INTERNAL, SEL_FIELD_OPTIONAL | SEL_FIELD_MULTILINE, N_ ("Note"),
         .hint = N_ ("What else was found")),
};

static void
check (gconstpointer record, const GDate *today, SelFindings *findings)
{
  const SelFollowUp *self = record;

  if (self->outcome && !g_date_valid (&self->held_on))
    sel_findings_add (findings, "held_on", SEL_ERROR, _ ("An outcome needs the day it was found."));
  if (g_date_valid (&self->held_on) && g_date_compare (&self->held_on, today) > 0)
    sel_findings_add (findings, "held_on", SEL_ERROR, _ ("The follow-up is still to come."));
}

const SelRecordType sel_follow_up_type =
  SEL_RECORD_TYPE ("follow_up", N_ ("Follow-up"), N_ ("Follow-ups"), check);
