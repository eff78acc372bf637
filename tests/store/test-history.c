/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "store/history-sql.h"
#include "store/history.h"
#include "store/identity-sql.h"
#include "store/reveal.h"
#include "support.h"

static GPtrArray *
read_history (SelStore *store, const SelRecordType *type, gint64 id, guint most)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (store, &error);
  GPtrArray *entries = sel_history_read (reading->connection, type, id, most, &error);

  g_assert_no_error (error);
  return entries;
}

/* Lines such as "changed partner 1: Name BNN > BNN Kota; Kind …", the newest first. */
static char *
describe (SelStore *store, const SelRecordType *type, gint64 id, guint most)
{
  static const char *const verbs[] = { "added", "changed", "deleted", "removed", "merged", "revealed" };
  g_autoptr (GPtrArray) entries = read_history (store, type, id, most);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const SelHistoryEntry *entry = entries->pdata[i];

      g_string_append_printf (text, "%s %s %d", verbs[entry->verb], entry->type->name,
                              (int) entry->record);
      for (guint v = 0; v < entry->values->len; v++)
        {
          const SelHistoryValue *value = &g_array_index (entry->values, SelHistoryValue, v);

          g_string_append_printf (text, "%s %s %s > %s", v ? ";" : ":", value->field->label,
                                  value->before ? value->before : "-",
                                  value->after ? value->after : "-");
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
update (SelStore *store, const SelRecordType *type, gint64 id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  gpointer record = load (store, type, id);

  sel_field_set_text (sel_record_type_field (type, field), record, text, &error);
  g_assert_no_error (error);
  g_assert_cmpint (change (store, UPDATE, type, record, &error), >, 0);
  g_assert_no_error (error);
}

static void delete (SelStore *store, const SelRecordType *type, gint64 id)
{
  g_autoptr (GError) error = NULL;

  change (store, DELETE, type, load (store, type, id), &error);
  g_assert_no_error (error);
}

/* Choices by their labels, dates, regions and references as a person knows them. */
static void
test_in_words (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *text = NULL;
  gint64 first = add (store, &sel_agreement_type,
                      make (&sel_agreement_type, "title", "Payung", "kind", "memorandum", "stage",
                            "draft", NULL));
  gint64 second = add (store, &sel_agreement_type,
                       make (&sel_agreement_type, "title", "Tukar data", "kind", "cooperation",
                             "stage", "draft", NULL));
  g_autofree char *parent = g_strdup_printf ("%d", (int) first);

  update (store, &sel_agreement_type, second, "stage", "under_review");
  update (store, &sel_agreement_type, second, "parent", parent);
  update (store, &sel_agreement_type, second, "ends_on", TODAY);
  update (store, &sel_agreement_type, second, "open_ended", "true");
  update (store, &sel_agreement_type, second, "ends_on", "");
  text = describe (store, &sel_agreement_type, second, 10);
  g_assert_cmpstr (text, ==,
                   "changed agreement 2: Ends on 11 October 2025 > -\n"
                   "changed agreement 2: Open-ended No > Yes\n"
                   "changed agreement 2: Ends on - > 11 October 2025\n"
                   "changed agreement 2: Made under - > Payung\n"
                   "changed agreement 2: Stage Draft > Under review\n"
                   "added agreement 2\n");

  update (store, &sel_agreement_type, second, "parent", "");
  delete (store, &sel_agreement_type, first);
  g_free (text);
  text = describe (store, &sel_agreement_type, second, 1);
  g_assert_cmpstr (text, ==,
                   "changed agreement 2: Made under A record that is no longer there > -\n");
}

static void
test_region_by_name (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *text = NULL;
  gint64 id = add (store, &sel_partner_type,
                   make (&sel_partner_type, "name", "BNNK", "kind", "agency", NULL));

  update (store, &sel_partner_type, id, "region", "63.72");
  update (store, &sel_partner_type, id, "region", "10.99"); /* which nobody knows */
  text = describe (store, &sel_partner_type, id, 2);
  g_assert_nonnull (strstr (text, "Banjarbaru"));
  g_assert_nonnull (strstr (text, " > 10.99\n"));
}

static gboolean
reveal_in_act (SelAct *act, gpointer id, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  g_ptr_array_add (fields, (gpointer) sel_record_type_field (&sel_participant_type, "nik"));
  return sel_reveal_note (act, &sel_participant_type, *(gint64 *) id, *(gint64 *) id, fields, error);
}

static void
test_sensitive_values_are_masked (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 id = add (store, &sel_participant_type,
                   make (&sel_participant_type, "name", "Ani", "kind", "tks", "nik",
                         "6372014101900001", NULL));

  update (store, &sel_participant_type, id, "nik", "6372014101900002");
  update (store, &sel_participant_type, id, "address", "Jalan Contoh 1");
  update (store, &sel_participant_type, id, "kind", "rehabilitation_client");
  sel_store_write (store, SEL_ACT_REVEAL, reveal_in_act, &id, NULL, &error);
  g_assert_no_error (error);
  text = describe (store, &sel_participant_type, id, 10);
  g_assert_cmpstr (text, ==,
                   "revealed participant 1: NIK - > -\n"
                   "changed participant 1: Kind •••••• > ••••••\n"
                   "changed participant 1: Address - > ••••••\n"
                   "changed participant 1: NIK 637•••••••••••01 > 637•••••••••••02\n"
                   "added participant 1\n");
}

/* Records that were looked at together, from the first to the last. */
typedef struct
{
  gint64 first;
  gint64 last;
} Looked;

static gboolean
reveal_run_in_act (SelAct *act, gpointer data, GError **error)
{
  const Looked *looked = data;
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  g_ptr_array_add (fields, (gpointer) sel_record_type_field (&sel_participant_type, "nik"));
  g_ptr_array_add (fields, (gpointer) sel_record_type_field (&sel_participant_type, "kind"));
  return sel_reveal_note (act, &sel_participant_type, looked->first, looked->last, fields, error);
}

/* Lists that were saved overlap; each stands in the history of all who were in it. */
static void
test_runs_that_were_looked_at (void)
{
  static const Looked looked[] = { { 1, 5000 }, { 3000, 3001 }, { 3001, 3001 }, { 2999, 6000 } };
  static const struct
  {
    gint64 id;
    guint n;
  } cases[] = {
    { 1, 1 },
    { 1024, 1 },
    { 1025, 1 },
    { 2998, 1 },
    { 2999, 2 },
    { 3000, 3 },
    { 3001, 4 },
    { 3002, 2 },
    { 5000, 2 },
    { 5001, 1 },
    { 6000, 1 },
    { 6001, 0 },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (looked); i++)
    {
      g_autoptr (GError) error = NULL;

      sel_store_write (store, SEL_ACT_REVEAL, reveal_run_in_act, (gpointer) &looked[i], NULL,
                       &error);
      g_assert_no_error (error);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) entries =
        read_history (store, &sel_participant_type, cases[i].id, 10);

      g_test_message ("%d", (int) cases[i].id);
      g_assert_cmpuint (entries->len, ==, cases[i].n);
    }
  text = describe (store, &sel_participant_type, 6000, 10);
  g_assert_cmpstr (text, ==, "revealed participant 6000: NIK - > -; Kind - > -\n");

  /* 5 of 5000, two small ones, and 3 of 3002 */
  g_assert_cmpint (ask (store, "SELECT count (*) FROM change WHERE verb = 'reveal'"), ==, 10);
}

/* The parts that it has, those that it had, and those that came back. */
static void
test_parts (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const SelHistoryEntry *entry;

  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "Badan", "short_name", "BNN", "kind", "agency", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Satu", "kind", "memorandum", "stage", "draft", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Dua", "kind", "memorandum", "stage", "draft", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "1", "position", "1", "partner", "1", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "2", "position", "1", "partner", "1", NULL));
  update (store, &sel_party_type, 1, "number", "PKS/17/2025");
  add (store, &sel_witness_type,
       make (&sel_witness_type, "agreement", "1", "name", "Menteri", NULL));
  delete (store, &sel_witness_type, 1);
  text = describe (store, &sel_agreement_type, 1, 10);
  g_assert_cmpstr (text, ==,
                   "deleted witness 1: Agreement Satu > -; Name Menteri > -\n"
                   "added witness 1\n"
                   "changed party 1: Document number - > PKS/17/2025\n"
                   "added party 1\n"
                   "added agreement 1\n");

  undo (store, FALSE, &error);
  g_assert_no_error (error);
  g_free (text);
  text = describe (store, &sel_agreement_type, 1, 3);
  g_assert_cmpstr (text, ==,
                   "added witness 1\n"
                   "deleted witness 1: Agreement Satu > -; Name Menteri > -\n"
                   "added witness 1\n");

  entries = read_history (store, &sel_agreement_type, 1, 10);
  g_assert_cmpuint (entries->len, ==, 6);
  entry = entries->pdata[0];
  g_assert_cmpint (entry->source, ==, SEL_ACT_UNDO);
  g_assert_cmpstr (entry->title, ==, "Menteri");
  g_assert_nonnull (entry->made_at);
  g_assert_cmpint (g_date_time_get_utc_offset (entry->made_at), ==, 0);
  g_assert_nonnull (entry->actor);
  g_assert_null (entry->file);
  entry = entries->pdata[3];
  g_assert_cmpstr (entry->title, ==, "BNN");
  entry = entries->pdata[5];
  g_assert_null (entry->title);
}

