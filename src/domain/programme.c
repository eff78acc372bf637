/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/programme.h"

#include <glib/gi18n-lib.h>

#include "domain/findings.h"
#include "domain/participant.h"

typedef SelProgramme RECORD;

const SelChoice sel_target_stages[] = {
  { "enrolled", NC_ ("choice", "Enrolled") },
  { "completed", NC_ ("choice", "Completed") },
  { "working", NC_ ("choice", "Working") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (name, TEXT, PUBLIC, SEL_FIELD_SEARCHED, N_ ("Name"), .hint = N_ ("What it is called")),
  FIELD (description, TEXT, PUBLIC, SEL_FIELD_OPTIONAL | SEL_FIELD_MULTILINE, N_ ("Description"),
         .hint = N_ ("What it is for")),
  FIELD (target, INTEGER, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Target"),
         .hint = N_ ("How many people it should reach"), .least = 1, .most = 100000000),
  FIELD (target_stage, CHOICE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Counted when"),
         .hint = N_ ("When a person counts towards the target"), .choices = sel_target_stages),
  FIELD (starts_on, DATE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Starts on"),
         .hint = N_ ("Its first day")),
  FIELD (ends_on, DATE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Ends on"), .hint = N_ ("Its last day")),
  FIELD (minimum_age, INTEGER, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Minimum age"),
         .hint = N_ ("Completed years on the day the cohort starts"), .least = 1, .most = 99),
  FIELD (eligible_kinds, CHOICES, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Open to"),
         .hint = N_ ("Kinds of participant; empty for all"), .choices = sel_participant_kinds),
};

static void
check (gconstpointer record, G_GNUC_UNUSED const GDate *today, SelFindings *findings)
{
  const SelProgramme *self = record;

  sel_findings_check_period (findings, "ends_on", &self->starts_on, &self->ends_on);
}

const SelRecordType sel_programme_type =
  SEL_RECORD_TYPE ("programme", N_ ("Programme"), N_ ("Programmes"), check);
