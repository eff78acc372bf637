/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports are taken back one after the other, with people at work in between. */
#include "exchange/register.h"
#include "store/merge-records.h"
#include "store/record.h"
#include "store/undo-import.h"
#include "store/undo.h"

#define PERSON(id, rest) \
  "<participant id=\"" id "\"><name>Siti Contoh</name>" rest "<kind>tks</kind></participant>\n"

/* The first file has three people, and the second says something else of the first of them. */
static const char *const files[] = {
  EXCHANGE (1, PERSON ("O-1", "") PERSON ("O-2", "") PERSON ("O-3", "")),
  EXCHANGE (2, PERSON ("O-1", "<phone>0800</phone>") PERSON ("O-2", "") PERSON ("O-3", "")),
};

typedef struct
{
  gint64 what; /* the import or the act that is taken back; a merge and an edit are of person 1 */
  const char *field;
  const char *text;
  SelUndoneImport *outcome;
} Step;

static gboolean
undo_import (SelAct *act, gpointer user_data, GError **error)
{
  Step *step = user_data;

  return sel_undo_import (act, step->what, step->outcome, NULL, NULL, NULL, error);
}

static gboolean
undo_act (SelAct *act, gpointer user_data, GError **error)
{
  return sel_undo_act (act, ((const Step *) user_data)->what, error);
}

static gboolean
edit (SelAct *act, gpointer user_data, GError **error)
{
  const SelRecordType *type = &sel_participant_type;
  const Step *step = user_data;
  gpointer record = sel_record_load (sel_act_get_connection (act), type, 1, error);
  gboolean is_done =
    sel_field_set_text (sel_record_type_field (type, step->field), record, step->text, error) &&
    sel_act_update (act, type, record, error);

  sel_record_free (type, record);
  return is_done;
}

static gboolean
merge (SelAct *act, G_GNUC_UNUSED gpointer user_data, GError **error)
{
  return sel_merge_records (act, &sel_participant_type, 1, 2, NULL, error);
}

static void
run (Register *reg, SelActSource source, SelStoreWriteFunc function, Step *step)
{
  g_autoptr (GError) error = NULL;

  sel_store_write (reg->store, source, function, step, NULL, &error);
  g_assert_no_error (error);
}

/* Takes a step by its letter, and says what became of it when it is an import that is taken back:
 * how many records were removed, set back and kept. */
static void
take_step (Register *reg, char letter, GString *outcomes)
{
  Step step = { 0 };

  switch (letter)
    {
    case '1':
    case '2':
      register_take (reg, files[letter - '1']);
      break;
    case 'a': /* an edit of a field that the files leave alone … */
    case 'b': /* … set back by hand */
      step = (Step){ .field = "address", .text = letter == 'a' ? "Jalan A" : NULL };
      run (reg, SEL_ACT_FORM, edit, &step);
      break;
    case 'p': /* an edit of the field that the second file changes */
      step = (Step){ .field = "phone", .text = "0811" };
      run (reg, SEL_ACT_FORM, edit, &step);
      break;
    case 'm':
      run (reg, SEL_ACT_MERGE, merge, &step);
      break;
    case 'z': /* the last act, which may be an undo, is undone */
      step.what = register_get_int (reg, "SELECT max (id) FROM act");
      run (reg, SEL_ACT_UNDO, undo_act, &step);
      break;
    default: /* x and y: an import is taken back */
      step = (Step){ .what = letter - 'x' + 1, .outcome = sel_undone_import_new () };
      run (reg, SEL_ACT_UNDO, undo_import, &step);
      g_string_append_printf (outcomes, "%d %d %d ", (int) step.outcome->n_removed,
                              (int) step.outcome->n_reset, (int) step.outcome->n_kept);
      sel_undone_import_free (step.outcome);
    }
}

static void
test_in_turn (void)
{
  static const struct
  {
    const char *steps;
    const char *outcomes; /* and who is left, with phone and address */
  } cases[] = {
    { "12yx", "0 1 0 3 0 0 none" },
    { "12xy", "2 0 1 0 1 0 1--" },
    { "12ayx", "0 1 0 2 0 1 1-Jalan A" },
    { "12yax", "0 1 0 2 0 1 1-Jalan A" },
    { "12abyx", "0 1 0 3 0 0 none" },
    { "12azyx", "0 1 0 3 0 0 none" },
    { "12azzyx", "0 1 0 2 0 1 1-Jalan A" },
    { "12pyx", "0 0 1 2 0 1 10811-" },
    { "12pzyx", "0 1 0 3 0 0 none" },
    { "12myx", "0 1 0 1 0 1 1--" },
    { "12mzyx", "0 1 0 3 0 0 none" },
    { "12mzzyx", "0 1 0 1 0 1 1--" },
    { "12ymx", "0 1 0 1 0 1 1--" },
    { "12y2x", "0 1 0 2 0 1 10800-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autoptr (GString) outcomes = g_string_new (NULL);
      g_autofree char *left = NULL;

      g_test_message ("%s", cases[i].steps);
      for (const char *step = cases[i].steps; *step; step++)
        take_step (reg, *step, outcomes);
      left = register_dup_text (reg,
                                "SELECT coalesce (group_concat (id || coalesce (phone, '-')"
                                " || coalesce (address, '-'), ' '), 'none') FROM participant");
      g_string_append (outcomes, left);
      g_assert_cmpstr (outcomes->str, ==, cases[i].outcomes);
    }
}

static SelUndoneImport *
take_back (Register *reg, gint64 exchange)
{
  Step step = { .what = exchange, .outcome = sel_undone_import_new () };

  run (reg, SEL_ACT_UNDO, undo_import, &step);
  return step.outcome;
}

/* What is added between changes is in many runs, of which some are kept. */
static void
test_many_runs (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GString) known = g_string_new (NULL);
  g_autoptr (GString) mixed = g_string_new (NULL);
  g_autoptr (GString) changed = g_string_new (NULL);
  g_autofree char *known_file = NULL;
  g_autofree char *mixed_file = NULL;
  g_autofree char *changed_file = NULL;
  g_autoptr (SelUndoneImport) outcome = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      g_string_append_printf (known, PERSON ("E-%u", ""), i);
      g_string_append_printf (mixed, PERSON ("E-%u", "<phone>0800</phone>"), i);
      g_string_append_printf (mixed, PERSON ("N-%u", "") PERSON ("M-%u", ""), i, i);
      if (i % 4 == 0)
        g_string_append_printf (changed, PERSON ("N-%u", "<phone>0811</phone>"), i);
      if (i % 8 == 0)
        g_string_append_printf (changed, PERSON ("M-%u", "<phone>0811</phone>"), i);
    }
  known_file = g_strdup_printf (EXCHANGE (1, "%s"), known->str);
  mixed_file = g_strdup_printf (EXCHANGE (2, "%s"), mixed->str);
  changed_file = g_strdup_printf (EXCHANGE (3, "%s"), changed->str);
  register_take (reg, known_file);
  register_take (reg, mixed_file);
  register_take (reg, changed_file);

  outcome = take_back (reg, 2);
  g_assert_cmpuint (outcome->n_removed, ==, 1625);
  g_assert_cmpuint (outcome->n_reset, ==, 1000);
  g_assert_cmpuint (outcome->n_kept, ==, 375);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant"), ==, 1375);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant WHERE phone = '0811'"),
                   ==, 375);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM identity"), ==, 1375);
}

