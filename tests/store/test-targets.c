/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/targets.h"

static void
add_people (SelAct *act, guint n_people)
{
  for (guint i = 0; i < n_people; i++)
    sel_fixture_add (act, "participant", "name", "Orang", "kind", "tkm", NULL);
}

static GArray *
read_targets (SelFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GArray *targets = sel_targets_read (fixture->connection, &error);

  g_assert_no_error (error);
  return targets;
}

/* "name: actual of target; people, enrolled, completed, working"; a target of -1 is none. */
static void
assert_target (GArray *targets, guint i, const char *expected)
{
  const SelTarget *target = &g_array_index (targets, SelTarget, i);
  g_autofree char *text = g_strdup_printf ("%s: %d of %d; %d, %d, %d, %d",
                                           target->name,
                                           (int) sel_target_actual (target),
                                           (int) MAX (target->target, -1),
                                           (int) target->people,
                                           (int) target->reached[SEL_TARGET_ENROLLED],
                                           (int) target->reached[SEL_TARGET_COMPLETED],
                                           (int) target->reached[SEL_TARGET_WORKING]);

  g_assert_cmpstr (text, ==, expected);
}

/* An enrolment counts for the programme that it names, else for its cohort's; a person once. */
static void
test_people (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (GArray) targets = NULL;
  SelAct *act = sel_fixture_begin (fixture);

  sel_fixture_add (act, "programme", "name", "Seribu tenaga terlatih", "target", "1000",
                   "target_stage", "completed", NULL);
  sel_fixture_add (act, "programme", "name", "Pascarehabilitasi", "target", "3",
                   "target_stage", "working", NULL);
  sel_fixture_add (act, "programme", "name", "Tanpa target", NULL);
  sel_fixture_add (act, "course", "name", "Las", "vocation", "Las", NULL);
  sel_fixture_add (act, "cohort", "name", "I", "course", "1", "programme", "1", "capacity", "16",
                   "starts_on", "2019-06-01", "ends_on", "2019-08-01", NULL);
  sel_fixture_add (act, "cohort", "name", "II", "course", "1", "programme", "1", "capacity", "16",
                   "starts_on", "2019-09-01", "ends_on", "2019-11-01", NULL);
  sel_fixture_add (act, "cohort", "name", "bebas", "course", "1", "capacity", "16",
                   "starts_on", "2019-09-01", "ends_on", "2019-11-01", NULL);
  add_people (act, 6);

  /* by the cohort's programme: 1 twice, 2 by cohort and by name, 3 dropped out, 4 is referred */
  sel_fixture_add (act, "enrolment", "participant", "1", "cohort", "1", "stage", "completed",
                   NULL);
  sel_fixture_add (act, "enrolment", "participant", "1", "cohort", "2", "stage", "in_training",
                   NULL);
  sel_fixture_add (act, "enrolment", "participant", "2", "cohort", "1", "stage", "completed",
                   NULL);
  sel_fixture_add (act, "enrolment", "participant", "2", "programme", "1", "stage", "completed",
                   NULL);
  sel_fixture_add (act, "enrolment", "participant", "3", "cohort", "1", "stage", "dropped", NULL);
  sel_fixture_add (act, "enrolment", "participant", "4", "programme", "1", "stage", "referred",
                   NULL);
  /* in a cohort of the first programme, but for the second */
  sel_fixture_add (act, "enrolment", "participant", "5", "cohort", "1", "programme", "2",
                   "stage", "accepted", NULL);
  /* for no programme */
  sel_fixture_add (act, "enrolment", "participant", "6", "cohort", "3", "stage", "completed",
                   NULL);
  sel_fixture_end (act);

  targets = read_targets (fixture);
  g_assert_cmpuint (targets->len, ==, 3);
  assert_target (targets, 0, "Pascarehabilitasi: 0 of 3; 1, 1, 0, 0");
  assert_target (targets, 1, "Seribu tenaga terlatih: 2 of 1000; 4, 2, 2, 0");
  assert_target (targets, 2, "Tanpa target: 0 of -1; 0, 0, 0, 0");

  {
    const SelTarget *target = &g_array_index (targets, SelTarget, 1);

    g_assert_cmpint (target->id, ==, 1);
    g_assert_cmpint (target->by_stage[SEL_ENROLMENT_COMPLETED], ==, 2);
    g_assert_cmpint (target->by_stage[SEL_ENROLMENT_IN_TRAINING], ==, 1);
    g_assert_cmpint (target->by_stage[SEL_ENROLMENT_DROPPED], ==, 1);
    g_assert_cmpint (target->by_stage[SEL_ENROLMENT_REFERRED], ==, 1);
    g_assert_cmpint (target->by_stage[SEL_ENROLMENT_ACCEPTED], ==, 0);
  }
}

