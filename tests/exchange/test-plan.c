/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan waits in the register, and is carried out another day. */
#include "exchange/plan.h"
#include "exchange/register.h"

#define PERSON(id, nik, name, rest)                                                                 \
  "<participant id=\"" id "\">" nik "<name>" name "</name><birth_date>1991-05-04</birth_date>" rest \
  "</participant>\n"
#define SITI PERSON ("O-1", "", "Siti Rahayu", "<phone>0800</phone><kind>tks</kind>")
#define SITTI                                                   \
  PERSON ("X-7", "<nik>6372014405910001</nik>", "Sitti Rahaju", \
          "<kind>tks</kind><referrer>P-1</referrer>")
#define BROKEN "<participant id=\"X-9\"><name>Ani</name></participant>\n"
#define TEXT EXCHANGE_OF ("two", 3, PARTNER SITTI BROKEN)

static gint64
save (Register *reg, const SelImportResult *result)
{
  g_autofree char *path = register_dup_path (reg, "exchange.xml");
  g_autoptr (GError) error = NULL;
  gint64 plan = 0;

  sel_plan_save (reg->store, path, NULL, result, &plan, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static SelPlan *
load (Register *reg, gint64 id)
{
  g_autoptr (GError) error = NULL;
  SelPlan *plan = sel_plan_load (reg->store, id, &error);

  g_assert_no_error (error);
  return plan;
}

static SelImportResult *
dry_run (Register *reg)
{
  register_take (reg, EXCHANGE_OF ("one", 1, SITI));
  return register_import (reg, TEXT, SEL_IMPORT_DRY_RUN);
}

static void
assert_same_notes (const SelImportResult *one, const SelImportResult *other)
{
  for (guint verdict = 0; verdict < SEL_N_IMPORT_VERDICTS; verdict++)
    {
      g_assert_cmpuint (one->n[verdict], ==, other->n[verdict]);
      g_assert_cmpmem (one->n_of, sizeof one->n_of, other->n_of, sizeof other->n_of);
      g_assert_cmpuint (one->notes[verdict]->len, ==, other->notes[verdict]->len);
      for (guint i = 0; i < one->notes[verdict]->len; i++)
        {
          const SelImportNote *left = one->notes[verdict]->pdata[i];
          const SelImportNote *right = other->notes[verdict]->pdata[i];

          g_assert_cmpuint (left->line, ==, right->line);
          g_assert_true (left->type == right->type);
          g_assert_true (left->field == right->field);
          g_assert_cmpstr (left->id, ==, right->id);
          g_assert_cmpstr (left->reason, ==, right->reason);
        }
    }
}

static void
test_it_reads_back (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = dry_run (reg);
  g_autoptr (SelPlan) plan = NULL;
  const SelImportPair *pair;

  g_assert_true (sel_plan_is_worth_keeping (result));
  result->is_search_cut = TRUE;
  plan = load (reg, save (reg, result));
  g_assert_false (plan->is_outdated);
  g_assert_true (g_str_has_suffix (plan->path, "/exchange.xml"));
  g_assert_true (plan->result->is_dry_run);
  g_assert_true (plan->result->is_search_cut);
  g_assert_cmpstr (plan->result->file, ==, "exchange.xml");
  g_assert_cmpstr (plan->result->header->sender, ==, "two");
  g_assert_cmpstr (plan->result->header->recipient, ==, NULL);
  g_assert_cmpint (plan->result->header->sequence, ==, 3);
  assert_same_notes (result, plan->result);

  g_assert_cmpuint (plan->result->pairs->len, ==, 1);
  pair = plan->result->pairs->pdata[0];
  g_assert_cmpstr (pair->key, ==, "X-7");
  g_assert_cmpint (pair->older, ==, 1);
  g_assert_cmpstr (pair->older_key, ==, NULL);
  g_assert_cmpint (pair->decision, ==, SEL_DECISION_LATER);
  for (guint i = 0; i < sel_participant_type.n_fields; i++)
    {
      const SelImportPair *before = result->pairs->pdata[0];

      g_assert_cmpstr (pair->theirs[i], ==, before->theirs[i]);
      g_assert_cmpstr (pair->ours[i], ==, before->ours[i]);
    }
}

static gboolean
decide_in_act (SelAct *act, gpointer user_data, GError **error)
{
  return sel_plan_table_decide (act, *(gint64 *) user_data, 0, "same", error);
}

/* Tomorrow, in another process. */
static void
test_it_is_carried_out_another_day (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = dry_run (reg);
  g_autoptr (SelImportResult) done = NULL;
  g_autoptr (SelPlan) plan = NULL;
  g_autoptr (SelDecisions) decisions = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *person = NULL;
  gint64 id = save (reg, result);
  GDate today;
  SelImportRequest request = { NULL, SEL_IMPORT_ACCEPT_VALID, &today, NULL, id, NULL, NULL };

  g_assert_true (sel_store_write (reg->store, SEL_ACT_PLAN, decide_in_act, &id, NULL, &error));
  register_close (reg);
  register_open (reg);

  plan = load (reg, id);
  g_assert_cmpint (((SelImportPair *) plan->result->pairs->pdata[0])->decision, ==,
                   SEL_DECISION_SAME);
  decisions = sel_decisions_new (plan->result->pairs);
  request.path = plan->path;
  request.decisions = decisions;
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  done = sel_import_run (reg->store, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  register_assert_counts (done, 1, 1, 0, 1);
  person = register_dup_text (reg, "SELECT group_concat (name || nik || phone) FROM participant");
  g_assert_cmpstr (person, ==, "Sitti Rahaju63720144059100010800");

  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM plan"), ==, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM plan_decision"), ==, 0);
}

static void
test_one_for_each_file (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = dry_run (reg);
  gint64 first = save (reg, result);
  gint64 second = save (reg, result);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (reg->store, NULL);
  g_autoptr (GPtrArray) rows = sel_plan_table_list (reading->connection, NULL);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (((SelPlanRow *) rows->pdata[0])->id, ==, second);
  g_assert_cmpstr (((SelPlanRow *) rows->pdata[0])->file, ==, "exchange.xml");
  g_assert_null (sel_plan_load (reg->store, first == second ? 99 : first, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND);
}

static void
test_a_changed_file_is_seen (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = dry_run (reg);
  g_autoptr (SelPlan) plan = NULL;
  gint64 id = save (reg, result);

  register_write (reg, "exchange.xml", EXCHANGE_OF ("two", 4, PARTNER));
  plan = load (reg, id);
  g_assert_true (plan->is_outdated);
}

static gboolean
damage_in_act (SelAct *act, G_GNUC_UNUSED gpointer user_data, GError **error)
{
  sel_act_touch_exchanges (act);
  return sel_connection_execute (sel_act_get_connection (act),
                                 "UPDATE plan SET content = substr (content, 1, 100)", error);
}

static void
test_a_damaged_one_is_told (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = dry_run (reg);
  g_autoptr (GError) error = NULL;
  gint64 id = save (reg, result);

  g_assert_true (sel_store_write (reg->store, SEL_ACT_PLAN, damage_in_act, NULL, NULL, &error));
  g_assert_null (sel_plan_load (reg->store, id, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DAMAGED);
}

#define TEST(name, function) g_test_add_func ("/plan/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("it-reads-back", test_it_reads_back);
  TEST ("it-is-carried-out-another-day", test_it_is_carried_out_another_day);
  TEST ("one-for-each-file", test_one_for_each_file);
  TEST ("a-changed-file-is-seen", test_a_changed_file_is_seen);
  TEST ("a-damaged-one-is-told", test_a_damaged_one_is_told);
  return g_test_run ();
}
