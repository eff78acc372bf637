/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/identity.h"
#include "store/merge-records.h"
#include "support.h"

typedef struct
{
  const SelRecordType *type;
  gint64 stays;
  gint64 goes;
  const SelMergeChoice *choice;
} Merge;

static gboolean
merge_in_act (SelAct *act, gpointer user_data, GError **error)
{
  const Merge *merge = user_data;

  return sel_merge_records (act, merge->type, merge->stays, merge->goes, merge->choice, error);
}

static void
take_result_cb (G_GNUC_UNUSED GObject *store, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
try_merge (SelStore *store,
           const SelRecordType *type,
           gint64 stays,
           gint64 goes,
           const SelMergeChoice *choice,
           GError **error)
{
  Merge data = { type, stays, goes, choice };
  g_autoptr (GAsyncResult) result = NULL;

  sel_store_write_async (store, SEL_ACT_MERGE, merge_in_act, &data, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  sel_store_write_finish (store, result, error);
}

static void
merge (SelStore *store,
       const SelRecordType *type,
       gint64 stays,
       gint64 goes,
       const SelMergeChoice *choice)
{
  g_autoptr (GError) error = NULL;

  try_merge (store, type, stays, goes, choice, &error);
  g_assert_no_error (error);
}

static gint64
add_person (SelStore *store, const char *name, const char *nik, const char *phone)
{
  SelParticipant *person =
    make (&sel_participant_type, "name", name, "kind", "tks", "birth_date", "1991-05-04", NULL);

  person->nik = g_strdup (nik);
  person->phone = g_strdup (phone);
  return add (store, &sel_participant_type, person);
}

static char *
dump (SelStore *store)
{
  return ask_text (
    store,
    "SELECT group_concat (line, char (10)) FROM ("
    " SELECT 'person ' || id || ' ' || name || ' ' || coalesce (nik, '-') || ' '"
    "  || coalesce (phone, '-') AS line FROM participant"
    " UNION ALL SELECT 'enrolment ' || id || ' of ' || participant || ' ' || stage || ' '"
    "  || coalesce (test_score, '-') FROM enrolment"
    " UNION ALL SELECT 'attendance ' || id || ' of ' || enrolment || ' ' || status FROM attendance"
    " UNION ALL SELECT 'member ' || participant || ' of ' || \"group\" FROM membership)");
}

/* Two people of whom both are in one cohort, one in another, and both in one group. */
static void
fill (SelStore *store)
{
  g_autofree char *no_nik = NULL;

  add_person (store, "Siti Rahayu", no_nik, "0800");
  add_person (store, "Sitti Rahaju", "6372014405910001", NULL);
  execute (store,
           "INSERT INTO course (id, uid, version, name, vocation) VALUES (1, 'c', 1, 'C', 'V');"
           "INSERT INTO cohort (id, uid, version, name, course, capacity, starts_on, ends_on)"
           " VALUES (1, 'k1', 1, 'K1', 1, 16, '2025-01-06', '2025-02-06'),"
           " (2, 'k2', 1, 'K2', 1, 16, '2025-03-06', '2025-04-06');"
           "INSERT INTO session (id, uid, version, cohort, starts_at, ends_at)"
           " VALUES (1, 's1', 1, 1, '2025-01-06T08:00', '2025-01-06T09:00'),"
           " (2, 's2', 1, 1, '2025-01-07T08:00', '2025-01-07T09:00');"
           "INSERT INTO enrolment (id, uid, version, participant, cohort, stage, test_score, priority)"
           " VALUES (1, 'e1', 1, 1, 1, 'accepted', 80, 0), (2, 'e2', 1, 2, 1, 'completed', NULL, 0),"
           " (3, 'e3', 1, 2, 2, 'referred', NULL, 0);"
           "INSERT INTO attendance (id, uid, version, session, enrolment, status)"
           " VALUES (1, 'a1', 1, 1, 1, 'present'), (2, 'a2', 1, 1, 2, 'absent'),"
           " (3, 'a3', 1, 2, 2, 'present');"
           "INSERT INTO \"group\" (id, uid, version, name) VALUES (1, 'g', 1, 'G');"
           "INSERT INTO membership (id, uid, version, \"group\", participant, role)"
           " VALUES (1, 'm1', 1, 1, 1, 'member'), (2, 'm2', 1, 1, 2, 'member');");
}

static void
test_two_people_in_one_cohort (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *after = NULL;

  fill (store);
  before = dump (store);
  merge (store, &sel_participant_type, 1, 2, NULL);
  merged = dump (store);
  g_assert_cmpstr (merged, ==,
                   "person 1 Siti Rahayu 6372014405910001 0800\n"
                   "enrolment 1 of 1 completed 80.0\n"
                   "enrolment 3 of 1 referred -\n"
                   "attendance 1 of 1 present\n"
                   "attendance 3 of 1 present\n"
                   "member 1 of 1");

  undo (store, FALSE, &error);
  g_assert_no_error (error);
  after = dump (store);
  g_assert_cmpstr (after, ==, before);
}

/* In a cohort a person is once: whether the programme is said, and which, does not make two. */
static void
test_one_cohort_with_and_without_its_programme (void)
{
  static const struct
  {
    const char *programmes; /* of the two enrolments */
    const char *merged;
  } cases[] = {
    { "UPDATE enrolment SET programme = 1 WHERE id = 1", "enrolment 1 of 1 completed 80.0 in 1" },
    { "UPDATE enrolment SET programme = 1 WHERE id = 2", "enrolment 1 of 1 completed 80.0 in 1" },
    { "UPDATE enrolment SET programme = id", "enrolment 1 of 1 completed 80.0 in 2" },
    /* Outside of a cohort it is the programme that tells. */
    { "UPDATE enrolment SET programme = id, cohort = NULL",
      "enrolment 1 of 1 accepted 80.0 in 1 enrolment 2 of 1 completed - in 2" },
    { "UPDATE enrolment SET programme = 1, cohort = NULL", "enrolment 1 of 1 completed 80.0 in 1" },
  };
  const char *enrolments =
    "SELECT group_concat ('enrolment ' || id || ' of ' || participant || ' ' || stage || ' '"
    " || coalesce (test_score, '-') || ' in ' || coalesce (programme, '-'), ' ')"
    " FROM enrolment WHERE id < 3";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (SelStore) store = open_store (place);
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *enrolments_before = NULL;
      g_autofree char *merged = NULL;
      g_autofree char *after = NULL;
      g_autofree char *enrolments_after = NULL;

      fill (store);
      execute (store, "INSERT INTO programme (id, uid, version, name)"
                      " VALUES (1, 'p1', 1, 'P1'), (2, 'p2', 1, 'P2'), (3, 'p3', 1, 'P3')");
      execute (store, cases[i].programmes);
      before = dump (store);
      enrolments_before = ask_text (store, enrolments);
      merge (store, &sel_participant_type, 1, 2, NULL);
      merged = ask_text (store, enrolments);
      g_assert_cmpstr (merged, ==, cases[i].merged);
      g_assert_cmpint (ask (store, "SELECT count (*) FROM attendance WHERE session = 1"), ==,
                       i == 3 ? 2 : 1);

      undo (store, FALSE, &error);
      g_assert_no_error (error);
      after = dump (store);
      enrolments_after = ask_text (store, enrolments);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpstr (enrolments_after, ==, enrolments_before);
    }
}

/* One follow-up of one day, and the employer of none is not that of a person who has no work. */
static void
test_follow_ups_of_one_day (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    const char *merged;
  } cases[] = {
    { "NULL, NULL, NULL", "'2025-05-07', 'employed', 'PT A'", "2025-05-07 employed PT A" },
    { "'2025-05-06', 'employed', NULL", "'2025-05-07', 'employed', 'PT A'",
      "2025-05-06 employed PT A" },
    { "'2025-05-06', 'not_working', NULL", "'2025-05-07', 'employed', 'PT A'",
      "2025-05-06 not_working -" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (SelStore) store = open_store (place);
      g_autoptr (GError) error = NULL;
      g_autofree char *sql =
        g_strdup_printf ("INSERT INTO follow_up (id, uid, version, enrolment, due_on, held_on,"
                         " outcome, employer) VALUES (1, 'f1', 1, 1, '2025-05-06', %s),"
                         " (2, 'f2', 1, 2, '2025-05-06', %s)",
                         cases[i].one, cases[i].other);
      g_autofree char *merged = NULL;

      fill (store);
      execute (store, sql);
      merge (store, &sel_participant_type, 1, 2, NULL);
      merged = ask_text (store,
                         "SELECT group_concat (held_on || ' ' || outcome || ' '"
                         " || coalesce (employer, '-')) FROM follow_up WHERE enrolment = 1");
      g_assert_cmpstr (merged, ==, cases[i].merged);

      undo (store, FALSE, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ask (store, "SELECT count (*) FROM follow_up WHERE enrolment = id"), ==, 2);
    }
}

static void
test_what_was_chosen_stands (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *name = NULL;
  SelParticipant *chosen;
  SelMergeChoice choice = { NULL, 1 };

  fill (store);
  choice.values = chosen = load (store, &sel_participant_type, 1);
  g_free (chosen->name);
  chosen->name = g_strdup ("Sitti Rahaju");
  g_clear_pointer (&chosen->phone, g_free);
  merge (store, &sel_participant_type, 1, 2, &choice);
  name = ask_text (
    store, "SELECT name || coalesce (nik, ' no nik') || coalesce (phone, ' none') FROM participant");
  g_assert_cmpstr (name, ==, "Sitti Rahaju no nik none");
  sel_record_free (&sel_participant_type, chosen);
}

/* The choice waited while an import changed one of the two. */
static void
test_what_was_changed_since_is_not_overwritten (void)
{
  for (gint64 changed = 1; changed <= 2; changed++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (SelStore) store = open_store (place);
      g_autoptr (GError) change_error = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *people = NULL;
      SelParticipant *edited;
      SelMergeChoice choice = { NULL, 1 };
      SelParticipant *chosen;

      fill (store);
      choice.values = chosen = load (store, &sel_participant_type, 1);
      edited = load (store, &sel_participant_type, changed);
      g_free (edited->phone);
      edited->phone = g_strdup ("0899");
      change (store, UPDATE, &sel_participant_type, edited, &change_error);
      g_assert_no_error (change_error);

      try_merge (store, &sel_participant_type, 1, 2, &choice, &error);
      g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT);
      g_assert_cmpstr (error->message, ==,
                       "One of the two was changed after you chose what stands. Nothing was "
                       "merged; look at both again and choose anew.");
      people = ask_text (
        store, "SELECT group_concat (name || coalesce (phone, '-'), ' ') FROM participant");
      g_assert_cmpstr (people, ==,
                       changed == 1 ? "Siti Rahayu0899 Sitti Rahaju-"
                                    : "Siti Rahayu0800 Sitti Rahaju0899");
      sel_record_free (&sel_participant_type, chosen);
    }
}

