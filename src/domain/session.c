/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/session.h"

#include <glib/gi18n-lib.h>

#include "domain/cohort.h"
#include "domain/findings.h"
#include "domain/venue.h"

typedef SelSession RECORD;

static const SelField fields[] = {
  FIELD (cohort, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Cohort"), .hint = N_ ("Who meets"),
         .refers_to = &sel_cohort_type),
  FIELD (starts_at, TIME, PUBLIC, 0, N_ ("Starts at"), .hint = N_ ("Date and time at the venue")),
  FIELD (ends_at, TIME, PUBLIC, 0, N_ ("Ends at"), .hint = N_ ("Date and time at the venue")),
  FIELD (venue, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Venue"),
         .hint = N_ ("Where; empty for the cohort’s venue"), .refers_to = &sel_venue_type),
  FIELD (topic, TEXT, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Topic"), .hint = N_ ("What it is about")),
};

static void
check (gconstpointer record, G_GNUC_UNUSED const GDate *today, SelFindings *findings)
{
  const SelSession *self = record;

  if (!g_date_valid (&self->starts_at.date) || !g_date_valid (&self->ends_at.date))
    return;

  if (sel_civil_time_compare (&self->starts_at, &self->ends_at) >= 0)
    sel_findings_add (findings, "ends_at", SEL_ERROR, _ ("It ends before it starts."));
  else if (g_date_days_between (&self->starts_at.date, &self->ends_at.date) > SEL_SESSION_MOST_DAYS)
    sel_findings_add (findings,
                      "ends_at",
                      SEL_ERROR,
                      _ ("A session lasts at most 31 days: plan a longer one as several."));
}

const SelRecordType sel_session_type =
  SEL_RECORD_TYPE ("session", N_ ("Session"), N_ ("Sessions"), check);
