/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "store/export-log.h"
#include "store/runs.h"
#include "support.h"

/* An export to the partner 7 under the agreement 3, with these participants. */
typedef struct
{
  const SelRun *people;
  guint n_people;
  gint64 id;
} Exported;

static gboolean
export_in_act (SelAct *act, gpointer user_data, GError **error)
{
  Exported *exported = user_data;
  GArray *runs[SEL_N_RECORD_TYPES];
  const SelExportEntry entry = {
    .partner = 7,
    .partner_name = "BLK Banjarbaru",
    .agreement = 3,
    .purpose = "Placement",
    .kind = SEL_EXPORT_ROSTER,
    .file = "roster.xml",
    .sequence = 12,
    .n_records = 4,
    .sensitivity = SEL_PERSONAL,
    .runs = runs,
  };
  gboolean is_done;

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    runs[i] = sel_runs_new ();
  g_array_append_vals (runs[sel_record_type_index (&sel_participant_type)], exported->people,
                       exported->n_people);
  is_done = sel_export_log_add (act, &entry, &exported->id, error);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    g_array_unref (runs[i]);
  return is_done;
}

static gint64
export_people (SelStore *store, const SelRun *people, guint n_people)
{
  Exported exported = { people, n_people, 0 };
  g_autoptr (GError) error = NULL;

  sel_store_write (store, SEL_ACT_EXPORT, export_in_act, &exported, NULL, &error);
  g_assert_no_error (error);
  return exported.id;
}

static GArray *
list_receipts (SelStore *store, gint64 participant)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GError) error = NULL;
  GArray *receipts = sel_export_log_list_receipts (reading->connection, participant, &error);

  g_assert_no_error (error);
  return receipts;
}

static guint
count_receipts (SelStore *store, gint64 participant)
{
  g_autoptr (GArray) receipts = list_receipts (store, participant);

  return receipts->len;
}

static void
test_who_received (void)
{
  static const SelRun few[] = { { 2, 2 }, { 5, 9 } };
  static const SelRun all[] = { { 1, 100 } };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GArray) receipts = NULL;
  const SelReceipt *receipt;

  g_assert_cmpint (export_people (store, few, 2), ==, 1);
  g_assert_cmpint (export_people (store, all, 1), ==, 2);

  receipts = list_receipts (store, 6);
  g_assert_cmpuint (receipts->len, ==, 2);
  receipt = &g_array_index (receipts, SelReceipt, 0);
  g_assert_cmpint (receipt->id, ==, 2);
  receipt = &g_array_index (receipts, SelReceipt, 1);
  g_assert_cmpint (receipt->id, ==, 1);
  g_assert_cmpint (receipt->partner, ==, 0); /* neither is in the register */
  g_assert_cmpstr (receipt->partner_name, ==, "BLK Banjarbaru");
  g_assert_cmpint (receipt->agreement, ==, 0);
  g_assert_null (receipt->agreement_name);
  g_assert_cmpstr (receipt->purpose, ==, "Placement");
  g_assert_cmpint (receipt->kind, ==, SEL_EXPORT_ROSTER);
  g_assert_cmpstr (receipt->file, ==, "roster.xml");
  g_assert_cmpint (receipt->sensitivity, ==, 1 + SEL_PERSONAL);
  g_assert_cmpstr (receipt->actor, ==, sel_act_get_actor ());
  g_assert_nonnull (receipt->made_at);

  g_assert_cmpint (ask (store, "SELECT n_people FROM export WHERE id = 1"), ==, 6);
  g_assert_cmpint (ask (store, "SELECT n_people FROM export WHERE id = 2"), ==, 100);
  g_assert_cmpuint (count_receipts (store, 2), ==, 2);
  g_assert_cmpuint (count_receipts (store, 3), ==, 1);
  g_assert_cmpuint (count_receipts (store, 101), ==, 0);
}

static void
find_ends (SelStore *store, gint64 *partner, gint64 *agreement)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GError) error = NULL;

  sel_export_log_find_ends (reading->connection, 1, partner, agreement, &error);
  g_assert_no_error (error);
}

/* Partner and agreement are told as they are now: also as what they were merged into. */
static void
test_the_ends_of_an_export (void)
{
  static const SelRun one[] = { { 1, 1 } };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  const SelReceipt *receipt;
  gint64 partner;
  gint64 agreement;

  execute (store, "INSERT INTO partner (id, uid, version, kind, name)"
                  " VALUES (7, 'p7', 1, 'ngo', 'BLK'), (8, 'p8', 1, 'ngo', 'BLK Banjarbaru');"
                  "INSERT INTO agreement (id, uid, version, kind, title, stage, open_ended)"
                  " VALUES (3, 'a3', 1, 'memorandum', 'Data', 'draft', 1);");
  export_people (store, one, 1);
  before = list_receipts (store, 1);
  receipt = &g_array_index (before, SelReceipt, 0);
  g_assert_cmpint (receipt->partner, ==, 7);
  g_assert_cmpint (receipt->agreement, ==, 3);
  g_assert_cmpstr (receipt->agreement_name, ==, "Data");

  execute (store, "INSERT INTO party (id, uid, version, agreement, position, partner, number)"
                  " VALUES (1, 'y1', 1, 3, 1, 8, '1/NK');"
                  "INSERT INTO merged (type, record, uid, stays) VALUES ('partner', 7, 'p7', 8);");
  find_ends (store, &partner, &agreement);
  g_assert_cmpint (partner, ==, 7); /* the merge was undone */

  execute (store, "DELETE FROM partner WHERE id = 7");
  find_ends (store, &partner, &agreement);
  g_assert_cmpint (partner, ==, 8);
  g_assert_cmpint (agreement, ==, 3);
  after = list_receipts (store, 1);
  receipt = &g_array_index (after, SelReceipt, 0);
  g_assert_cmpint (receipt->partner, ==, 8);
  g_assert_cmpstr (receipt->partner_name, ==, "BLK Banjarbaru");
  g_assert_cmpstr (receipt->agreement_name, ==, "1/NK");

  execute (store, "INSERT INTO partner (id, uid, version, kind, name)"
                  " VALUES (9, 'p9', 1, 'ngo', 'BLK');"
                  "INSERT INTO merged (type, record, uid, stays) VALUES ('partner', 8, 'p8', 9);"
                  "UPDATE party SET partner = 9; DELETE FROM partner WHERE id = 8");
  find_ends (store, &partner, &agreement);
  g_assert_cmpint (partner, ==, 9); /* over two merges */
}