/* A partner that was the parent of the one it becomes has none. */
static void
test_a_parent_and_its_child (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;

  execute (store,
           "INSERT INTO partner (id, uid, version, name, kind, parent) VALUES"
           " (1, 'a', 1, 'A', 'agency', NULL), (2, 'b', 1, 'B', 'agency', 1),"
           " (3, 'c', 1, 'C', 'agency', 2)");
  merge (store, &sel_partner_type, 2, 1, NULL);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM partner WHERE parent IS NULL"), ==, 1);
  g_assert_cmpint (ask (store, "SELECT parent FROM partner WHERE id = 3"), ==, 2);

  undo (store, FALSE, &error);
  g_assert_no_error (error);
  merge (store, &sel_partner_type, 1, 2, NULL);
  g_assert_cmpint (ask (store, "SELECT parent FROM partner WHERE id = 3"), ==, 1);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM partner WHERE parent IS NULL"), ==, 1);
}

static gint64
follow (SelStore *store, gint64 gone)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  gint64 record = -1;

  g_assert_true (sel_merge_follow (reading->connection, &sel_participant_type, gone, &record, NULL));
  return record;
}

static void
test_names_lead_to_the_one_that_stays (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = NULL;
  SelIdentity identity;
  gint64 record;

  add_person (store, "A", NULL, NULL);
  add_person (store, "B", NULL, NULL);
  add_person (store, "C", NULL, NULL);
  uid = ask_text (store, "SELECT uid FROM participant WHERE id = 3");
  execute (store,
           "INSERT INTO exchange (id, sender, sender_name, made_at, sequence, file, imported_at,"
           " actor) VALUES (1, 's', 'S', '2025-01-01', 1, 'f', '2025-01-01', 'x');"
           "INSERT INTO origin (id, sender, type) VALUES (1, 's', 'participant');"
           "INSERT INTO identity (origin, key, record, exchange, line) VALUES (1, 'O-3', 3, 1, 7)");
  merge (store, &sel_participant_type, 2, 3, NULL);
  merge (store, &sel_participant_type, 1, 2, NULL);
  g_assert_cmpint (follow (store, 3), ==, 1);
  g_assert_cmpint (follow (store, 99), ==, 0);

  reading = sel_reading_begin (store, NULL);
  g_assert_true (
    sel_identity_find (reading->connection, &sel_participant_type, 1, "O-3", &identity, NULL));
  g_assert_cmpint (identity.record, ==, 1);
  g_assert_cmpint (identity.named, ==, 3);
  g_assert_true (
    sel_identity_find_uid (reading->connection, &sel_participant_type, uid, &record, NULL));
  g_assert_cmpint (record, ==, 1);

  undo (store, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (
    sel_identity_find (reading->connection, &sel_participant_type, 1, "O-3", &identity, NULL));
  g_assert_cmpint (identity.record, ==, 2);
}

static gboolean
delete_in_act (SelAct *act, gpointer user_data, GError **error)
{
  const gint64 *id = user_data;

  return sel_merge_forget (act, &sel_participant_type, *id, error) &&
         sel_act_delete (act, &sel_participant_type, *id, error);
}

/* One that was told apart again is a person of their own, also when they are gone. */
static void
test_a_deleted_record_leads_to_none (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 id = 2;

  add_person (store, "A", NULL, NULL);
  add_person (store, "B", NULL, NULL);
  merge (store, &sel_participant_type, 1, 2, NULL);
  undo (store, FALSE, &error);
  g_assert_no_error (error);
  sel_store_write (store, SEL_ACT_FORM, delete_in_act, &id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (follow (store, 2), ==, 0);
}

#define TEST(name, function) g_test_add_func ("/store/merge-records/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("two-people-in-one-cohort", test_two_people_in_one_cohort);
  TEST ("one-cohort-with-and-without-its-programme",
        test_one_cohort_with_and_without_its_programme);
  TEST ("follow-ups-of-one-day", test_follow_ups_of_one_day);
  TEST ("what-was-chosen-stands", test_what_was_chosen_stands);
  TEST ("what-was-changed-since-is-not-overwritten",
        test_what_was_changed_since_is_not_overwritten);
  TEST ("a-parent-and-its-child", test_a_parent_and_its_child);
  TEST ("names-lead-to-the-one-that-stays", test_names_lead_to_the_one_that_stays);
  TEST ("a-deleted-record-leads-to-none", test_a_deleted_record_leads_to_none);
  return g_test_run ();
}
