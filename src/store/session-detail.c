/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/session-detail.h"

#include <glib/gi18n-lib.h>

#include "store/cohort-sql.h"
#include "store/record.h"
#include "store/tuples.h"

/* Who holds a seat in the cohort, and who was marked before leaving it. */
#define PEOPLE                                                         \
  " FROM session s JOIN enrolment e ON e.cohort = s.cohort"            \
  " JOIN participant p ON p.id = e.participant"                        \
  " LEFT JOIN attendance a ON a.session = s.id AND a.enrolment = e.id" \
  " WHERE s.id = $1 AND (" SEL_SQL_HOLDS_SEAT " OR a.id IS NOT NULL)"

static const char people_sql[] =
  "SELECT e.participant, e.id, p.name, e.stage, a.status, a.conduct" PEOPLE
  " ORDER BY p.name COLLATE NOCASE, e.id LIMIT " G_STRINGIFY (SEL_SESSION_MOST_PEOPLE);

static const char counts_sql[] = "SELECT a.status, count (*)" PEOPLE " GROUP BY a.status";

static const SelField person_members[] = {
  SEL_TUPLE (SelSessionPerson, REFERENCE, participant),
  SEL_TUPLE (SelSessionPerson, REFERENCE, enrolment),
  SEL_TUPLE (SelSessionPerson, TEXT, name),
  SEL_TUPLE_CHOICE (SelSessionPerson, stage, sel_enrolment_stages),
  SEL_TUPLE_CHOICE (SelSessionPerson, status, sel_attendance_statuses),
  SEL_TUPLE (SelSessionPerson, TEXT, conduct),
};
SEL_TUPLE_TYPE (SelSessionPerson, person)

typedef struct
{
  int status;
  gint64 n;
} Count;

static const SelField count_members[] = {
  SEL_TUPLE_CHOICE (Count, status, sel_attendance_statuses),
  SEL_TUPLE (Count, INTEGER, n),
};
SEL_TUPLE_TYPE (Count, count)

static gboolean
read_session (SelSessionDetail *self, SelConnection *connection, gint64 id, GError **error)
{
  SelSession *record = sel_record_load (connection, &sel_session_type, id, error);

  if (record == NULL)
    return FALSE;

  self->schedule = sel_schedule_read (connection,
                                      &record->starts_at.date,
                                      &record->ends_at.date,
                                      error);
  sel_record_free (&sel_session_type, record);
  if (self->schedule == NULL)
    return FALSE;

  for (guint i = 0; i < self->schedule->len; i++)
    if (g_array_index (self->schedule, SelScheduleSession, i).id == id)
      {
        self->session = &g_array_index (self->schedule, SelScheduleSession, i);
        return TRUE;
      }

  g_set_error_literal (error,
                       SEL_STORE_ERROR,
                       SEL_STORE_ERROR_NOT_FOUND,
                       _ ("The record is no longer there."));
  return FALSE;
}

/* Reads a session as it stands in the schedule, and its people; on whatever thread calls. */
SelSessionDetail *
sel_session_detail_read (SelConnection *connection, gint64 id, GError **error)
{
  g_autoptr (SelSessionDetail) self = g_new0 (SelSessionDetail, 1);
  g_autoptr (GArray) counts = NULL;

  if (!read_session (self, connection, id, error) ||
      !(self->people = sel_tuples_read_of (connection, people_sql, id, &person_type, error)) ||
      !(counts = sel_tuples_read_of (connection, counts_sql, id, &count_type, error)))
    return NULL;

  for (guint i = 0; i < counts->len; i++)
    {
      const Count *count = &g_array_index (counts, Count, i);

      self->by_status[count->status] += count->n;
      self->n_people += count->n;
    }

  return g_steal_pointer (&self);
}

void
sel_session_detail_free (SelSessionDetail *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->schedule, g_array_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_free (self);
}