static gboolean
add_older (SelAct *act, G_GNUC_UNUSED gpointer user_data, GError **error)
{
  SelParticipant *person = sel_record_new (&sel_participant_type);
  gboolean is_done;

  person->name = g_strdup ("Sitti Contoh");
  person->kind = SEL_PARTICIPANT_TKS;
  is_done = sel_act_insert (act, &sel_participant_type, person, error);
  sel_record_free (&sel_participant_type, person);
  return is_done;
}

static void
assert_only_kept (const SelUndoneImport *outcome, const char *key, gint64 line)
{
  const SelKept *kept;

  g_assert_cmpuint (outcome->n_removed, ==, 0);
  g_assert_cmpuint (outcome->n_reset, ==, 0);
  g_assert_cmpuint (outcome->n_kept, ==, 1);
  g_assert_cmpuint (outcome->kept->len, ==, 1);
  kept = outcome->kept->pdata[0];
  g_assert_cmpint (kept->record, ==, 1);
  g_assert_cmpstr (kept->key, ==, key);
  g_assert_cmpint (kept->line, ==, line);
  g_assert_null (kept->field);
  g_assert_cmpint (kept->reason, ==, SEL_KEPT_CHANGED);
}

/* What a file said of a person is part of another since: that one is kept, and said to be. */
static void
test_what_was_merged_into_an_older_one (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelUndoneImport) second = NULL;
  g_autoptr (SelUndoneImport) first = NULL;
  g_autoptr (SelImportResult) again = NULL;
  g_autofree char *people = NULL;

  run (reg, SEL_ACT_FORM, add_older, NULL);
  register_take (reg, EXCHANGE (1, PERSON ("O-1", "")));
  register_take (reg, EXCHANGE (2, PARTNER PERSON ("O-1", "<phone>0800</phone>")));
  run (reg, SEL_ACT_MERGE, merge, NULL);

  second = take_back (reg, 2);
  g_assert_cmpuint (second->n_removed, ==, 1);
  second->n_removed = 0;
  assert_only_kept (second, "O-1", FIRST_LINE + 1);
  first = take_back (reg, 1);
  assert_only_kept (first, "O-1", FIRST_LINE);
  people = register_dup_text (reg, "SELECT group_concat (id || name || phone) FROM participant");
  g_assert_cmpstr (people, ==, "1Sitti Contoh0800");

  /* The sender's name for it leads there still. */
  again = register_import (reg, EXCHANGE (1, PERSON ("O-1", "")), 0);
  register_assert_counts (again, 0, 1, 0, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant"), ==, 1);
}

/* Once the merge was undone, it leads from what was removed to nobody. */
static void
test_what_was_merged_for_a_while (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelUndoneImport) outcome = NULL;
  g_autoptr (SelImportResult) again = NULL;
  const char *file = EXCHANGE (1, PERSON ("7c9e6679-7425-40de-944b-e07fc1f90ae7", ""));
  Step step = { 0 };

  run (reg, SEL_ACT_FORM, add_older, NULL);
  register_take (reg, file);
  run (reg, SEL_ACT_MERGE, merge, NULL);
  step.what = register_get_int (reg, "SELECT max (id) FROM act");
  run (reg, SEL_ACT_UNDO, undo_act, &step);

  outcome = take_back (reg, 1);
  g_assert_cmpuint (outcome->n_removed, ==, 1);
  g_assert_cmpuint (outcome->n_kept, ==, 0);
  again = register_import (reg, file, 0);
  register_assert_counts (again, 1, 0, 0, 0);
}

#define TEST(name, function) g_test_add_func ("/undo-in-turn/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("in-turn", test_in_turn);
  TEST ("many-runs", test_many_runs);
  TEST ("what-was-merged-into-an-older-one", test_what_was_merged_into_an_older_one);
  TEST ("what-was-merged-for-a-while", test_what_was_merged_for_a_while);
  return g_test_run ();
}
