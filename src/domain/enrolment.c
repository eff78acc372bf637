/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/enrolment.h"

#include <glib/gi18n-lib.h>

#include "domain/cohort.h"
#include "domain/findings.h"
#include "domain/participant.h"
#include "domain/partner.h"
#include "domain/programme.h"

typedef SelEnrolment RECORD;

const SelChoice sel_enrolment_stages[] = {
  { "referred", NC_ ("choice", "Referred") },
  { "tested", NC_ ("choice", "Tested") },
  { "interviewed", NC_ ("choice", "Interviewed") },
  { "accepted", NC_ ("choice", "Accepted") },
  { "waiting", NC_ ("choice", "Waiting list") },
  { "rejected", NC_ ("choice", "Rejected") },
  { "in_training", NC_ ("choice", "In training") },
  { "completed", NC_ ("choice", "Completed") },
  { "dropped", NC_ ("choice", "Dropped out") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (participant, REFERENCE, INTERNAL, SEL_FIELD_OWNER, N_ ("Participant"),
         .hint = N_ ("The person"), .refers_to = &sel_participant_type),
  FIELD (programme, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Programme"),
         .hint = N_ ("The programme it counts for"), .refers_to = &sel_programme_type),
  FIELD (cohort, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Cohort"),
         .hint = N_ ("The cohort, once there is one"), .refers_to = &sel_cohort_type),
  /* It tells the kind of the participant, as the reason may, which is free text. */
  FIELD (referrer, REFERENCE, SPECIFIC, SEL_FIELD_OPTIONAL, N_ ("Referred by"),
         .hint = N_ ("The institution that referred the person"), .refers_to = &sel_partner_type),
  FIELD (referred_on, DATE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Referred on"),
         .hint = N_ ("The day of the referral")),
  FIELD (stage, CHOICE, INTERNAL, 0, N_ ("Stage"), .hint = N_ ("How far the person has come"),
         .choices = sel_enrolment_stages),
  FIELD (test_score, REAL, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Written test"),
         .hint = N_ ("Score from 0 to 100"), .least = 0, .most = 100),
  FIELD (interview_score, REAL, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Interview"),
         .hint = N_ ("Score from 0 to 100"), .least = 0, .most = 100),
  FIELD (priority, BOOLEAN, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Priority"),
         .hint = N_ ("Referred people may go first")),
  FIELD (decided_on, DATE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Decided on"),
         .hint = N_ ("The day of the decision")),
  FIELD (reason, TEXT, SPECIFIC, SEL_FIELD_OPTIONAL | SEL_FIELD_MULTILINE, N_ ("Reason"),
         .hint = N_ ("Why it was decided so")),
};

static void
check (gconstpointer record, const GDate *today, SelFindings *findings)
{
  const SelEnrolment *self = record;

  if (!self->programme && !self->cohort)
    sel_findings_add (findings, "programme", SEL_ERROR,
                      _ ("An enrolment needs a programme or a cohort."));
  if ((self->stage == SEL_ENROLMENT_IN_TRAINING || self->stage == SEL_ENROLMENT_COMPLETED) &&
      !self->cohort)
    sel_findings_add (findings, "cohort", SEL_WARNING, _ ("Training without a cohort."));
  if (g_date_valid (&self->referred_on) && g_date_compare (&self->referred_on, today) > 0)
    sel_findings_add (findings, "referred_on", SEL_ERROR,
                      _ ("The day of referral is still to come."));
}

const SelRecordType sel_enrolment_type =
  SEL_RECORD_TYPE ("enrolment", N_ ("Enrolment"), N_ ("Enrolments"), check);
