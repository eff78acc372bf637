/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/related.h"
#include "support.h"

/* A chain of partners and one of agreements, one that was terminated, two parties, a programme for
 * TKS from 18, and a cohort that starts on 1 March 2026 under an agreement of that year. */
static SelStore *
open_filled (Place *place)
{
  SelStore *store = open_store (place);

  add (store, &sel_partner_type, make (&sel_partner_type, "name", "A", "kind", "agency", NULL));
  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "B", "kind", "agency", "parent", "1", NULL));
  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "C", "kind", "agency", "parent", "2", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Payung", "kind", "memorandum", "stage", "signed",
             "starts_on", "2026-01-01", "ends_on", "2026-12-31", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "PKS", "kind", "cooperation", "stage", "draft",
             "parent", "1", "renews", "1", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Lepas", "kind", "memorandum", "stage", "terminated",
             "starts_on", "2026-01-01", "ends_on", "2026-12-31", "terminated_on", "2026-06-01",
             NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "1", "position", "1", "partner", "1", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "2", "position", "1", "partner", "1", NULL));
  add (store, &sel_programme_type,
       make (&sel_programme_type, "name", "TKS", "minimum_age", "18", "eligible_kinds", "tks",
             NULL));
  add (store, &sel_course_type,
       make (&sel_course_type, "name", "Las", "vocation", "Las", NULL));
  add (store, &sel_cohort_type,
       make (&sel_cohort_type, "name", "I", "course", "1", "programme", "1", "agreement", "1",
             "capacity", "16", "starts_on", "2026-03-01", "ends_on", "2026-04-01", NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Dewasa", "kind", "tks", "birth_date", "2008-03-01",
             NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Muda", "kind", "tks", "birth_date", "2008-03-02",
             NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Lain", "kind", "convict", NULL));
  return store;
}

/* What is found in @take_record beside the others, as "field: message" lines; E and W tell an error
 * from a warning. */
static char *
find (SelStore *store, const SelRecordType *type, gint64 id, gpointer take_record)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (SelFindings) findings = sel_findings_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GDate today = date_of (TODAY);
  guint n_own;

  ((SelRecord *) take_record)->id = id;
  sel_record_check (type, take_record, &today, findings);
  n_own = sel_findings_get_n (findings);
  g_assert_true (sel_related_check (reading->connection, type, take_record, findings, &error));
  g_assert_no_error (error);
  for (guint i = n_own; i < sel_findings_get_n (findings); i++)
    {
      const SelFinding *finding = sel_findings_get (findings, i);

      g_string_append_printf (lines, "%s %s: %s\n", finding->severity == SEL_ERROR ? "E" : "W",
                              finding->field->name, finding->message);
    }

  sel_record_free (type, take_record);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
assert_found (SelStore *store,
              const SelRecordType *type,
              gint64 id,
              gpointer take_record,
              const char *expected)
{
  g_autofree char *found = find (store, type, id, take_record);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_cycles (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);

  assert_found (store, &sel_partner_type, 1,
                make (&sel_partner_type, "name", "A", "kind", "agency", "parent", "3", NULL),
                "E parent: That institution is itself a part of this one.\n");
  assert_found (store, &sel_partner_type, 3,
                make (&sel_partner_type, "name", "C", "kind", "agency", "parent", "1", NULL), "");
  assert_found (store, &sel_partner_type, 0,
                make (&sel_partner_type, "name", "D", "kind", "agency", "parent", "3", NULL), "");
  assert_found (store, &sel_agreement_type, 1,
                make (&sel_agreement_type, "title", "Payung", "kind", "memorandum", "stage",
                      "draft", "parent", "2", "renews", "2", NULL),
                "E parent: That agreement was itself made under this one.\n"
                "E renews: That agreement follows this one, and cannot be renewed by it.\n");
}

static void
test_a_party_is_of_the_same_agreement (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);

  assert_found (store, &sel_obligation_type, 0,
                make (&sel_obligation_type, "agreement", "1", "party", "1", "text", "x", NULL), "");
  assert_found (store, &sel_obligation_type, 0,
                make (&sel_obligation_type, "agreement", "1", "party", "2", "text", "x", NULL),
                "E party: It is a party to another agreement.\n");
}

#define OUTSIDE "W agreement: The agreement is not in force for the whole of the cohort.\n"

static void
test_a_cohort_lies_within_its_agreement (void)
{
  static const struct
  {
    const char *agreement;
    const char *starts_on;
    const char *ends_on;
    const char *found;
  } rows[] = {
    { "1", "2026-01-01", "2026-12-31", "" },
    { "1", "2025-12-31", "2026-12-31", OUTSIDE },
    { "1", "2026-01-01", "2027-01-01", OUTSIDE },
    /* terminated on 1 June */
    { "3", "2026-01-01", "2026-05-31", "" },
    { "3", "2026-01-01", "2026-06-01", OUTSIDE },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_found (store, &sel_cohort_type, 0,
                  make (&sel_cohort_type, "name", "II", "course", "1", "agreement",
                        rows[i].agreement, "capacity", "16", "starts_on", rows[i].starts_on,
                        "ends_on", rows[i].ends_on, NULL),
                  rows[i].found);

  /* As in a form that is not filled in yet. */
  assert_found (store, &sel_cohort_type, 0,
                make (&sel_cohort_type, "name", "II", "course", "1", "agreement", "1", "capacity",
                      "16", NULL),
                "");
}

#define YOUNG                                                         \
  "W participant: The person has not reached the minimum age on the " \
  "first day of the cohort.\n"
#define NO_BIRTH_DATE \
  "W participant: The minimum age cannot be tested: the birth date is missing.\n"
#define OTHER_KIND "W participant: The programme is not open to this kind of participant.\n"

static void
test_who_may_join (void)
{
  static const struct
  {
    const char *participant;
    const char *stage;
    const char *found;
  } rows[] = {
    { "1", "accepted", "" }, /* 18 on that very day */
    { "2", "accepted", YOUNG },
    { "2", "rejected", "" },
    { "3", "referred", OTHER_KIND NO_BIRTH_DATE },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_found (store, &sel_enrolment_type, 0,
                  make (&sel_enrolment_type, "participant", rows[i].participant, "cohort", "1",
                        "stage", rows[i].stage, NULL),
                  rows[i].found);
  /* Without a cohort there is no day on which to test the age. */
  assert_found (store, &sel_enrolment_type, 0,
                make (&sel_enrolment_type, "participant", "2", "programme", "1", "stage",
                      "referred", NULL),
                "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/related/cycles", test_cycles);
  g_test_add_func ("/store/related/party", test_a_party_is_of_the_same_agreement);
  g_test_add_func ("/store/related/cohort", test_a_cohort_lies_within_its_agreement);
  g_test_add_func ("/store/related/who-may-join", test_who_may_join);
  return g_test_run ();
}
