/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "support.h"

/* Everything that the tables of records hold, so that before and after can be compared. */
static char *
dump (SelStore *store)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    {
      const SelRecordType *type = sel_record_types[i];
      g_autoptr (GString) sql = g_string_new ("SELECT group_concat (id || '|' || uid");
      g_autofree char *rows = NULL;

      for (guint f = 0; f < type->n_fields; f++)
        g_string_append_printf (sql, " || '|' || ifnull (\"%s\", '-')", type->fields[f].name);
      g_string_append_printf (sql, ", char (10)) FROM (SELECT * FROM \"%s\" ORDER BY id)",
                              type->name);
      rows = ask_text (store, sql->str);
      g_string_append_printf (text, "%s\n%s\n", type->name, rows ? rows : "");
    }

  return g_string_free (text, FALSE);
}

static gint64
found_by_name (SelStore *store, const char *word)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT count (*) FROM participant_words WHERE participant_words MATCH '%s'",
                     word);

  return ask (store, sql);
}

static gint64
add_person (SelStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;

  change (store, INSERT, &sel_participant_type,
          make (&sel_participant_type, "name", name, "kind", "tks", "nik", "6372014101900001",
                "birth_date", "1990-01-01", NULL),
          &error);
  g_assert_no_error (error);
  return ask (store, "SELECT max (id) FROM participant");
}

static void
rename_person (SelStore *store, gint64 id, const char *name)
{
  g_autoptr (GError) error = NULL;
  SelParticipant *person = load (store, &sel_participant_type, id);

  g_free (person->name);
  person->name = g_strdup (name);
  change (store, UPDATE, &sel_participant_type, person, &error);
  g_assert_no_error (error);
}

static void
delete_person (SelStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;

  change (store, DELETE, &sel_participant_type, load (store, &sel_participant_type, id), &error);
  g_assert_no_error (error);
}

static void
assert_undone (SelStore *store, gboolean redo, const char *state)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;

  g_assert_cmpint (undo (store, redo, &error), >, 0);
  g_assert_no_error (error);
  now = dump (store);
  g_assert_cmpstr (now, ==, state);
}

/* Back through each kind of change to the beginning, and forth again, twice. */
static void
test_back_and_forth (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *empty = dump (store);
  g_autofree char *added = NULL;
  g_autofree char *renamed = NULL;
  gint64 id = add_person (store, "Ani");

  added = dump (store);
  rename_person (store, id, "Budi");
  renamed = dump (store);
  delete_person (store, id);
  g_assert_true (sel_store_can_undo (store));
  g_assert_false (sel_store_can_redo (store));

  for (guint round = 0; round < 2; round++)
    {
      assert_undone (store, FALSE, renamed);
      g_assert_cmpint (found_by_name (store, "budi"), ==, 1);
      assert_undone (store, FALSE, added);
      g_assert_cmpint (found_by_name (store, "ani"), ==, 1);
      g_assert_cmpint (found_by_name (store, "budi"), ==, 0);
      assert_undone (store, FALSE, empty);
      g_assert_cmpint (found_by_name (store, "ani"), ==, 0);
      g_assert_false (sel_store_can_undo (store));

      assert_undone (store, TRUE, added);
      assert_undone (store, TRUE, renamed);
      assert_undone (store, TRUE, empty);
      g_assert_false (sel_store_can_redo (store));
    }

  g_assert_cmpint (ask (store,
                        "SELECT count (*) FROM act WHERE source = 'undo' AND undoes IS NOT NULL"),
                   ==, 12);
}

