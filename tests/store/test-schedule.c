/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/schedule.h"
#include "store/session-detail.h"

enum
{
  WORKSHOP = 1, /* WITA, 20 people */
  KITCHEN,      /* WIB, 1 person */
  HALL,         /* WIT */
};

/* Two cohorts that start on Monday 17 November 2025, one in the workshop and one in the kitchen. */
static SelAct *
begin_week (SelFixture *fixture)
{
  SelAct *act = sel_fixture_begin (fixture);

  sel_fixture_add (act, "venue", "name", "Bengkel", "zone", "WITA", "capacity", "20", NULL);
  sel_fixture_add (act, "venue", "name", "Dapur", "zone", "WIB", "capacity", "1", NULL);
  sel_fixture_add (act, "venue", "name", "Aula", "zone", "WIT", NULL);
  sel_fixture_add (act, "instructor", "name", "Yusuf", NULL);
  sel_fixture_add (act, "instructor", "name", "Ani", NULL);
  sel_fixture_add (act, "course", "name", "Pertukangan dasar", "vocation", "Pertukangan", NULL);
  sel_fixture_add (act, "course", "name", "Tata boga dasar", "vocation", "Tata boga", NULL);
  sel_fixture_add (act, "cohort", "name", "A1", "course", "1", "venue", "1", "capacity", "16",
                   "starts_on", "2025-11-17", "ends_on", "2025-12-19", NULL);
  sel_fixture_add (act, "cohort", "name", "A2", "course", "2", "venue", "2", "capacity", "10",
                   "starts_on", "2025-11-17", "ends_on", "2025-12-19", NULL);
  sel_fixture_add (act, "participant", "name", "Budi", "kind", "tkm", NULL);
  sel_fixture_add (act, "participant", "name", "Andi", "kind", "tkm", NULL);
  sel_fixture_add (act, "enrolment", "participant", "1", "cohort", "1", "stage", "in_training",
                   NULL);
  sel_fixture_add (act, "enrolment", "participant", "2", "cohort", "1", "stage", "completed",
                   NULL);
  sel_fixture_add (act, "enrolment", "participant", "2", "cohort", "2", "stage", "accepted", NULL);
  return act;
}

static gint64
add_session (SelAct *act,
             const char *cohort,
             const char *starts_at,
             const char *ends_at,
             const char *venue)
{
  return sel_fixture_add (act, "session", "cohort", cohort, "venue", venue, "starts_at", starts_at,
                          "ends_at", ends_at, NULL);
}

static GArray *
read_days (SelFixture *fixture, const char *first, const char *last)
{
  g_autoptr (GError) error = NULL;
  GDate first_day = sel_fixture_date (first);
  GDate last_day = sel_fixture_date (last);
  GArray *sessions = sel_schedule_read (fixture->connection, &first_day, &last_day, &error);

  g_assert_no_error (error);
  return sessions;
}

static GArray *
read_week (SelFixture *fixture)
{
  return read_days (fixture, "2025-11-17", "2025-11-23");
}

/* The ids of the sessions, and behind each its clashes: "1[2 instructor Yusuf] 2[1 …]". */
static char *
dup_clashes (GArray *sessions)
{
  static const char *const kinds[] = { "instructor", "venue", "participant" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      const SelScheduleSession *session = &g_array_index (sessions, SelScheduleSession, i);

      g_string_append_printf (text, "%s%d", i ? " " : "", (int) session->id);
      for (guint c = 0; session->clashes && c < session->clashes->len; c++)
        {
          const SelScheduleClash *clash = &g_array_index (session->clashes, SelScheduleClash, c);

          g_string_append_printf (text,
                                  "[%d %s %s]",
                                  (int) clash->other,
                                  kinds[clash->kind],
                                  clash->name);
        }
    }

  return g_string_free (text, FALSE);
}

static void
assert_week (SelFixture *fixture, const char *expected)
{
  g_autoptr (GArray) sessions = read_week (fixture);
  g_autofree char *clashes = dup_clashes (sessions);

  g_assert_cmpstr (clashes, ==, expected);
}