/* The last outcome that was found counts, over all enrolments in the programme. */
static void
test_outcomes (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (GArray) targets = NULL;
  SelAct *act = sel_fixture_begin (fixture);

  sel_fixture_add (act, "programme", "name", "Pascarehabilitasi", "target", "12",
                   "target_stage", "working", NULL);
  add_people (act, 3);
  sel_fixture_add (act, "enrolment", "participant", "1", "programme", "1", "stage", "completed",
                   NULL);
  sel_fixture_add (act, "enrolment", "participant", "1", "programme", "1", "stage", "completed",
                   NULL);
  sel_fixture_add (act, "enrolment", "participant", "2", "programme", "1", "stage", "completed",
                   NULL);
  sel_fixture_add (act, "enrolment", "participant", "3", "programme", "1", "stage", "completed",
                   NULL);

  sel_fixture_add (act, "follow_up", "enrolment", "1", "due_on", "2019-09-01",
                   "held_on", "2020-01-10", "outcome", "own_business", NULL);
  sel_fixture_add (act, "follow_up", "enrolment", "2", "due_on", "2019-09-01",
                   "held_on", "2019-09-10", "outcome", "not_working", NULL);
  sel_fixture_add (act, "follow_up", "enrolment", "3", "due_on", "2019-09-01",
                   "held_on", "2019-09-10", "outcome", "employed", NULL);
  sel_fixture_add (act, "follow_up", "enrolment", "3", "due_on", "2020-03-01",
                   "held_on", "2020-03-10", "outcome", "not_reached", NULL);
  sel_fixture_add (act, "follow_up", "enrolment", "4", "due_on", "2019-09-01",
                   "held_on", "2019-09-10", "outcome", "employed", NULL);
  sel_fixture_add (act, "follow_up", "enrolment", "4", "due_on", "2020-03-01", NULL);
  sel_fixture_end (act);

  targets = read_targets (fixture);
  assert_target (targets, 0, "Pascarehabilitasi: 2 of 12; 3, 3, 3, 2");
  {
    const SelTarget *target = &g_array_index (targets, SelTarget, 0);

    g_assert_cmpint (target->by_outcome[SEL_OUTCOME_OWN_BUSINESS], ==, 1);
    g_assert_cmpint (target->by_outcome[SEL_OUTCOME_EMPLOYED], ==, 1);
    g_assert_cmpint (target->by_outcome[SEL_OUTCOME_NOT_REACHED], ==, 1);
    g_assert_cmpint (target->by_outcome[SEL_OUTCOME_NOT_WORKING], ==, 0);
  }
}

static void
test_default_stage (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (GArray) targets = NULL;
  SelAct *act = sel_fixture_begin (fixture);

  sel_fixture_add (act, "programme", "name", "TKS", "target", "664", NULL);
  add_people (act, 1);
  sel_fixture_add (act, "enrolment", "participant", "1", "programme", "1", "stage", "accepted",
                   NULL);
  sel_fixture_end (act);

  targets = read_targets (fixture);
  assert_target (targets, 0, "TKS: 1 of 664; 1, 1, 0, 0");
}

static void
test_empty (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (GArray) targets = read_targets (fixture);

  g_assert_cmpuint (targets->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/targets/people", test_people);
  g_test_add_func ("/targets/outcomes", test_outcomes);
  g_test_add_func ("/targets/default-stage", test_default_stage);
  g_test_add_func ("/targets/empty", test_empty);

  return g_test_run ();
}
