/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>

#include "store/person.h"

static SelPerson *
read_person (SelFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  SelPerson *person = sel_person_read (fixture->connection, id, &error);

  g_assert_no_error (error);
  return person;
}

static void
assert_date (const GDate *date, const char *expected)
{
  g_autofree char *text = g_date_valid (date) ? sel_date_dup_text (date) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

/* A client of BNN Kota Banjarbaru: turned away in 2018, trained and in business since 2019. */
static void
add_client (SelAct *act)
{
  sel_fixture_add (act, "partner", "name", "BNN Kota Banjarbaru", "kind", "unit", NULL);
  sel_fixture_add (act, "programme", "name", "Pascarehabilitasi", NULL);
  sel_fixture_add (act, "course", "name", "Las", "vocation", "Las", NULL);
  sel_fixture_add (act, "cohort", "name", "Angkatan I 2019", "course", "1", "programme", "1",
                   "capacity", "16", "starts_on", "2019-07-01", "ends_on", "2019-07-31", NULL);
  sel_fixture_add (act, "participant", "name", "Rahmat", "kind", "rehabilitation_client", NULL);
  sel_fixture_add (act, "enrolment", "participant", "1", "programme", "1",
                   "referred_on", "2018-03-01", "stage", "rejected", "reason", "Belum 18 tahun",
                   NULL);
  sel_fixture_add (act, "enrolment", "participant", "1", "cohort", "1", "referrer", "1",
                   "referred_on", "2019-05-20", "stage", "completed", "test_score", "72.5",
                   "priority", "true", "decided_on", "2019-06-10", NULL);
  sel_fixture_add (act, "follow_up", "enrolment", "2", "due_on", "2020-01-31", NULL);
  sel_fixture_add (act, "follow_up", "enrolment", "2", "due_on", "2019-10-31",
                   "held_on", "2019-11-02", "outcome", "own_business",
                   "employer", "Bengkel Las Rahmat", NULL);
}

static void
test_timeline (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelPerson) person = NULL;
  const SelPersonEnrolment *enrolment;
  const SelPersonFollowUp *follow_up;
  SelAct *act = sel_fixture_begin (fixture);

  add_client (act);
  sel_fixture_end (act);

  person = read_person (fixture, 1);
  g_assert_cmpuint (person->enrolments->len, ==, 2);

  enrolment = &g_array_index (person->enrolments, SelPersonEnrolment, 0);
  g_assert_cmpint (enrolment->id, ==, 2);
  g_assert_cmpint (enrolment->programme, ==, 1);
  g_assert_cmpstr (enrolment->programme_name, ==, "Pascarehabilitasi");
  g_assert_cmpint (enrolment->cohort, ==, 1);
  g_assert_cmpstr (enrolment->cohort_name, ==, "Angkatan I 2019");
  assert_date (&enrolment->cohort_starts_on, "2019-07-01");
  assert_date (&enrolment->cohort_ends_on, "2019-07-31");
  g_assert_cmpstr (enrolment->course_name, ==, "Las");
  g_assert_cmpint (enrolment->referrer, ==, 1);
  g_assert_cmpstr (enrolment->referrer_name, ==, "BNN Kota Banjarbaru");
  assert_date (&enrolment->referred_on, "2019-05-20");
  g_assert_cmpint (enrolment->stage, ==, SEL_ENROLMENT_COMPLETED);
  g_assert_cmpfloat (enrolment->test_score, ==, 72.5);
  g_assert_true (isnan (enrolment->interview_score));
  g_assert_true (enrolment->priority);
  assert_date (&enrolment->decided_on, "2019-06-10");
  g_assert_null (enrolment->reason);

  g_assert_cmpuint (enrolment->follow_ups->len, ==, 2);
  follow_up = &g_array_index (enrolment->follow_ups, SelPersonFollowUp, 0);
  g_assert_cmpint (follow_up->id, ==, 2);
  assert_date (&follow_up->due_on, "2019-10-31");
  assert_date (&follow_up->held_on, "2019-11-02");
  g_assert_cmpint (follow_up->outcome, ==, SEL_OUTCOME_OWN_BUSINESS);
  g_assert_cmpstr (follow_up->employer, ==, "Bengkel Las Rahmat");
  follow_up = &g_array_index (enrolment->follow_ups, SelPersonFollowUp, 1);
  g_assert_cmpint (follow_up->outcome, ==, 0);
  assert_date (&follow_up->held_on, NULL);

  enrolment = &g_array_index (person->enrolments, SelPersonEnrolment, 1);
  g_assert_cmpint (enrolment->stage, ==, SEL_ENROLMENT_REJECTED);
  g_assert_cmpstr (enrolment->reason, ==, "Belum 18 tahun");
  g_assert_cmpstr (enrolment->programme_name, ==, "Pascarehabilitasi");
  g_assert_cmpint (enrolment->cohort, ==, 0);
  g_assert_cmpuint (enrolment->follow_ups->len, ==, 0);
  g_assert_cmpuint (enrolment->attendance.n_sessions, ==, 0);

  g_assert_cmpuint (person->groups->len, ==, 0);
  g_assert_cmpuint (person->mentorings->len, ==, 0);
}