static void
test_new_change_ends_redo (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;

  add_person (store, "Ani");
  undo (store, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (sel_store_can_redo (store));
  add_person (store, "Budi");
  g_assert_false (sel_store_can_redo (store));
}

/* A whole comes back with its parts. */
static void
test_parts_come_back (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  gint64 partner =
    add (store, &sel_partner_type, make (&sel_partner_type, "name", "BNN", "kind", "agency", NULL));
  gint64 agreement =
    add (store, &sel_agreement_type,
         make (&sel_agreement_type, "title", "Satu", "kind", "memorandum", "stage", "draft", NULL));

  for (gint64 i = 1; i <= 3; i++)
    {
      SelParty *party = sel_record_new (&sel_party_type);

      party->agreement = agreement;
      party->partner = partner;
      party->position = i;
      add (store, &sel_party_type, party);
    }

  before = dump (store);
  change (store, DELETE, &sel_agreement_type, load (store, &sel_agreement_type, agreement), &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM party"), ==, 0);
  assert_undone (store, FALSE, before);
}

/* A form that was opened before a record was deleted and came back does not write over it. */
static void
test_restored_record_has_another_version (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 id = add_person (store, "Ani");
  SelParticipant *form = load (store, &sel_participant_type, id);

  rename_person (store, id, "Budi");
  delete_person (store, id);
  undo (store, FALSE, &error);
  g_assert_no_error (error);
  g_free (form->name);
  form->name = g_strdup ("Cici");
  g_assert_cmpint (change (store, UPDATE, &sel_participant_type, form, &error), ==, -1);
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT);
}

static gboolean
update_in_act (SelAct *act, gpointer record, GError **error)
{
  return sel_act_update (act, &sel_participant_type, record, error);
}

/* As an import does, which no form knows of. */
static void
import (SelStore *store, gint64 id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  gpointer person = load (store, &sel_participant_type, id);

  sel_field_set_text (sel_record_type_field (&sel_participant_type, field), person, text, &error);
  g_assert_no_error (error);
  sel_store_write (store, SEL_ACT_IMPORT, update_in_act, person, NULL, &error);
  g_assert_no_error (error);
  sel_record_free (&sel_participant_type, person);
}

static void
assert_conflict (SelStore *store, const char *says)
{
  g_autofree char *before = dump (store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (undo (store, FALSE, &error), ==, -1);
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, says));
  after = dump (store);
  g_assert_cmpstr (after, ==, before);
}

/* What was changed again by somebody else is not lost by an undo; what was not goes back. */
static void
test_conflict_of_an_update (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;
  gint64 id = add_person (store, "Ani");

  rename_person (store, id, "Budi");
  import (store, id, "phone", "0800");
  undo (store, FALSE, &error);
  g_assert_no_error (error);
  now = ask_text (store, "SELECT name || phone FROM participant");
  g_assert_cmpstr (now, ==, "Ani0800");

  rename_person (store, id, "Budi");
  import (store, id, "name", "Cici");
  assert_conflict (store, "Name");

  /* It is forgotten, and the one before it is next. */
  g_assert_true (sel_store_can_undo (store));
  assert_conflict (store, "Name");
  g_assert_false (sel_store_can_undo (store));
}

static void
test_conflict_of_an_insertion (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  gint64 id = add_person (store, "Ani");

  import (store, id, "phone", "0800");
  assert_conflict (store, "Phone");
}

/* Changed and changed back is as it was. */
static void
test_insertion_changed_back (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *empty = dump (store);
  gint64 id = add_person (store, "Ani");

  import (store, id, "phone", "0800");
  import (store, id, "phone", "");
  assert_undone (store, FALSE, empty);
}

static void
test_conflict_of_parts (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  SelEnrolment *enrolment = make (&sel_enrolment_type, "stage", "referred", NULL);

  enrolment->participant = add_person (store, "Ani");
  add (store, &sel_enrolment_type, enrolment);
  assert_conflict (store, "Enrolments");
}

/* The number was given to somebody else in the meantime. */
static void
test_conflict_of_a_deletion (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 id = add_person (store, "Ani");

  delete_person (store, id);
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Budi", "kind", "tks", "nik", "6372014101900001",
             NULL));
  g_assert_cmpint (undo (store, FALSE, &error), ==, -1);
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DUPLICATE);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM participant"), ==, 1);
}

static void
test_other_acts_are_not_undone (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add_participants (store, 2); /* not by a form that was waited for */
  g_assert_false (sel_store_can_undo (store));
}

#define TEST(name, function) g_test_add_func ("/store/undo/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("back-and-forth", test_back_and_forth);
  TEST ("new-change-ends-redo", test_new_change_ends_redo);
  TEST ("parts-come-back", test_parts_come_back);
  TEST ("restored-record-has-another-version", test_restored_record_has_another_version);
  TEST ("conflict-of-an-update", test_conflict_of_an_update);
  TEST ("conflict-of-an-insertion", test_conflict_of_an_insertion);
  TEST ("insertion-changed-back", test_insertion_changed_back);
  TEST ("conflict-of-parts", test_conflict_of_parts);
  TEST ("conflict-of-a-deletion", test_conflict_of_a_deletion);
  TEST ("other-acts-are-not-undone", test_other_acts_are_not_undone);
  return g_test_run ();
}