/* A record that was deleted still has its history. */
static void
test_deleted_record (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *text = NULL;
  gint64 id =
    add (store, &sel_partner_type, make (&sel_partner_type, "name", "BNN", "kind", "agency", NULL));

  delete (store, &sel_partner_type, id);
  text = describe (store, &sel_partner_type, id, 10);
  g_assert_cmpstr (text, ==,
                   "deleted partner 1: Name BNN > -; Kind National agency > -\nadded partner 1\n");
}

/* A record is found in the run that it was added with, at each of its places, and also when one
 * before it in the run was deleted and came back by itself. */
static void
test_runs (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;

  add_participants (store, 5);  /* 1 to 5 */
  add_participants (store, 1);  /* 6 */
  add_participants (store, 10); /* 7 to 16 */
  update (store, &sel_participant_type, 8, "phone", "0800");
  delete (store, &sel_participant_type, 9);
  undo (store, FALSE, &error);
  g_assert_no_error (error);

  for (gint64 id = 1; id <= 16; id++)
    {
      g_autoptr (GPtrArray) entries = read_history (store, &sel_participant_type, id, 10);
      const SelHistoryEntry *first = entries->pdata[entries->len - 1];

      g_assert_cmpuint (entries->len, ==, id == 8 ? 2 : id == 9 ? 3
                                                                : 1);
      g_assert_cmpint (first->verb, ==, SEL_HISTORY_ADDED);
      g_assert_cmpint (first->record, ==, id);
      g_assert_cmpint (first->act, ==, id <= 5 ? 1 : id == 6 ? 2
                                                             : 3);
    }

  {
    g_autoptr (GPtrArray) entries = read_history (store, &sel_participant_type, 17, 10);

    g_assert_cmpuint (entries->len, ==, 0);
  }
}

