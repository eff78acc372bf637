/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/person.h"

#include "store/tuples.h"

static const char enrolments_sql[] =
  "SELECT e.id, p.id, p.name, c.id, c.name, c.starts_on, c.ends_on,"
  " (SELECT course.name FROM course WHERE course.id = c.course), r.id, r.name, e.referred_on,"
  " e.stage, e.test_score, e.interview_score, e.priority, e.decided_on, e.reason"
  " FROM enrolment e LEFT JOIN cohort c ON c.id = e.cohort"
  " LEFT JOIN programme p ON p.id = coalesce (e.programme, c.programme)"
  " LEFT JOIN partner r ON r.id = e.referrer"
  " WHERE e.participant = $1 ORDER BY coalesce (e.referred_on, '') DESC, e.id DESC";

static const SelField enrolment_members[] = {
  SEL_TUPLE (SelPersonEnrolment, REFERENCE, id),
  SEL_TUPLE (SelPersonEnrolment, REFERENCE, programme),
  SEL_TUPLE (SelPersonEnrolment, TEXT, programme_name),
  SEL_TUPLE (SelPersonEnrolment, REFERENCE, cohort),
  SEL_TUPLE (SelPersonEnrolment, TEXT, cohort_name),
  SEL_TUPLE (SelPersonEnrolment, DATE, cohort_starts_on),
  SEL_TUPLE (SelPersonEnrolment, DATE, cohort_ends_on),
  SEL_TUPLE (SelPersonEnrolment, TEXT, course_name),
  SEL_TUPLE (SelPersonEnrolment, REFERENCE, referrer),
  SEL_TUPLE (SelPersonEnrolment, TEXT, referrer_name),
  SEL_TUPLE (SelPersonEnrolment, DATE, referred_on),
  SEL_TUPLE_CHOICE (SelPersonEnrolment, stage, sel_enrolment_stages),
  SEL_TUPLE (SelPersonEnrolment, REAL, test_score),
  SEL_TUPLE (SelPersonEnrolment, REAL, interview_score),
  SEL_TUPLE (SelPersonEnrolment, BOOLEAN, priority),
  SEL_TUPLE (SelPersonEnrolment, DATE, decided_on),
  SEL_TUPLE (SelPersonEnrolment, TEXT, reason),
};
SEL_TUPLE_TYPE (SelPersonEnrolment, enrolment)

static const char follow_ups_sql[] =
  "SELECT id, due_on, held_on, outcome, employer, note FROM follow_up WHERE enrolment = $1"
  " ORDER BY due_on, id";

static const SelField follow_up_members[] = {
  SEL_TUPLE (SelPersonFollowUp, REFERENCE, id),
  SEL_TUPLE (SelPersonFollowUp, DATE, due_on),
  SEL_TUPLE (SelPersonFollowUp, DATE, held_on),
  SEL_TUPLE_CHOICE (SelPersonFollowUp, outcome, sel_outcomes),
  SEL_TUPLE (SelPersonFollowUp, TEXT, employer),
  SEL_TUPLE (SelPersonFollowUp, TEXT, note),
};
SEL_TUPLE_TYPE (SelPersonFollowUp, follow_up)

typedef struct
{
  SelCivilTime starts_at;
  SelCivilTime ends_at;
  int status;
} Attended;

static const char attendance_sql[] =
  "SELECT s.starts_at, s.ends_at, a.status FROM enrolment e JOIN session s ON s.cohort = e.cohort"
  " LEFT JOIN attendance a ON a.session = s.id AND a.enrolment = e.id WHERE e.id = $1";

static const SelField attended_members[] = {
  SEL_TUPLE (Attended, TIME, starts_at),
  SEL_TUPLE (Attended, TIME, ends_at),
  SEL_TUPLE_CHOICE (Attended, status, sel_attendance_statuses),
};
SEL_TUPLE_TYPE (Attended, attended)

static const char groups_sql[] =
  "SELECT g.id, g.name, g.business, (SELECT p.name FROM programme p WHERE p.id = g.programme),"
  " m.role, mentor.id, mentor.name"
  " FROM membership m JOIN \"group\" g ON g.id = m.\"group\""
  " LEFT JOIN participant mentor ON mentor.id = (SELECT x.mentor FROM mentoring x"
  " WHERE x.\"group\" = g.id ORDER BY coalesce (x.starts_on, '') DESC, x.id DESC LIMIT 1)"
  " WHERE m.participant = $1 ORDER BY g.name COLLATE NOCASE, g.id";

