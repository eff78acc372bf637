/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/realised.h"
#include "support.h"

static void
enrol (SelStore *store, const char *cohort, const char *stage, const char *outcome)
{
  g_autofree char *person = NULL;
  g_autofree char *enrolment = NULL;

  person = g_strdup_printf ("%d", (int) add (store, &sel_participant_type,
                                             make (&sel_participant_type, "name", "Ani", "kind",
                                                   "tks", NULL)));
  enrolment = g_strdup_printf ("%d", (int) add (store, &sel_enrolment_type,
                                                make (&sel_enrolment_type, "participant", person,
                                                      "cohort", cohort, "stage", stage, NULL)));
  if (outcome)
    add (store, &sel_follow_up_type,
         make (&sel_follow_up_type, "enrolment", enrolment, "due_on", "2025-09-01", "held_on",
               "2025-09-02", "outcome", outcome, NULL));
}

static void
assert_counts (SelStore *store, gint64 agreement, const char *expected)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GDate today = date_of (TODAY);
  gint64 counts[SEL_N_REALISED];

  g_assert_true (sel_realised_count (reading->connection, agreement, &today, counts, &error));
  g_assert_no_error (error);
  for (guint i = SEL_REALISED_COHORTS; i < SEL_N_REALISED; i++)
    g_string_append_printf (text, "%s%d", text->len ? " " : "", (int) counts[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Cohorts, people in them, trained, working, follow-ups held: today is 11 October 2025. */
static void
test_counts (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Payung", "kind", "memorandum", "stage", "signed",
             "signed_on", "2024-01-01", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "PKS", "kind", "cooperation", "parent", "1", "stage",
             "signed", "signed_on", "2024-02-01", NULL));
  add (store, &sel_programme_type, make (&sel_programme_type, "name", "Program", NULL));
  add (store, &sel_programme_agreement_type,
       make (&sel_programme_agreement_type, "programme", "1", "agreement", "1", NULL));
  add (store, &sel_course_type, make (&sel_course_type, "name", "Las", "vocation", "Las", NULL));
  add (store, &sel_cohort_type,
       make (&sel_cohort_type, "name", "Of the PKS", "course", "1", "agreement", "2", "capacity",
             "16", "starts_on", "2025-01-01", "ends_on", "2025-02-01", NULL));
  add (store, &sel_cohort_type,
       make (&sel_cohort_type, "name", "Still to come", "course", "1", "agreement", "2", "capacity",
             "16", "starts_on", "2025-12-01", "ends_on", "2025-12-31", NULL));
  add (store, &sel_cohort_type,
       make (&sel_cohort_type, "name", "Of the programme", "course", "1", "programme", "1",
             "capacity", "16", "starts_on", "2025-03-01", "ends_on", "2025-04-01", NULL));
  enrol (store, "1", "completed", "employed");
  enrol (store, "1", "completed", "not_working");
  enrol (store, "1", "dropped", NULL);
  enrol (store, "3", "in_training", NULL);

  assert_counts (store, 2, "1 2 2 1 2");
  assert_counts (store, 1, "2 3 2 1 2"); /* the umbrella has all of it */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/realised/counts", test_counts);

  return g_test_run ();
}
