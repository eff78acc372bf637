/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an act leaves in the tables, in the log and in the records, and what it refuses. */
#include <string.h>

#include "support.h"

static gint64
add_partner (SelStore *store, const char *name)
{
  return add (store, &sel_partner_type,
              make (&sel_partner_type, "name", name, "kind", "agency", NULL));
}

static gint64
add_agreement (SelStore *store, const char *title)
{
  return add (store, &sel_agreement_type,
              make (&sel_agreement_type, "title", title, "kind", "memorandum", "stage", "draft",
                    NULL));
}

static gint64
add_party (SelStore *store, gint64 agreement, gint64 partner)
{
  SelParty *party = make (&sel_party_type, "position", "1", NULL);

  party->agreement = agreement;
  party->partner = partner;
  return add (store, &sel_party_type, party);
}

static gpointer
with_id (const SelRecordType *type, gint64 id)
{
  SelRecord *record = sel_record_new (type);

  record->id = id;
  return record;
}

/* One of every kind of field, with characters that SQL and XML could trip over. */
static void
test_every_type_comes_back (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    {
      const SelRecordType *type = sel_record_types[i];
      SelRecord *record = sel_record_new (type);
      SelRecord *found;
      gint64 id;

      for (guint f = 0; f < type->n_fields; f++)
        switch (type->fields[f].kind)
          {
          case SEL_FIELD_TEXT:
            *SEL_MEMBER (char *, record, &type->fields[f]) =
              g_strdup_printf ("'\"; -- “é” <&> %u", f);
            break;
          case SEL_FIELD_INTEGER:
            *SEL_MEMBER (gint64, record, &type->fields[f]) = f + 1;
            break;
          case SEL_FIELD_REAL:
            *SEL_MEMBER (double, record, &type->fields[f]) = 87.25;
            break;
          case SEL_FIELD_DATE:
            *SEL_MEMBER (GDate, record, &type->fields[f]) = date_of (TODAY);
            break;
          case SEL_FIELD_TIME:
            *SEL_MEMBER (SelCivilTime, record, &type->fields[f]) =
              (SelCivilTime){ date_of (TODAY), 540 };
            break;
          case SEL_FIELD_BOOLEAN:
          case SEL_FIELD_CHOICE:
            *SEL_MEMBER (int, record, &type->fields[f]) = 1;
            break;
          case SEL_FIELD_CHOICES:
            *SEL_MEMBER (guint, record, &type->fields[f]) = 5;
            break;
          case SEL_FIELD_REFERENCE: /* each type comes after those it refers to, with one record */
          default:
            *SEL_MEMBER (gint64, record, &type->fields[f]) = 1;
            break;
          }

      id = add (store, type, sel_record_copy (type, record));
      found = load (store, type, id);
      g_test_message ("%s", type->name);
      g_assert_cmpint (found->id, ==, 1);
      g_assert_cmpint (found->version, ==, 1);
      g_assert_cmpuint (strlen (found->uid), ==, 36);
      for (guint f = 0; f < type->n_fields; f++)
        g_assert_true (sel_field_is_equal (&type->fields[f], record, found));
      sel_record_free (type, record);
      sel_record_free (type, found);
    }
}

static void
test_empty_fields_come_back (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  gint64 id = add_agreement (store, "Tukar data");
  SelAgreement *agreement = load (store, &sel_agreement_type, id);

  g_assert_null (agreement->alias);
  g_assert_cmpint (agreement->term_months, ==, SEL_NO_INTEGER);
  g_assert_false (g_date_valid (&agreement->ends_on));
  g_assert_false (agreement->open_ended);
  g_assert_cmpint (agreement->parent, ==, 0);
  sel_record_free (&sel_agreement_type, agreement);
}

