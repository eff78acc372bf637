/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/cohort.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"
#include "domain/course.h"
#include "domain/findings.h"
#include "domain/programme.h"
#include "domain/venue.h"

typedef SelCohort RECORD;

static const SelField fields[] = {
  FIELD (name, TEXT, PUBLIC, SEL_FIELD_SEARCHED, N_ ("Name"),
         .hint = N_ ("What it is called, such as Angkatan I 2019")),
  FIELD (programme, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Programme"),
         .hint = N_ ("The programme it counts for"), .refers_to = &sel_programme_type),
  FIELD (course, REFERENCE, PUBLIC, 0, N_ ("Course"), .hint = N_ ("What is taught"),
         .refers_to = &sel_course_type),
  FIELD (agreement, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Agreement"),
         .hint = N_ ("The agreement it hangs on"), .refers_to = &sel_agreement_type),
  FIELD (venue, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Venue"),
         .hint = N_ ("Where it meets unless a session says otherwise"),
         .refers_to = &sel_venue_type),
  FIELD (capacity, INTEGER, PUBLIC, 0, N_ ("Capacity"), .hint = N_ ("How many seats it has"),
         .least = 1, .most = 100000),
  FIELD (starts_on, DATE, PUBLIC, 0, N_ ("Starts on"),
         .hint = N_ ("Its first day; age is counted on it")),
  FIELD (ends_on, DATE, PUBLIC, 0, N_ ("Ends on"), .hint = N_ ("Its last day")),
};

static void
check (gconstpointer record, G_GNUC_UNUSED const GDate *today, SelFindings *findings)
{
  const SelCohort *self = record;

  sel_findings_check_period (findings, "ends_on", &self->starts_on, &self->ends_on);
}

const SelRecordType sel_cohort_type =
  SEL_RECORD_TYPE ("cohort", N_ ("Cohort"), N_ ("Cohorts"), check);
