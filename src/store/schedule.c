/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schedule.h"

#include "store/agreement-sql.h"
#include "store/cohort-sql.h"
#include "store/schedule-clashes.h"
#include "store/tuples.h"

/* The zones of two venues are at most this far apart. */
#define MOST_MINUTES_APART 120

/* How far the sessions that touch a span of civil time reach. */
static const char reach_sql[] =
  "SELECT min (starts_at), max (ends_at) FROM session"
  " WHERE starts_at < $1 AND ends_at > $2 AND starts_at >= $3";

#define FILLED_SEATS SEL_SQL_FILLED_SEATS ("c.id")
#define INSTRUCTORS SEL_SQL_INSTRUCTORS ("s.id")

static const char sessions_sql[] =
  "SELECT s.id, s.starts_at, s.ends_at, s.topic, c.id, c.name,"
  " (SELECT course.name FROM course WHERE course.id = c.course), c.capacity, " FILLED_SEATS
  ", v.id, v.name, v.capacity, v.zone, " INSTRUCTORS
  ", r.id, r.stage, r.starts_on, " SEL_SQL_AGREEMENT_ENDS_ON ", r.terminated_on, " SEL_SQL_SUCCESSOR_STARTS_ON
  ", c.starts_on, c.ends_on"
  " FROM session s JOIN cohort c ON c.id = s.cohort"
  " LEFT JOIN venue v ON v.id = coalesce (s.venue, c.venue)"
  " LEFT JOIN agreement r ON r.id = c.agreement"
  " WHERE s.starts_at < $1 AND s.ends_at > $2 AND s.starts_at >= $3 ORDER BY s.starts_at, s.id";

typedef struct
{
  SelCivilTime starts_at;
  SelCivilTime ends_at;
} Reach;

static const SelField reach_members[] = {
  SEL_TUPLE (Reach, TIME, starts_at),
  SEL_TUPLE (Reach, TIME, ends_at),
};
SEL_TUPLE_TYPE (Reach, reach)

static const SelField session_members[] = {
  SEL_TUPLE (SelScheduleSession, REFERENCE, id),
  SEL_TUPLE (SelScheduleSession, TIME, starts_at),
  SEL_TUPLE (SelScheduleSession, TIME, ends_at),
  SEL_TUPLE (SelScheduleSession, TEXT, topic),
  SEL_TUPLE (SelScheduleSession, REFERENCE, cohort),
  SEL_TUPLE (SelScheduleSession, TEXT, cohort_name),
  SEL_TUPLE (SelScheduleSession, TEXT, course_name),
  SEL_TUPLE (SelScheduleSession, INTEGER, capacity),
  SEL_TUPLE (SelScheduleSession, INTEGER, filled),
  SEL_TUPLE (SelScheduleSession, REFERENCE, venue),
  SEL_TUPLE (SelScheduleSession, TEXT, venue_name),
  SEL_TUPLE (SelScheduleSession, INTEGER, venue_capacity),
  SEL_TUPLE_CHOICE (SelScheduleSession, venue_zone, sel_zones),
  SEL_TUPLE (SelScheduleSession, TEXT, instructors),
  SEL_TUPLE (SelScheduleSession, REFERENCE, agreement),
  SEL_TUPLE_CHOICE (SelScheduleSession, agreement_terms.stage, sel_agreement_stages),
  SEL_TUPLE (SelScheduleSession, DATE, agreement_terms.starts_on),
  SEL_TUPLE (SelScheduleSession, DATE, agreement_terms.ends_on),
  SEL_TUPLE (SelScheduleSession, DATE, agreement_terms.terminated_on),
  SEL_TUPLE (SelScheduleSession, DATE, agreement_terms.successor_starts_on),
  SEL_TUPLE (SelScheduleSession, DATE, cohort_starts_on),
  SEL_TUPLE (SelScheduleSession, DATE, cohort_ends_on),
};

SEL_TUPLE_TYPE (SelScheduleSession, session)

static void
clear_whole_session (gpointer data)
{
  SelScheduleSession *session = data;

  clear_session (session);
  g_clear_pointer (&session->clashes, g_array_unref);
}

/* Before this no session starts that touches @span. */
static char *
dup_earliest (const Reach *span)
{
  SelCivilTime earliest = { span->starts_at.date, 0 };
  guint32 days = g_date_get_julian (&earliest.date);

  g_date_set_julian (&earliest.date, days - MIN (days - 1, SEL_SESSION_MOST_DAYS));
  return sel_civil_time_dup_text (&earliest);
}

static SelStatement *
prepare (SelConnection *connection, const char *sql, const Reach *span, GError **error)
{
  g_autofree char *from = sel_civil_time_dup_text (&span->starts_at);
  g_autofree char *earliest = dup_earliest (span);
  g_autofree char *until = sel_civil_time_dup_text (&span->ends_at);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_text (stmt, 1, until);
  sel_statement_bind_text (stmt, 2, from);
  sel_statement_bind_text (stmt, 3, earliest);
  return g_steal_pointer (&stmt);
}