static void
test_log_of_a_form (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 id = add_partner (store, "BNN");
  SelPartner *partner = load (store, &sel_partner_type, id);
  g_autofree char *uid = g_strdup (partner->record.uid);
  g_autofree char *log = NULL;
  g_autofree char *made_at = NULL;

  g_free (partner->name);
  partner->name = g_strdup ("BNN Kota");
  partner->region = g_strdup ("63.72");
  g_assert_cmpint (change (store, UPDATE, &sel_partner_type, partner, &error), ==, 2);
  g_assert_cmpint (change (store, DELETE, &sel_partner_type, with_id (&sel_partner_type, id),
                           &error),
                   ==, 3);
  g_assert_no_error (error);

  log = ask_text (store,
                  "SELECT group_concat (act || ' ' || verb || ' ' || record || '-' || last, ', ')"
                  " FROM (SELECT * FROM change ORDER BY id)");
  g_assert_cmpstr (log, ==, "1 insert 1-1, 2 update 1-1, 3 delete 1-1");
  g_free (log);
  log = ask_text (store,
                  "SELECT group_concat (change || ' ' || field || ' ' || ifnull (before, '') || "
                  "'>' || ifnull (after, ''), ', ')"
                  " FROM (SELECT * FROM change_value WHERE field <> 'uid' ORDER BY change, field)");
  g_assert_cmpstr (log, ==,
                   "2 name BNN>BNN Kota, 2 region >63.72, 3 kind agency>, 3 name BNN Kota>, 3 "
                   "region 63.72>, 3 version 2>");
  g_free (log);
  log = ask_text (store, "SELECT before FROM change_value WHERE field = 'uid'");
  g_assert_cmpstr (log, ==, uid);

  g_assert_cmpint (ask (store, "SELECT count (*) FROM act WHERE source = 'form' AND actor <> ''"),
                   ==, 3);
  made_at = ask_text (store, "SELECT made_at FROM act LIMIT 1");
  g_assert_true (g_str_has_suffix (made_at, "Z"));
}

static gboolean
mix_in_act (SelAct *act, G_GNUC_UNUSED gpointer data, GError **error)
{
  SelPartner *partner = make (&sel_partner_type, "name", "A", "kind", "agency", NULL);
  SelCourse *course = make (&sel_course_type, "name", "Las", "vocation", "Las", NULL);
  gboolean is_done = TRUE;

  for (guint i = 0; i < 3; i++)
    {
      g_clear_pointer (&partner->record.uid, g_free);
      g_clear_pointer (&course->record.uid, g_free);
      is_done = is_done && sel_act_insert (act, &sel_partner_type, partner, error) &&
                sel_act_insert (act, &sel_course_type, course, error);
    }
  partner->kind = SEL_PARTNER_BANK;
  is_done = is_done && sel_act_update (act, &sel_partner_type, partner, error);
  g_clear_pointer (&partner->record.uid, g_free);
  is_done = is_done && sel_act_insert (act, &sel_partner_type, partner, error);

  sel_record_free (&sel_partner_type, partner);
  sel_record_free (&sel_course_type, course);
  return is_done;
}

/* New records of one type are one line, also when other types come in between. */
static void
test_log_of_runs (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  g_autofree char *log = NULL;

  sel_store_write (store, SEL_ACT_FORM, mix_in_act, NULL, NULL, &error);
  g_assert_no_error (error);
  log = ask_text (store,
                  "SELECT group_concat (type || ' ' || verb || ' ' || record || '-' || last, ', ')"
                  " FROM (SELECT * FROM change ORDER BY id)");
  g_assert_cmpstr (log, ==,
                   "partner insert 1-3, partner update 3-3, partner insert 4-4, course insert 1-3");
  g_assert_cmpint (ask (store, "SELECT next FROM counter WHERE type = 'partner'"), ==, 5);
}

static void
test_ids_are_never_used_again (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 id = add_partner (store, "A");

  change (store, DELETE, &sel_partner_type, with_id (&sel_partner_type, id), &error);
  g_assert_no_error (error);
  g_assert_cmpint (add_partner (store, "B"), ==, id + 1);
  g_clear_object (&store);
  store = open_store (place);
  g_assert_cmpint (add_partner (store, "C"), ==, id + 2);
}

