/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/calendar.h"

#include "store/cohort-sql.h"
#include "store/tuples.h"

/* Texts before and after every time there is. */
#define BEFORE_ALL ""
#define AFTER_ALL "~"

#define INSTRUCTORS SEL_SQL_INSTRUCTORS ("s.id")

static const char sessions_sql[] =
  "SELECT s.uid, s.version, s.starts_at, s.ends_at, s.topic, c.name, course.name, v.name,"
  " v.address, v.zone, " INSTRUCTORS " FROM session s JOIN cohort c ON c.id = s.cohort"
  " JOIN course ON course.id = c.course LEFT JOIN venue v ON v.id = coalesce (s.venue, c.venue)"
  " WHERE s.ends_at > $1 AND s.starts_at < $2 AND ($3 = 0 OR s.cohort = $3)"
  " ORDER BY s.starts_at, s.uid";

static const SelField session_members[] = {
  SEL_TUPLE (SelCalendarSession, TEXT, uid),
  SEL_TUPLE (SelCalendarSession, INTEGER, version),
  SEL_TUPLE (SelCalendarSession, TIME, starts_at),
  SEL_TUPLE (SelCalendarSession, TIME, ends_at),
  SEL_TUPLE (SelCalendarSession, TEXT, topic),
  SEL_TUPLE (SelCalendarSession, TEXT, cohort_name),
  SEL_TUPLE (SelCalendarSession, TEXT, course_name),
  SEL_TUPLE (SelCalendarSession, TEXT, venue_name),
  SEL_TUPLE (SelCalendarSession, TEXT, venue_address),
  SEL_TUPLE_CHOICE (SelCalendarSession, venue_zone, sel_zones),
  SEL_TUPLE (SelCalendarSession, TEXT, instructors),
};
SEL_TUPLE_TYPE (SelCalendarSession, session)

/* Midnight at the beginning of the day, or of the one that follows it. */
static char *
dup_midnight (const GDate *day, guint days_after)
{
  SelCivilTime midnight = { *day, 0 };

  g_date_add_days (&midnight.date, days_after);
  return sel_civil_time_dup_text (&midnight);
}

/* The sessions, in the order of their start: an array of #SelCalendarSession. */
GArray *
sel_calendar_read (SelConnection *connection, const SelCalendarChoice *choice, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sessions_sql, error);
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (stmt == NULL)
    return NULL;

  if (g_date_valid (&choice->first))
    from = dup_midnight (&choice->first, 0);
  if (g_date_valid (&choice->last))
    until = dup_midnight (&choice->last, 1);
  sel_statement_bind_text (stmt, 1, from ? from : BEFORE_ALL);
  sel_statement_bind_text (stmt, 2, until ? until : AFTER_ALL);
  sel_statement_bind_int (stmt, 3, choice->cohort);
  return sel_tuples_read (stmt, &session_type, error);
}