static void
test_what_a_session_says (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (GArray) sessions = NULL;
  const SelScheduleSession *session;
  SelAct *act = begin_week (fixture);

  sel_fixture_add (act, "session", "cohort", "1", "starts_at", "2025-11-17T08:00",
                   "ends_at", "2025-11-17T12:00", "topic", "Alat tangan", NULL);
  sel_fixture_add (act, "session_instructor", "session", "1", "instructor", "1", NULL);
  sel_fixture_add (act, "session_instructor", "session", "1", "instructor", "2", NULL);
  add_session (act, "2", "2025-11-18T08:00", "2025-11-18T12:00", "3");
  sel_fixture_end (act);

  sessions = read_week (fixture);
  g_assert_cmpuint (sessions->len, ==, 2);
  session = &g_array_index (sessions, SelScheduleSession, 0);
  g_assert_cmpint (session->id, ==, 1);
  g_assert_cmpint (session->cohort, ==, 1);
  g_assert_cmpstr (session->cohort_name, ==, "A1");
  g_assert_cmpstr (session->course_name, ==, "Pertukangan dasar");
  g_assert_cmpstr (session->topic, ==, "Alat tangan");
  g_assert_cmpstr (session->instructors, ==, "Ani, Yusuf");
  g_assert_cmpint (session->filled, ==, 2);
  g_assert_cmpint (session->capacity, ==, 16);
  g_assert_cmpint (session->venue, ==, WORKSHOP);
  g_assert_cmpstr (session->venue_name, ==, "Bengkel");
  g_assert_cmpint (session->venue_capacity, ==, 20);
  g_assert_cmpint (sel_schedule_session_zone (session), ==, SEL_ZONE_WITA);
  g_assert_cmpint (session->starts_at.minutes, ==, 8 * 60);
  g_assert_cmpint (session->ends_at.minutes, ==, 12 * 60);
  g_assert_cmpint (g_date_get_day (&session->starts_at.date), ==, 17);
  g_assert_cmpint (session->warnings, ==, 0);
  g_assert_null (session->clashes);

  /* a venue of its own, which says no capacity */
  session = &g_array_index (sessions, SelScheduleSession, 1);
  g_assert_cmpint (session->venue, ==, HALL);
  g_assert_cmpint (session->venue_capacity, ==, SEL_NO_INTEGER);
  g_assert_cmpint (sel_schedule_session_zone (session), ==, SEL_ZONE_WIT);
  g_assert_null (session->instructors);
}

/* Civil days: a session belongs to each day that it touches, and midnight to the day it begins. */
static void
test_which_are_shown (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  SelAct *act = begin_week (fixture);

  add_session (act, "1", "2025-11-16T20:00", "2025-11-17T00:00", NULL);
  add_session (act, "2", "2025-11-16T23:00", "2025-11-17T01:00", NULL);
  add_session (act, "1", "2025-11-23T22:00", "2025-11-24T02:00", NULL);
  add_session (act, "2", "2025-11-24T00:00", "2025-11-24T02:00", NULL);
  sel_fixture_add (act, "cohort", "name", "A3", "course", "1", "capacity", "16",
                   "starts_on", "2025-11-01", "ends_on", "2025-12-19", NULL);
  add_session (act, "3", "2025-11-10T08:00", "2025-11-28T12:00", NULL);
  sel_fixture_end (act);

  assert_week (fixture, "5 2 3");
}

/* What a file may say, however unlikely. */
static void
test_first_and_last_year (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) last = NULL;
  SelAct *act = begin_week (fixture);

  add_session (act, "1", "0001-01-01T00:00", "0001-01-01T01:00", NULL);
  add_session (act, "1", "9999-12-31T22:00", "9999-12-31T23:59", NULL);
  sel_fixture_end (act);

  first = read_days (fixture, "0001-01-01", "0001-01-07");
  g_assert_cmpuint (first->len, ==, 1);
  last = read_days (fixture, "9999-12-24", "9999-12-30");
  g_assert_cmpuint (last->len, ==, 0);
}

static void
test_instructor_and_venue (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  SelAct *act = begin_week (fixture);

  /* one hour in the workshop is another in the kitchen: 08.00 WITA is 07.00 WIB */
  add_session (act, "1", "2025-11-17T08:00", "2025-11-17T12:00", NULL);
  add_session (act, "2", "2025-11-17T11:00", "2025-11-17T13:00", NULL);
  add_session (act, "2", "2025-11-18T10:59", "2025-11-18T12:00", NULL);
  add_session (act, "1", "2025-11-18T08:00", "2025-11-18T12:00", NULL);
  for (guint id = 1; id <= 4; id++)
    {
      g_autofree char *session = g_strdup_printf ("%u", id);

      sel_fixture_add (act, "session_instructor", "session", session, "instructor", "1", NULL);
    }
  /* in the workshop as well, one after the other */
  add_session (act, "2", "2025-11-19T08:00", "2025-11-19T10:00", "1");
  add_session (act, "1", "2025-11-19T10:00", "2025-11-19T12:00", NULL);
  add_session (act, "2", "2025-11-20T08:00", "2025-11-20T10:01", "1");
  add_session (act, "1", "2025-11-20T10:00", "2025-11-20T12:00", NULL);
  sel_fixture_end (act);

  assert_week (fixture,
               "1 2 4[3 instructor Yusuf] 3[4 instructor Yusuf] 5 6"
               " 7[8 venue Bengkel] 8[7 venue Bengkel]");
}

