/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sessions of a span of days, and who or what they would have in two places at once. */
#pragma once

#include "domain/planning.h"
#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_CLASH_INSTRUCTOR,
  SEL_CLASH_VENUE,
  SEL_CLASH_PARTICIPANT,
} SelClashKind;

#define SEL_N_CLASH_KINDS (SEL_CLASH_PARTICIPANT + 1)

/* One clash, as one of its two sessions sees it. */
typedef struct
{
  SelClashKind kind;
  gint64 id;    /* of the instructor, venue or participant … */
  char *name;   /* … and how it is called */
  gint64 other; /* the other session, which may lie outside the span */
  char *other_cohort;
  SelCivilTime other_starts_at;
  SelCivilTime other_ends_at;
  SelZone other_zone;
} SelScheduleClash;

typedef struct
{
  gint64 id;
  SelCivilTime starts_at; /* at the venue */
  SelCivilTime ends_at;
  char *topic;
  gint64 cohort;
  char *cohort_name;
  char *course_name;
  gint64 capacity; /* of the cohort */
  gint64 filled;   /* its seats */
  gint64 venue;    /* the session's own, else the cohort's; 0: none is named */
  char *venue_name;
  gint64 venue_capacity; /* or SEL_NO_INTEGER */
  int venue_zone;        /* 1 + SelZone; 0 without a venue */
  char *instructors;     /* their names; NULL without */
  gint64 agreement;      /* of the cohort; 0: it hangs on none */
  SelAgreementTerms agreement_terms;
  GDate cohort_starts_on;
  GDate cohort_ends_on;
  SelPlanningWarnings warnings;
  GArray *clashes; /* of SelScheduleClash; NULL for none */
} SelScheduleSession;

GArray *sel_schedule_read (SelConnection *connection,
                           const GDate *first,
                           const GDate *last,
                           GError **error);
SelZone sel_schedule_session_zone (const SelScheduleSession *self);
char *sel_schedule_session_dup_times (const SelScheduleSession *session);

G_END_DECLS