static const SelField group_members[] = {
  SEL_TUPLE (SelPersonGroup, REFERENCE, id),
  SEL_TUPLE (SelPersonGroup, TEXT, name),
  SEL_TUPLE (SelPersonGroup, TEXT, business),
  SEL_TUPLE (SelPersonGroup, TEXT, programme_name),
  SEL_TUPLE_CHOICE (SelPersonGroup, role, sel_membership_roles),
  SEL_TUPLE (SelPersonGroup, REFERENCE, mentor),
  SEL_TUPLE (SelPersonGroup, TEXT, mentor_name),
};
SEL_TUPLE_TYPE (SelPersonGroup, group)

static const char mentorings_sql[] =
  "SELECT m.id, g.id, g.name, g.business,"
  " (SELECT count (*) FROM membership x WHERE x.\"group\" = g.id), m.starts_on, m.ends_on"
  " FROM mentoring m JOIN \"group\" g ON g.id = m.\"group\""
  " WHERE m.mentor = $1 ORDER BY coalesce (m.starts_on, '') DESC, m.id DESC";

static const SelField mentoring_members[] = {
  SEL_TUPLE (SelPersonMentoring, REFERENCE, mentoring),
  SEL_TUPLE (SelPersonMentoring, REFERENCE, id),
  SEL_TUPLE (SelPersonMentoring, TEXT, name),
  SEL_TUPLE (SelPersonMentoring, TEXT, business),
  SEL_TUPLE (SelPersonMentoring, INTEGER, n_members),
  SEL_TUPLE (SelPersonMentoring, DATE, starts_on),
  SEL_TUPLE (SelPersonMentoring, DATE, ends_on),
};
SEL_TUPLE_TYPE (SelPersonMentoring, mentoring)

static void
clear_whole_enrolment (gpointer data)
{
  SelPersonEnrolment *enrolment = data;

  clear_enrolment (enrolment);
  g_clear_pointer (&enrolment->follow_ups, g_array_unref);
}

static gboolean
count_attendance (SelConnection *connection, SelPersonEnrolment *enrolment, GError **error)
{
  gint64 id = enrolment->id;
  g_autoptr (GArray) sessions = NULL;

  if (!(sessions = sel_tuples_read_of (connection, attendance_sql, id, &attended_type, error)))
    return FALSE;

  for (guint i = 0; i < sessions->len; i++)
    {
      const Attended *session = &g_array_index (sessions, Attended, i);
      gint64 minutes = sel_civil_time_to_instant (&session->ends_at, SEL_ZONE_WIB) -
                       sel_civil_time_to_instant (&session->starts_at, SEL_ZONE_WIB);

      sel_attendance_figures_add (&enrolment->attendance, minutes, session->status);
    }

  return TRUE;
}

static gboolean
read_enrolments (SelPerson *self, SelConnection *connection, gint64 id, GError **error)
{
  self->enrolments = sel_tuples_read_of (connection, enrolments_sql, id, &enrolment_type, error);
  if (self->enrolments == NULL)
    return FALSE;

  g_array_set_clear_func (self->enrolments, clear_whole_enrolment);
  for (guint i = 0; i < self->enrolments->len; i++)
    {
      SelPersonEnrolment *enrolment = &g_array_index (self->enrolments, SelPersonEnrolment, i);

      enrolment->follow_ups = sel_tuples_read_of (connection,
                                                  follow_ups_sql,
                                                  enrolment->id,
                                                  &follow_up_type,
                                                  error);
      if (enrolment->follow_ups == NULL || !count_attendance (connection, enrolment, error))
        return FALSE;
    }

  return TRUE;
}

/* Reads what the register knows of a participant's way, on whatever thread calls. */
SelPerson *
sel_person_read (SelConnection *connection, gint64 id, GError **error)
{
  g_autoptr (SelPerson) self = g_new0 (SelPerson, 1);

  if (!read_enrolments (self, connection, id, error))
    return NULL;

  self->groups = sel_tuples_read_of (connection, groups_sql, id, &group_type, error);
  if (self->groups == NULL)
    return NULL;

  self->mentorings = sel_tuples_read_of (connection, mentorings_sql, id, &mentoring_type, error);
  if (self->mentorings == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
sel_person_free (SelPerson *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->enrolments, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->mentorings, g_array_unref);
  g_free (self);
}