/* Three mornings of 240 minutes were marked, one of 180 is to come. */
static void
test_attendance (void)
{
  static const char *const days[] = { "2019-07-01", "2019-07-02", "2019-07-03", "2019-07-04" };
  static const char *const statuses[] = { "present", "sick", "late", NULL };
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelPerson) person = NULL;
  const SelAttendanceFigures *figures;
  SelAct *act = sel_fixture_begin (fixture);

  add_client (act);
  sel_fixture_add (act, "participant", "name", "Lain", "kind", "rehabilitation_client", NULL);
  sel_fixture_add (act, "enrolment", "participant", "2", "cohort", "1", "stage", "completed",
                   NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *starts_at = g_strconcat (days[i], "T08:00", NULL);
      g_autofree char *ends_at = g_strconcat (days[i], i == 3 ? "T11:00" : "T12:00", NULL);
      g_autofree char *session = g_strdup_printf ("%u", i + 1);

      sel_fixture_add (act, "session", "cohort", "1", "starts_at", starts_at, "ends_at", ends_at,
                       NULL);
      sel_fixture_add (act, "attendance", "session", session, "enrolment", "3",
                       "status", "absent", NULL);
      if (statuses[i])
        sel_fixture_add (act, "attendance", "session", session, "enrolment", "2",
                         "status", statuses[i], NULL);
    }
  sel_fixture_end (act);

  person = read_person (fixture, 1);
  figures = &g_array_index (person->enrolments, SelPersonEnrolment, 0).attendance;
  g_assert_cmpuint (figures->n_sessions, ==, 4);
  g_assert_cmpuint (figures->n_by_status[SEL_ATTENDANCE_PRESENT], ==, 1);
  g_assert_cmpuint (figures->n_by_status[SEL_ATTENDANCE_LATE], ==, 1);
  g_assert_cmpuint (figures->n_by_status[SEL_ATTENDANCE_SICK], ==, 1);
  g_assert_cmpuint (figures->n_by_status[0], ==, 1);
  g_assert_cmpint (figures->minutes, ==, 900);
  g_assert_cmpint (figures->minutes_attended, ==, 480);
  g_assert_cmpfloat (sel_training_hours (figures->minutes, 45), ==, 20);
}

/* A TKS who was posted to two groups, and a member of one whose mentor changed. */
static void
test_groups (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelPerson) member = NULL;
  g_autoptr (SelPerson) volunteer = NULL;
  const SelPersonGroup *group;
  const SelPersonMentoring *mentoring;
  SelAct *act = sel_fixture_begin (fixture);

  sel_fixture_add (act, "programme", "name", "TKM Lanjutan", NULL);
  sel_fixture_add (act, "participant", "name", "Sari", "kind", "tks", NULL);
  sel_fixture_add (act, "participant", "name", "Tono", "kind", "tks", NULL);
  sel_fixture_add (act, "participant", "name", "Umi", "kind", "tkm", NULL);
  sel_fixture_add (act, "participant", "name", "Wati", "kind", "tkm", NULL);
  sel_fixture_add (act, "group", "name", "Melati", "programme", "1", "business", "Keripik", NULL);
  sel_fixture_add (act, "group", "name", "Anggrek", NULL);
  sel_fixture_add (act, "membership", "group", "1", "participant", "3", "role", "chair", NULL);
  sel_fixture_add (act, "membership", "group", "1", "participant", "4", "role", "member", NULL);
  sel_fixture_add (act, "membership", "group", "2", "participant", "3", "role", "member", NULL);
  sel_fixture_add (act, "mentoring", "mentor", "2", "group", "1", "starts_on", "2025-03-01", NULL);
  sel_fixture_add (act, "mentoring", "mentor", "1", "group", "1", "starts_on", "2024-03-01",
                   "ends_on", "2025-02-28", NULL);
  sel_fixture_add (act, "mentoring", "mentor", "2", "group", "2", NULL);
  sel_fixture_end (act);

  member = read_person (fixture, 3);
  g_assert_cmpuint (member->groups->len, ==, 2);
  group = &g_array_index (member->groups, SelPersonGroup, 0);
  g_assert_cmpstr (group->name, ==, "Anggrek");
  g_assert_cmpint (group->id, ==, 2);
  g_assert_cmpint (group->role, ==, SEL_MEMBERSHIP_MEMBER);
  g_assert_null (group->programme_name);
  group = &g_array_index (member->groups, SelPersonGroup, 1);
  g_assert_cmpstr (group->name, ==, "Melati");
  g_assert_cmpstr (group->business, ==, "Keripik");
  g_assert_cmpstr (group->programme_name, ==, "TKM Lanjutan");
  g_assert_cmpint (group->role, ==, SEL_MEMBERSHIP_CHAIR);
  g_assert_cmpint (group->mentor, ==, 2);
  g_assert_cmpstr (group->mentor_name, ==, "Tono");

  volunteer = read_person (fixture, 2);
  g_assert_cmpuint (volunteer->groups->len, ==, 0);
  g_assert_cmpuint (volunteer->mentorings->len, ==, 2);
  mentoring = &g_array_index (volunteer->mentorings, SelPersonMentoring, 0);
  g_assert_cmpstr (mentoring->name, ==, "Melati");
  g_assert_cmpint (mentoring->id, ==, 1);
  g_assert_cmpint (mentoring->mentoring, ==, 1);
  g_assert_cmpint (mentoring->n_members, ==, 2);
  assert_date (&mentoring->starts_on, "2025-03-01");
  assert_date (&mentoring->ends_on, NULL);
  g_assert_cmpstr (g_array_index (volunteer->mentorings, SelPersonMentoring, 1).name, ==,
                   "Anggrek");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/person/timeline", test_timeline);
  g_test_add_func ("/person/attendance", test_attendance);
  g_test_add_func ("/person/groups", test_groups);

  return g_test_run ();
}