static void
test_equal_record_is_no_change (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 id = add_partner (store, "A");

  g_assert_cmpint (change (store, UPDATE, &sel_partner_type, load (store, &sel_partner_type, id),
                           &error),
                   ==, 0);
  g_assert_no_error (error);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM act"), ==, 1);
  g_assert_cmpint (ask (store, "SELECT version FROM partner"), ==, 1);
}

static void
test_conflict_names_the_fields (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 id = add_partner (store, "A");
  SelPartner *mine = load (store, &sel_partner_type, id);
  SelPartner *theirs = load (store, &sel_partner_type, id);

  theirs->kind = SEL_PARTNER_BANK;
  change (store, UPDATE, &sel_partner_type, theirs, &error);
  g_assert_no_error (error);
  mine->region = g_strdup ("63.72");
  g_assert_cmpint (change (store, UPDATE, &sel_partner_type, mine, &error), ==, -1);
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Kind, Region"));
  g_assert_cmpint (ask (store, "SELECT version FROM partner"), ==, 2);
}

static void
test_deleted_record_is_not_found (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 id = add_partner (store, "A");
  SelPartner *mine = load (store, &sel_partner_type, id);

  change (store, DELETE, &sel_partner_type, with_id (&sel_partner_type, id), &error);
  g_assert_no_error (error);
  mine->region = g_strdup ("63.72");
  g_assert_cmpint (change (store, UPDATE, &sel_partner_type, mine, &error), ==, -1);
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (change (store, DELETE, &sel_partner_type, with_id (&sel_partner_type, id),
                           &error),
                   ==, -1);
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND);
}

static void
test_record_in_use_stays (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 partner = add_partner (store, "BNN");

  add_party (store, add_agreement (store, "Satu"), partner);
  add_party (store, add_agreement (store, "Dua"), partner);
  g_assert_cmpint (change (store, DELETE, &sel_partner_type, with_id (&sel_partner_type, partner),
                           &error),
                   ==, -1);
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, "Parties (2)"));
  g_assert_cmpint (ask (store, "SELECT count (*) FROM partner"), ==, 1);
}

/* The parts go with the whole, and what else refers to a part stands in the way. */
static void
test_parts_go_with_the_whole (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 agreement = add_agreement (store, "Satu");
  gint64 party = add_party (store, agreement, add_partner (store, "BNN"));
  SelObligation *obligation = make (&sel_obligation_type, "text", "Laporan", NULL);

  obligation->agreement = agreement;
  obligation->party = party;
  add (store, &sel_obligation_type, obligation);
  g_assert_cmpint (change (store, DELETE, &sel_party_type, with_id (&sel_party_type, party),
                           &error),
                   ==, -1);
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_IN_USE);
  g_clear_error (&error);

  change (store, DELETE, &sel_agreement_type, with_id (&sel_agreement_type, agreement), &error);
  g_assert_no_error (error);
  g_assert_cmpint (
    ask (store, "SELECT (SELECT count (*) FROM party) + (SELECT count (*) FROM obligation)"), ==,
    0);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM change WHERE verb = 'delete'"), ==, 3);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM partner"), ==, 1);
}

static void
test_duplicate_is_refused (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  SelParticipant *second;
  gint64 id;

  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Ani", "kind", "tks", "nik", "6372014101900001", NULL));
  id = add (store, &sel_participant_type,
            make (&sel_participant_type, "name", "Ani", "kind", "tks", NULL));
  second = load (store, &sel_participant_type, id);
  second->nik = g_strdup ("6372014101900001");
  g_assert_cmpint (change (store, UPDATE, &sel_participant_type,
                           sel_record_copy (&sel_participant_type, second), &error),
                   ==, -1);
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DUPLICATE);
  g_assert_null (strstr (error->message, "6372014101900001"));
  g_clear_error (&error);

  /* The form is as good as before: with another number it can be saved. */
  g_free (second->nik);
  second->nik = g_strdup ("6372014101900002");
  change (store, UPDATE, &sel_participant_type, second, &error);
  g_assert_no_error (error);
}

