/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/mentoring.h"

#include <glib/gi18n-lib.h>

#include "domain/findings.h"
#include "domain/group.h"
#include "domain/participant.h"

typedef SelMentoring RECORD;

static const SelField fields[] = {
  FIELD (mentor, REFERENCE, INTERNAL, 0, N_ ("Mentor"),
         .hint = N_ ("The volunteer companion (TKS)"), .refers_to = &sel_participant_type),
  FIELD (group, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Group"),
         .hint = N_ ("The group in their care"), .refers_to = &sel_group_type),
  FIELD (starts_on, DATE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Starts on"),
         .hint = N_ ("First day of the posting")),
  FIELD (ends_on, DATE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Ends on"),
         .hint = N_ ("Last day of the posting")),
  FIELD (note, TEXT, INTERNAL, SEL_FIELD_OPTIONAL | SEL_FIELD_MULTILINE, N_ ("Note"),
         .hint = N_ ("What was done and found")),
};

static void
check (gconstpointer record, G_GNUC_UNUSED const GDate *today, SelFindings *findings)
{
  const SelMentoring *self = record;

  sel_findings_check_period (findings, "ends_on", &self->starts_on, &self->ends_on);
}

const SelRecordType sel_mentoring_type =
  SEL_RECORD_TYPE ("mentoring", N_ ("Mentoring"), N_ ("Mentorings"), check);