/* Whoever was found to be the same person counts, over several merges, until a merge is undone. */
static void
test_merged_people (void)
{
  static const SelRun first[] = { { 1, 1 } };
  static const SelRun second[] = { { 2, 2 } };
  static const SelRun both[] = { { 1, 3 } };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add_participants (store, 3);
  export_people (store, first, 1);
  export_people (store, second, 1);
  export_people (store, both, 1);
  g_assert_cmpuint (count_receipts (store, 3), ==, 1);

  execute (store, "INSERT INTO merged (type, record, uid, stays) VALUES"
                  " ('participant', 1, 'x', 2), ('participant', 2, 'y', 3), ('partner', 2, 'z', 3)");
  g_assert_cmpuint (count_receipts (store, 3), ==, 1); /* all of them are there */

  execute (store, "DELETE FROM participant WHERE id IN (1, 2)");
  g_assert_cmpuint (count_receipts (store, 3), ==, 3);
}

/* A million people are one row, and each of them is found in it. */
static void
test_a_million_people (void)
{
  static const SelRun million[] = { { 11, 1000010 } };
  static const gint64 edges[] = { 11, 12, 700000, 1000010 };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  export_people (store, million, 1);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM export_run"), ==, 1);
  g_assert_cmpint (ask (store, "SELECT sum (last - first + 1) FROM export_run"), ==, 1000000);
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    g_assert_cmpuint (count_receipts (store, edges[i]), ==, 1);
  g_assert_cmpuint (count_receipts (store, 10), ==, 0);
  g_assert_cmpuint (count_receipts (store, 1000011), ==, 0);
}

static gint64
read_state (SelStore *store, char **made_at)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GError) error = NULL;
  gint64 sequence;

  sel_export_log_read_state (reading->connection, &sequence, made_at, &error);
  g_assert_no_error (error);
  return sequence;
}

/* An export is in the log, but is no change: what is exported next is the same. */
static void
test_an_export_changes_nothing (void)
{
  static const SelRun people[] = { { 1, 3 } };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *none = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *later = NULL;
  gint64 sequence;

  g_assert_cmpint (read_state (store, &none), ==, 0);
  g_assert_null (none);

  add_participants (store, 3);
  sequence = read_state (store, &before);
  g_assert_cmpint (sequence, ==, ask (store, "SELECT max (id) FROM act"));
  export_people (store, people, 1);
  g_assert_cmpint (ask (store, "SELECT max (id) FROM act WHERE source = 'export'"), ==,
                   sequence + 1);
  g_assert_cmpint (read_state (store, &after), ==, sequence);
  g_assert_cmpstr (after, ==, before);

  add_participants (store, 1);
  g_assert_cmpint (read_state (store, &later), ==, sequence + 2);
}

/* No run and no change is looked at in vain. */
static void
test_found_by_index (void)
{
  static const char *const statements[] = {
    "EXPLAIN QUERY PLAN " SEL_SQL_RECEIPTS,
    "EXPLAIN QUERY PLAN " SEL_SQL_LAST_WRITE,
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SelStatement) stmt =
        sel_connection_prepare (reading->connection, statements[i], &error);
      g_autoptr (GString) plan = g_string_new (NULL);
      gboolean has_row;

      g_assert_no_error (error);
      while (sel_statement_step (stmt, &has_row, &error) && has_row)
        g_string_append_printf (plan, "%s\n", sel_statement_get_text (stmt, 3));
      g_test_message ("%s", plan->str);
      if (i == 0)
        {
          g_assert_nonnull (
            strstr (plan->str, "SEARCH x USING PRIMARY KEY (export=? AND type=? AND first<?)"));
          g_assert_nonnull (strstr (plan->str, "merged_by_stays (type=? AND stays=?)"));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/export-log/who-received", test_who_received);
  g_test_add_func ("/store/export-log/the-ends-of-an-export", test_the_ends_of_an_export);
  g_test_add_func ("/store/export-log/merged-people", test_merged_people);
  g_test_add_func ("/store/export-log/a-million-people", test_a_million_people);
  g_test_add_func ("/store/export-log/an-export-changes-nothing", test_an_export_changes_nothing);
  g_test_add_func ("/store/export-log/found-by-index", test_found_by_index);
  return g_test_run ();
}