static gboolean
import_in_act (SelAct *act, G_GNUC_UNUSED gpointer data, GError **error)
{
  SelConnection *connection = sel_act_get_connection (act);
  SelParticipant *person = sel_record_new (&sel_participant_type);
  gboolean is_done = sel_connection_execute (
    connection,
    "INSERT INTO exchange (id, sender, sender_name, made_at, sequence, file, imported_at, actor)"
    " VALUES (7, 'bnn', 'BNN', '2025-10-11T09:00:00+07:00', 1, 'peserta.xml', "
    "'2025-10-11T02:00:00Z', 'ani');"
    "INSERT INTO origin (id, sender, type) VALUES (3, 'bnn', 'participant'), (4, 'bnn', 'partner');"
    "INSERT INTO identity (origin, key, record, exchange, line)"
    " VALUES (3, 'P-1', 1, 7, 12), (3, 'P-2', 2, 7, 15), (4, 'M-1', 2, 7, 99)",
    error);

  sel_act_set_exchange (act, 7);
  for (guint i = 0; is_done && i < 3; i++)
    {
      sel_record_clear (&sel_participant_type, person);
      person->name = g_strdup ("Ani");
      person->kind = SEL_PARTICIPANT_TKS;
      is_done = sel_act_insert (act, &sel_participant_type, person, error);
    }

  sel_record_free (&sel_participant_type, person);
  return is_done;
}

static void
test_import_says_where_from (void)
{
  static const gint64 lines[] = { 12, 15, 0 }; /* the third is not known any more */
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;

  sel_store_write (store, SEL_ACT_IMPORT, import_in_act, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GPtrArray) entries = read_history (store, &sel_participant_type, i + 1, 10);
      const SelHistoryEntry *entry = entries->pdata[0];

      g_assert_cmpint (entry->source, ==, SEL_ACT_IMPORT);
      g_assert_cmpstr (entry->file, ==, "peserta.xml");
      g_assert_cmpstr (entry->sender_name, ==, "BNN");
      g_assert_cmpint (entry->line, ==, lines[i]);
    }
}

/* No statement of it looks at a whole table, nor the one that asks the log for an import. */
static void
test_found_by_index (void)
{
  static const char *const statements[] = {
    "EXPLAIN QUERY PLAN " SEL_SQL_HISTORY,
    "EXPLAIN QUERY PLAN " SEL_SQL_SAID_BY,
    "EXPLAIN QUERY PLAN " SEL_SQL_SAID_BEFORE,
    "EXPLAIN QUERY PLAN " SEL_SQL_HISTORY_REMOVED,
    "EXPLAIN QUERY PLAN SELECT field, before, after FROM change_value WHERE change = $1",
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
        {
          const char *line = sel_statement_get_text (stmt, 3);

          g_test_message ("%s", line);
          g_string_append_printf (plan, "%s\n", line);
          /* The one run that was found is "scanned", and so are the few changes of a field. */
          g_assert_true (!g_str_has_prefix (line, "SCAN") || g_str_has_prefix (line, "SCAN run") ||
                         g_str_has_prefix (line, "SCAN saying"));
        }
      if (i < 3)
        {
          g_assert_nonnull (strstr (plan->str, "SEARCH r USING INDEX change_by_run"));
          g_assert_nonnull (strstr (plan->str, "USING COVERING INDEX change_by_record"));
        }
      else if (i == 3)
        g_assert_nonnull (strstr (plan->str, "change_value_removed"));
    }
}

#define TEST(name, function) g_test_add_func ("/store/history/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("in-words", test_in_words);
  TEST ("region-by-name", test_region_by_name);
  TEST ("sensitive-values-are-masked", test_sensitive_values_are_masked);
  TEST ("runs-that-were-looked-at", test_runs_that_were_looked_at);
  TEST ("parts", test_parts);
  TEST ("deleted-record", test_deleted_record);
  TEST ("runs", test_runs);
  TEST ("import-says-where-from", test_import_says_where_from);
  TEST ("found-by-index", test_found_by_index);
  return g_test_run ();
}
