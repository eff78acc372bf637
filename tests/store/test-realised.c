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
  g_autofree gint64 *counts = sel_realised_count (reading->connection, agreement, &today, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < SEL_N_REALISED; i++)
    g_string_append_printf (text, "%s%d", text->len ? " " : "", (int) counts[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

/* An export that rests on the agreement 2, and a file of a sender who calls it A-2; a second one was
 * taken back. */
static void
send_and_receive (SelStore *store)
{
  execute (store,
           "INSERT INTO export (act, partner, partner_name, agreement, purpose, what, file,"
           " sequence, n_records, sensitivity)"
           " VALUES (1, 1, 'BNN', 2, 'Laporan', 'roster', 'a.xml', 1, 3, 'internal')");
  execute (store, "INSERT INTO exchange (id, sender, sender_name, made_at, sequence, agreement,"
                  " file, imported_at, actor)"
                  " VALUES (1, 'bnn', 'BNN', '2025-01-01T00:00:00Z', 1, 'A-2', 'b.xml',"
                  " '2025-01-02T00:00:00Z', 'Siti'), (2, 'bnn', 'BNN', '2025-01-03T00:00:00Z', 2,"
                  " 'A-2', 'c.xml', '2025-01-04T00:00:00Z', 'Siti')");
  execute (store, "INSERT INTO origin (id, sender, type) VALUES (1, 'bnn', 'agreement')");
  execute (store, "INSERT INTO identity (origin, key, record, exchange, line)"
                  " VALUES (1, 'A-2', 2, 1, 7)");
  execute (store, "UPDATE act SET exchange = 2 WHERE id = 2");
  execute (store, "UPDATE act SET undoes = 2 WHERE id = 3");
}

/* Exports, files, cohorts, people in them, trained, working, follow-ups held: today is 11 October 2025. */
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

  send_and_receive (store);
  assert_counts (store, 2, "1 1 1 2 2 1 2");
  assert_counts (store, 1, "1 1 2 3 2 1 2"); /* the umbrella has all of it */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/realised/counts", test_counts);

  return g_test_run ();
}