/* Who is in training; not who has completed it, or waits. */
static void
test_participant (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  SelAct *act = begin_week (fixture);

  add_session (act, "1", "2025-11-17T08:00", "2025-11-17T12:00", NULL);
  add_session (act, "2", "2025-11-17T08:00", "2025-11-17T12:00", NULL);
  sel_fixture_end (act);
  assert_week (fixture, "1 2");

  act = sel_fixture_begin (fixture);
  sel_fixture_add (act, "enrolment", "participant", "1", "cohort", "2", "stage", "waiting", NULL);
  sel_fixture_end (act);
  assert_week (fixture, "1 2");

  /* named twice in the roster, it is still one clash */
  act = sel_fixture_begin (fixture);
  sel_fixture_add (act, "enrolment", "participant", "1", "cohort", "2", "stage", "accepted", NULL);
  sel_fixture_add (act, "enrolment", "participant", "1", "cohort", "2", "stage", "accepted", NULL);
  sel_fixture_end (act);
  assert_week (fixture, "1[2 participant Budi] 2[1 participant Budi]");
}

/* The other session may be one that the week does not show. */
static void
test_clash_beyond_the_week (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (GArray) sessions = NULL;
  const SelScheduleSession *session;
  const SelScheduleClash *clash;
  SelAct *act = begin_week (fixture);

  /* Sunday evening in the kitchen (WIB) is Monday in the hall (WIT) */
  add_session (act, "2", "2025-11-16T21:00", "2025-11-16T23:59", NULL);
  add_session (act, "1", "2025-11-17T00:00", "2025-11-17T02:00", "3");
  sel_fixture_add (act, "session_instructor", "session", "1", "instructor", "2", NULL);
  sel_fixture_add (act, "session_instructor", "session", "2", "instructor", "2", NULL);
  sel_fixture_end (act);

  sessions = read_week (fixture);
  g_assert_cmpuint (sessions->len, ==, 1);
  session = &g_array_index (sessions, SelScheduleSession, 0);
  clash = &g_array_index (session->clashes, SelScheduleClash, 0);
  g_assert_cmpint (clash->id, ==, 2);
  g_assert_cmpstr (clash->name, ==, "Ani");
  g_assert_cmpint (clash->other, ==, 1);
  g_assert_cmpstr (clash->other_cohort, ==, "A2");
  g_assert_cmpint (clash->other_starts_at.minutes, ==, 21 * 60);
  g_assert_cmpint (clash->other_ends_at.minutes, ==, 23 * 60 + 59);
  g_assert_cmpint (clash->other_zone, ==, SEL_ZONE_WIB);
}

static void
test_warnings (void)
{
  static const SelPlanningWarnings expected[] = {
    0,
    SEL_PLANNING_AGREEMENT_LAPSED,
    SEL_PLANNING_AGREEMENT_LAPSED | SEL_PLANNING_OUTSIDE_COHORT,
    SEL_PLANNING_VENUE_TOO_SMALL,
    0,
    SEL_PLANNING_OUTSIDE_COHORT,
  };
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (GArray) sessions = NULL;
  SelAct *act = begin_week (fixture);

  sel_fixture_add (act, "agreement", "title", "PKS", "kind", "cooperation", "stage", "signed",
                   "signed_on", "2022-11-18", "starts_on", "2022-11-18", "ends_on", "2025-11-17",
                   NULL);
  sel_fixture_add (act, "cohort", "name", "A3", "course", "1", "venue", "1", "agreement", "1",
                   "capacity", "16", "starts_on", "2025-11-17", "ends_on", "2025-11-18", NULL);
  sel_fixture_add (act, "enrolment", "participant", "1", "cohort", "2", "stage", "accepted", NULL);
  add_session (act, "3", "2025-11-17T08:00", "2025-11-17T10:00", NULL);
  add_session (act, "3", "2025-11-18T08:00", "2025-11-18T10:00", NULL);
  add_session (act, "3", "2025-11-19T08:00", "2025-11-19T10:00", NULL);
  add_session (act, "2", "2025-11-20T08:00", "2025-11-20T10:00", NULL);
  /* the last day of the cohort ends at midnight */
  add_session (act, "1", "2025-12-19T20:00", "2025-12-20T00:00", NULL);
  add_session (act, "1", "2025-12-19T20:00", "2025-12-20T00:01", NULL);
  sel_fixture_end (act);

  sessions = read_days (fixture, "2025-11-17", "2025-12-31");
  g_assert_cmpuint (sessions->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < sessions->len; i++)
    g_assert_cmpuint (g_array_index (sessions, SelScheduleSession, i).warnings, ==, expected[i]);
}

