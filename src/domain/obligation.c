/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/obligation.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"
#include "domain/findings.h"
#include "domain/party.h"
#include "domain/scope-item.h"

typedef SelObligation RECORD;

const SelChoice sel_recurrences[] = {
  { "monthly", NC_ ("choice", "Every month") },
  { "quarterly", NC_ ("choice", "Every three months") },
  { "half_yearly", NC_ ("choice", "Every six months") },
  { "yearly", NC_ ("choice", "Every year") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (agreement, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Agreement"),
         .hint = N_ ("The agreement that it stands in"), .refers_to = &sel_agreement_type),
  FIELD (party, REFERENCE, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Party"),
         .hint = N_ ("Who owes it; empty when all parties do"), .refers_to = &sel_party_type),
  FIELD (text, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_MULTILINE, N_ ("Text"),
         .hint = N_ ("What is owed"), .most = 10000),
  FIELD (article, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Article"),
         .hint = N_ ("The Pasal it stands in, such as 5")),
  FIELD (due_on, DATE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Due on"),
         .hint = N_ ("The day it is next due")),
  FIELD (recurrence, CHOICE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Recurrence"),
         .hint = N_ ("How often it comes back"), .choices = sel_recurrences),
  FIELD (done_on, DATE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Done on"),
         .hint = N_ ("The day it was last done")),
  FIELD (responsible, TEXT, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Seen to by"),
         .hint = N_ ("Who in the office sees to it")),
  FIELD (topic, CHOICE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Topic"),
         .hint = N_ ("What it is about; what was done for it is counted by that"),
         .choices = sel_scope_topics),
};

static void
check (gconstpointer record, const GDate *today, SelFindings *findings)
{
  const SelObligation *self = record;

  if (self->recurrence && !g_date_valid (&self->due_on))
    sel_findings_add (findings, "due_on", SEL_ERROR,
                      _ ("A recurring obligation needs the day it is next due."));
  if (g_date_valid (&self->done_on) && g_date_compare (&self->done_on, today) > 0)
    sel_findings_add (findings, "done_on", SEL_ERROR, _ ("What is done cannot lie in the future."));
}

const SelRecordType sel_obligation_type =
  SEL_RECORD_TYPE ("obligation", N_ ("Obligation"), N_ ("Obligations"), check);
