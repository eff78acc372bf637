/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/export-log.h"
#include "store/runs.h"
#include "support.h"

/* An export of @kind to the partner 7, with these participants. */
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
list_receipts (SelStore *store, const SelRecordType *type, gint64 id)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GError) error = NULL;
  GArray *receipts = sel_export_log_list_receipts (reading->connection, type, id, &error);

  g_assert_no_error (error);
  return receipts;
}

static guint
count_receipts (SelStore *store, gint64 participant)
{
  g_autoptr (GArray) receipts = list_receipts (store, &sel_participant_type, participant);

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
  g_autoptr (GArray) others = NULL;
  const SelReceipt *receipt;

  g_assert_cmpint (export_people (store, few, 2), ==, 1);
  g_assert_cmpint (export_people (store, all, 1), ==, 2);

  receipts = list_receipts (store, &sel_participant_type, 6);
  g_assert_cmpuint (receipts->len, ==, 2);
  receipt = &g_array_index (receipts, SelReceipt, 0);
  g_assert_cmpint (receipt->id, ==, 2);
  receipt = &g_array_index (receipts, SelReceipt, 1);
  g_assert_cmpint (receipt->id, ==, 1);
  g_assert_cmpint (receipt->partner, ==, 7);
  g_assert_cmpstr (receipt->partner_name, ==, "BLK Banjarbaru");
  g_assert_cmpint (receipt->agreement, ==, 3);
  g_assert_cmpstr (receipt->purpose, ==, "Placement");
  g_assert_cmpint (receipt->kind, ==, SEL_EXPORT_ROSTER);
  g_assert_cmpstr (receipt->file, ==, "roster.xml");
  g_assert_cmpint (receipt->sensitivity, ==, 1 + SEL_PERSONAL);
  g_assert_cmpstr (receipt->actor, ==, sel_act_get_actor ());
  g_assert_nonnull (receipt->made_at);

  g_assert_cmpuint (count_receipts (store, 2), ==, 2);
  g_assert_cmpuint (count_receipts (store, 3), ==, 1);
  g_assert_cmpuint (count_receipts (store, 101), ==, 0);
  others = list_receipts (store, &sel_partner_type, 6);
  g_assert_cmpuint (others->len, ==, 0);
}

/* A million people are few rows, and each of them is found in them. */
static void
test_a_million_people (void)
{
  static const SelRun million[] = { { 11, 1000010 } };
  static const gint64 edges[] = { 11, 65546, 65547, 131082, 131083, 700000, 1000010 };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  export_people (store, million, 1);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM export_run"), ==, 16);
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

/* Neither statement looks at a whole table. */
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
        g_assert_nonnull (g_strstr_len (
          plan->str, -1, "SEARCH r USING PRIMARY KEY (type=? AND first>? AND first<?)"));
      /* The changes are read from their end to the first that is no reveal. */
      g_assert_true (i == 1 || g_strstr_len (plan->str, -1, "SCAN") == NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/export-log/who-received", test_who_received);
  g_test_add_func ("/store/export-log/a-million-people", test_a_million_people);
  g_test_add_func ("/store/export-log/an-export-changes-nothing", test_an_export_changes_nothing);
  g_test_add_func ("/store/export-log/found-by-index", test_found_by_index);
  return g_test_run ();
}
