/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/several.h"

#include "support.h"

/* 1 is an umbrella, 2 a draft under it, 3 signed under 2, 4 a draft with a party. */
static SelStore *
open_filled (Place *place)
{
  SelStore *store = open_store (place);

  add (store, &sel_partner_type, make (&sel_partner_type, "name", "BNN", "kind", "agency", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Payung", "kind", "memorandum", "stage", "draft", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Rencana", "kind", "cooperation", "stage", "draft",
             "parent", "1", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Pelatihan", "kind", "work_plan", "stage", "signed",
             "signed_on", TODAY, "parent", "2", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Data", "kind", "memorandum", "stage", "draft", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "position", "1", "agreement", "4", "partner", "1", NULL));
  return store;
}

typedef struct
{
  SelSeveral several;
  const char *field; /* NULL: they are deleted */
  const char *text;
  const char *why;
  guint n_done;
} Task;

static void
note_progress (guint n, guint n_all, gpointer user_data)
{
  Task *task = user_data;

  g_assert_cmpuint (n, ==, task->n_done + 1);
  g_assert_cmpuint (n, <=, n_all);
  task->n_done = n;
}

static gboolean
task_write (SelAct *act, gpointer user_data, GError **error)
{
  Task *task = user_data;
  const GDate today = date_of (TODAY);
  gpointer from;
  const SelField *field;
  gboolean is_done;

  sel_act_set_why (act, task->why);
  if (task->field == NULL)
    return sel_several_delete (&task->several, act, error);

  from = make (task->several.type, task->field, task->text, NULL);
  field = sel_record_type_field (task->several.type, task->field);
  is_done = sel_several_change (&task->several, act, field, from, &today, error);
  sel_record_free (task->several.type, from);
  return is_done;
}

/* With the agreements from 1 to @last, but for @but. */
static gboolean
run (SelStore *store, Task *task, gint64 last, gint64 but, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= last; id++)
    if (id != but)
      g_array_append_val (ids, id);
  task->several = (SelSeveral){ &sel_agreement_type, ids, note_progress, task };
  return write_form (store, task_write, task, NULL, error) > 0;
}

/* The umbrella comes first and goes last; one undo brings all back. */
static void
test_all_go_and_come_back (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (GError) error = NULL;
  Task task = { .why = "Salah catat" };

  g_assert_true (run (store, &task, 4, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (task.n_done, ==, 4);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM agreement"), ==, 0);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM party"), ==, 0);

  undo (store, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM agreement"), ==, 4);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM party"), ==, 1);
  g_assert_cmpint (ask (store, "SELECT parent FROM agreement WHERE id = 3"), ==, 2);
}

/* What cannot be done with one of them is done with none, and the one is named. */
static void
test_all_or_none (void)
{
  static const struct
  {
    const char *field;
    const char *text;
    gint64 last;
    gint64 but;
    int code;
    const char *told;
  } cases[] = {
    { NULL, NULL, 4, 3, SEL_STORE_ERROR_IN_USE,
      "“Rencana”: Other records still refer to it: Agreements (1). Nothing was deleted; change or "
      "delete those first." },
    { NULL, NULL, 4, 0, SEL_STORE_ERROR_FROZEN,
      "“Pelatihan”: The signature covers this. It can be deleted with the reason, such as that it "
      "was written down by mistake." },
    { "kind", "addendum", 1, 0, SEL_STORE_ERROR_FAILED,
      "“Payung”: Made under: An addendum needs the agreement that it changes." },
    { "stage", "draft", 4, 0, SEL_STORE_ERROR_FROZEN,
      "“Pelatihan”: The signature covers “Stage”. It changes by an addendum; what was only written "
      "down wrongly can be corrected, with the reason." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (SelStore) store = open_filled (place);
      g_autoptr (GError) error = NULL;
      const gint64 n_acts = ask (store, "SELECT count (*) FROM act");
      Task task = { .field = cases[i].field, .text = cases[i].text };

      g_assert_false (run (store, &task, cases[i].last, cases[i].but, &error));
      g_assert_error (error, SEL_STORE_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].told);
      g_assert_cmpint (ask (store, "SELECT count (*) FROM agreement"), ==, 4);
      g_assert_cmpint (ask (store, "SELECT count (*) FROM act"), ==, n_acts);
    }
}

/* Of the four agreements. */
static guint
count_filled (SelStore *store, const char *field)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (gint64 id = 1; id <= 5; id++) /* the last is not there */
    g_array_append_val (ids, id);
  sel_several_count_filled (reading->connection, &sel_agreement_type, ids,
                            sel_record_type_field (&sel_agreement_type, field), &n, &error);
  g_assert_no_error (error);
  return n;
}

/* One act changes those that are not so already. */
static void
test_one_value_for_all (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (GError) error = NULL;
  gint64 n_acts;
  Task task = { .field = "notice_given_on", .text = "2025-09-01" };

  execute (store, "UPDATE agreement SET notice_given_on = '2025-09-01' WHERE id = 2");
  n_acts = ask (store, "SELECT count (*) FROM act");
  g_assert_cmpuint (count_filled (store, "notice_given_on"), ==, 1);
  g_assert_cmpuint (count_filled (store, "parent"), ==, 2);
  g_assert_cmpuint (count_filled (store, "open_ended"), ==, 0); /* a switch that is off */
  g_assert_true (run (store, &task, 4, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_filled (store, "notice_given_on"), ==, 4);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM agreement WHERE notice_given_on = "
                               "'2025-09-01'"),
                   ==, 4);
  g_assert_cmpint (ask (store, "SELECT version FROM agreement WHERE id = 1"), ==, 2);
  g_assert_cmpint (ask (store, "SELECT version FROM agreement WHERE id = 2"), ==, 1);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM act"), ==, n_acts + 1);

  task = (Task){ .field = "notice_given_on", .text = "" };
  g_assert_true (run (store, &task, 3, 0, &error));
  g_assert_cmpint (ask (store, "SELECT count (*) FROM agreement WHERE notice_given_on IS NULL"), ==,
                   3);
}

static void
test_what_may_be_the_same (void)
{
  static const struct
  {
    const char *field;
    gboolean is_taken;
  } cases[] = {
    { "title", FALSE }, /* the search finds it by that */
    { "stage", TRUE },
    { "notice_given_on", TRUE },
    { "note", TRUE },
    { "parent", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
      sel_several_takes (sel_record_type_field (&sel_agreement_type, cases[i].field)), ==,
      cases[i].is_taken);
  g_assert_false (sel_several_takes (sel_record_type_field (&sel_participant_type, "address")));
  g_assert_false (sel_several_takes (sel_record_type_field (&sel_party_type, "agreement")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/several/all-go-and-come-back", test_all_go_and_come_back);
  g_test_add_func ("/several/all-or-none", test_all_or_none);
  g_test_add_func ("/several/one-value-for-all", test_one_value_for_all);
  g_test_add_func ("/several/what-may-be-the-same", test_what_may_be_the_same);
  return g_test_run ();
}
