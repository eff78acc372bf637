/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions as another calendar needs them: with whom and where, and without the people who are
 * taught. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Which sessions. Without a date there is no bound on that side. */
typedef struct
{
  GDate first; /* the days, by the clocks of the venues */
  GDate last;
  gint64 cohort; /* 0 for all */
} SelCalendarChoice;

typedef struct
{
  char *uid;
  gint64 version;
  SelCivilTime starts_at; /* at the venue */
  SelCivilTime ends_at;
  char *topic;
  char *cohort_name;
  char *course_name;
  char *venue_name; /* the session's own, else the cohort's; NULL: none is named */
  char *venue_address;
  int venue_zone;    /* 1 + SelZone; 0 without a venue */
  char *instructors; /* their names; NULL without */
} SelCalendarSession;

GArray *sel_calendar_read (SelConnection *connection,
                           const SelCalendarChoice *choice,
                           GError **error);

G_END_DECLS