static void
test_detail (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelSessionDetail) detail = NULL;
  const SelSessionPerson *person;
  SelAct *act = begin_week (fixture);

  add_session (act, "1", "2025-11-17T08:00", "2025-11-17T12:00", NULL);
  add_session (act, "2", "2025-11-17T08:00", "2025-11-17T12:00", "1");
  sel_fixture_add (act, "participant", "name", "citra", "kind", "tkm", NULL);
  sel_fixture_add (act, "participant", "name", "Dewi", "kind", "tkm", NULL);
  sel_fixture_add (act, "enrolment", "participant", "3", "cohort", "1", "stage", "dropped", NULL);
  sel_fixture_add (act, "enrolment", "participant", "4", "cohort", "1", "stage", "dropped", NULL);
  sel_fixture_add (act, "attendance", "session", "1", "enrolment", "1", "status", "late",
                   "conduct", "Sopan", NULL);
  sel_fixture_add (act, "attendance", "session", "1", "enrolment", "4", "status", "absent", NULL);
  sel_fixture_end (act);

  detail = sel_session_detail_read (fixture->connection, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (detail->session->id, ==, 1);
  g_assert_cmpuint (detail->session->clashes->len, ==, 1);
  g_assert_cmpint (detail->n_people, ==, 3);
  g_assert_cmpint (detail->by_status[0], ==, 1);
  g_assert_cmpint (detail->by_status[SEL_ATTENDANCE_LATE], ==, 1);
  g_assert_cmpint (detail->by_status[SEL_ATTENDANCE_ABSENT], ==, 1);
  g_assert_cmpint (detail->by_status[SEL_ATTENDANCE_PRESENT], ==, 0);

  /* Andi, Budi and Citra, who left after she was marked; not Dewi */
  g_assert_cmpuint (detail->people->len, ==, 3);
  person = &g_array_index (detail->people, SelSessionPerson, 0);
  g_assert_cmpstr (person->name, ==, "Andi");
  g_assert_cmpint (person->status, ==, 0);
  person = &g_array_index (detail->people, SelSessionPerson, 1);
  g_assert_cmpstr (person->name, ==, "Budi");
  g_assert_cmpint (person->participant, ==, 1);
  g_assert_cmpint (person->enrolment, ==, 1);
  g_assert_cmpint (person->stage, ==, SEL_ENROLMENT_IN_TRAINING);
  g_assert_cmpint (person->status, ==, SEL_ATTENDANCE_LATE);
  g_assert_cmpstr (person->conduct, ==, "Sopan");
  g_assert_cmpstr (g_array_index (detail->people, SelSessionPerson, 2).name, ==, "citra");
}

static void
test_detail_of_none (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelFixture) fixture = sel_fixture_new ();

  g_assert_null (sel_session_detail_read (fixture->connection, 1, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND);
}

static void
test_empty (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();

  assert_week (fixture, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/what-a-session-says", test_what_a_session_says);
  g_test_add_func ("/schedule/which-are-shown", test_which_are_shown);
  g_test_add_func ("/schedule/first-and-last-year", test_first_and_last_year);
  g_test_add_func ("/schedule/instructor-and-venue", test_instructor_and_venue);
  g_test_add_func ("/schedule/participant", test_participant);
  g_test_add_func ("/schedule/clash-beyond-the-week", test_clash_beyond_the_week);
  g_test_add_func ("/schedule/warnings", test_warnings);
  g_test_add_func ("/schedule/detail", test_detail);
  g_test_add_func ("/schedule/detail-of-none", test_detail_of_none);
  g_test_add_func ("/schedule/empty", test_empty);

  return g_test_run ();
}