/* Beyond the years 1 and 9999 there is no time that could be written. */
static void
move (SelCivilTime *time, int minutes)
{
  gint64 instant = sel_civil_time_to_instant (time, SEL_ZONE_WIB);

  if (g_date_get_year (&time->date) > 1 && g_date_get_year (&time->date) < 9999)
    sel_civil_time_from_instant (instant + minutes, SEL_ZONE_WIB, time);
}

/* Finds the civil time within which anything lies that may clash with a session of @span: an hour
 * at one venue can be another hour at the next. Without sessions @reach is left empty. */
static gboolean
read_reach (SelConnection *connection, const Reach *span, Reach *reach, GError **error)
{
  g_autoptr (SelStatement) stmt = prepare (connection, reach_sql, span, error);
  gboolean has_row;

  if (stmt == NULL || !sel_statement_step (stmt, &has_row, error))
    return FALSE;

  sel_tuple_read (stmt, &reach_type, reach);
  if (g_date_valid (&reach->starts_at.date))
    {
      move (&reach->starts_at, -MOST_MINUTES_APART);
      move (&reach->ends_at, MOST_MINUTES_APART);
    }
  return TRUE;
}

static void
keep_those_in (GArray *sessions, const Reach *span)
{
  guint n_kept = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      SelScheduleSession *session = &g_array_index (sessions, SelScheduleSession, i);
      SelScheduleSession *place = &g_array_index (sessions, SelScheduleSession, n_kept);
      SelScheduleSession kept = *session;

      if (sel_civil_time_compare (&kept.starts_at, &span->ends_at) >= 0 ||
          sel_civil_time_compare (&kept.ends_at, &span->starts_at) <= 0)
        continue;

      *session = *place; /* what is not kept moves to the end, where it is freed */
      *place = kept;
      n_kept++;
    }

  g_array_set_size (sessions, n_kept);
}

static void
find_warnings (SelScheduleSession *session)
{
  SelCivilTime last_minute = session->ends_at;
  SelSessionPlan plan = {
    .starts_on = session->starts_at.date,
    .cohort_starts_on = session->cohort_starts_on,
    .cohort_ends_on = session->cohort_ends_on,
    .agreement = session->agreement ? &session->agreement_terms : NULL,
    .filled = session->filled,
    .venue_capacity = session->venue_capacity,
  };

  /* A session that ends at midnight is held on the day before. */
  move (&last_minute, -1);
  plan.ends_on = last_minute.date;
  session->warnings = sel_planning_check_session (&plan);
}

/**
 * sel_schedule_read:
 * @first: the first day, and
 * @last: the last day that is shown
 *
 * Reads the sessions that touch these days by the clocks of their venues, with what a planner
 * should know of each, on whatever thread calls.
 *
 * Returns: (transfer full): an array of #SelScheduleSession in the order of their start
 */
GArray *
sel_schedule_read (SelConnection *connection, const GDate *first, const GDate *last, GError **error)
{
  Reach span = { { *first, 0 }, { *last, 0 } };
  Reach reach = { 0 };
  g_autoptr (SelStatement) stmt = NULL;
  g_autoptr (GArray) sessions = NULL;

  g_date_add_days (&span.ends_at.date, 1);
  if (!read_reach (connection, &span, &reach, error))
    return NULL;
  if (!g_date_valid (&reach.starts_at.date))
    return sel_tuples_new (&session_type);

  if (!(stmt = prepare (connection, sessions_sql, &reach, error)) ||
      !(sessions = sel_tuples_read (stmt, &session_type, error)))
    return NULL;
  g_array_set_clear_func (sessions, clear_whole_session);

  if (!sel_schedule_find_clashes (connection, sessions, error))
    return NULL;
  keep_those_in (sessions, &span);
  for (guint i = 0; i < sessions->len; i++)
    find_warnings (&g_array_index (sessions, SelScheduleSession, i));

  return g_steal_pointer (&sessions);
}

/* WIB, the zone of the capital, where no venue is named. */
SelZone
sel_schedule_session_zone (const SelScheduleSession *self)
{
  return self->venue_zone ? (SelZone) (self->venue_zone - 1) : SEL_ZONE_WIB;
}

/* "09.00–11.30 WITA". Free with g_free(). */
char *
sel_schedule_session_dup_times (const SelScheduleSession *session)
{
  g_autofree char *starts = sel_clock_dup_display (session->starts_at.minutes);
  g_autofree char *ends = sel_clock_dup_display (session->ends_at.minutes);

  return g_strdup_printf ("%s–%s %s", starts, ends,
                          sel_zone_name (sel_schedule_session_zone (session)));
}