static gboolean
update_twice_in_act (SelAct *act, gpointer record, GError **error)
{
  SelParticipant *participant = record;

  g_assert_false (sel_act_update (act, &sel_participant_type, participant, error));
  g_assert_error (*error, SEL_STORE_ERROR, SEL_STORE_ERROR_DUPLICATE);
  g_clear_error (error);
  g_clear_pointer (&participant->nik, g_free);
  participant->phone = g_strdup ("0800");
  return sel_act_update (act, &sel_participant_type, participant, error);
}

/* What is refused within an act leaves the rest of the act, and the record, as they were. */
static void
test_act_goes_on_after_a_refusal (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  SelParticipant *second;
  gint64 id;

  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Ani", "kind", "tks", "nik", "6372014101900001", NULL));
  id = add (store, &sel_participant_type,
            make (&sel_participant_type, "name", "Ina", "kind", "tks", NULL));
  second = load (store, &sel_participant_type, id);
  second->nik = g_strdup ("6372014101900001");
  sel_store_write (store, SEL_ACT_FORM, update_twice_in_act, second, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->record.version, ==, 2);
  g_assert_cmpint (ask (store, "SELECT version FROM participant WHERE phone = '0800'"), ==, 2);
  sel_record_free (&sel_participant_type, second);
}

static void
test_broken_reference_is_refused (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  SelVenue *venue = make (&sel_venue_type, "name", "Aula", "zone", "WITA", NULL);

  venue->partner = 99;
  g_assert_cmpint (change (store, INSERT, &sel_venue_type, venue, &error), ==, -1);
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (ask (store,
                        "SELECT (SELECT count (*) FROM venue) + (SELECT count (*) FROM act)"),
                   ==, 0);

  /* The next act begins on clean ground. */
  g_assert_cmpint (add_partner (store, "A"), ==, 1);
}

static gboolean
fail_in_act (SelAct *act, G_GNUC_UNUSED gpointer data, GError **error)
{
  SelPartner *partner = make (&sel_partner_type, "name", "A", "kind", "agency", NULL);

  g_assert_true (sel_act_insert (act, &sel_partner_type, partner, error));
  sel_record_free (&sel_partner_type, partner);
  g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED, "enough");
  return FALSE;
}

static void
test_failed_act_leaves_nothing (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;

  g_assert_false (sel_store_write (store, SEL_ACT_FORM, fail_in_act, NULL, NULL, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED);
  g_assert_cmpint (ask (store,
                        "SELECT (SELECT count (*) FROM partner) + (SELECT count (*) FROM change)"
                        " + (SELECT count (*) FROM counter)"),
                   ==, 0);
}

#define TEST(name, function) g_test_add_func ("/store/act/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("every-type-comes-back", test_every_type_comes_back);
  TEST ("empty-fields-come-back", test_empty_fields_come_back);
  TEST ("log-of-a-form", test_log_of_a_form);
  TEST ("log-of-runs", test_log_of_runs);
  TEST ("ids-are-never-used-again", test_ids_are_never_used_again);
  TEST ("equal-record-is-no-change", test_equal_record_is_no_change);
  TEST ("conflict-names-the-fields", test_conflict_names_the_fields);
  TEST ("deleted-record-is-not-found", test_deleted_record_is_not_found);
  TEST ("record-in-use-stays", test_record_in_use_stays);
  TEST ("parts-go-with-the-whole", test_parts_go_with_the_whole);
  TEST ("duplicate-is-refused", test_duplicate_is_refused);
  TEST ("act-goes-on-after-a-refusal", test_act_goes_on_after_a_refusal);
  TEST ("broken-reference-is-refused", test_broken_reference_is_refused);
  TEST ("failed-act-leaves-nothing", test_failed_act_leaves_nothing);
  return g_test_run ();
}
