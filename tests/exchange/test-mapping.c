/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table is read, before anything of it is: what has to be said, and by which mapping that was
 * kept. */
#include "exchange/mapping-needs.h"

#include <string.h>

#include <glib/gstdio.h>

#include "exchange/plan.h"
#include "exchange/register.h"
#include "exchange/roster-look.h"
#include "store/exchange-log.h"

#define TABLE                                \
  "DAFTAR PESERTA\n"                         \
  "Nama Lengkap;No. KTP;Tgl Lahir;Lain\n"    \
  "Siti Contoh;6372014101900001;1/1/1990;\n" \
  "Ali Contoh;3,17E+15;2/2/1991;x\n"

static SelRosterLook *
look_at (Register *reg, const char *text)
{
  const SelSheetLayout layout = { 0 };
  g_autofree char *path = register_dup_path (reg, "peserta.csv");
  g_autoptr (GError) error = NULL;
  SelRosterLook *look;

  register_write (reg, "peserta.csv", text);
  look = sel_roster_look (path, &layout, NULL, NULL, &error);
  g_assert_no_error (error);
  return look;
}

static const SelRosterColumn *
column_of (const SelMapping *mapping, const char *name)
{
  const SelRosterColumn *column = sel_roster_column_by_name (mapping->kind, name);

  g_assert_nonnull (column);
  return column;
}

static void
test_it_reads_back (void)
{
  g_autoptr (SelMapping) mapping = sel_mapping_new (SEL_ROSTER_ENROLMENTS);
  g_autoptr (SelMapping) copy = NULL;
  g_autoptr (SelMapping) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  mapping->sender = g_strdup ("blk");
  mapping->sender_name = g_strdup ("BLK Banjarbaru");
  mapping->layout.sheet = g_strdup ("Nilai");
  mapping->layout.delimiter = '\t';
  sel_mapping_set_header (mapping, column_of (mapping, "name"), "Nama = \"Lengkap\"");
  g_assert_true (sel_mapping_set_default (mapping, "stage", "Dites", NULL));

  copy = sel_mapping_copy (mapping);
  text = sel_mapping_dup_text (copy);
  again = sel_mapping_new_for_text (text, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->kind, ==, SEL_ROSTER_ENROLMENTS);
  g_assert_cmpstr (again->sender_name, ==, "BLK Banjarbaru");
  g_assert_cmpstr (again->layout.sheet, ==, "Nilai");
  g_assert_cmpuint (again->layout.delimiter, ==, '\t');
  g_assert_cmpstr (g_hash_table_lookup (again->headers, "name"), ==, "Nama = \"Lengkap\"");
  g_assert_cmpstr (g_hash_table_lookup (again->defaults, "stage"), ==, "Dites");

  g_assert_null (sel_mapping_new_for_text ("[mapping]\nkind=nothing\n", &error));
  g_assert_nonnull (error);
}

/* What has to be said of each kind of table, first to last. */
static const struct
{
  SelRosterKind kind;
  const char *says; /* fields that have a column, "|" between them */
  const char *reason;
} readings[] = {
  { SEL_ROSTER_PARTICIPANTS, "name", "No column says who a row is about." },
  { SEL_ROSTER_PARTICIPANTS, "nik", NULL },
  { SEL_ROSTER_PARTICIPANTS, "name|birth", NULL },
  { SEL_ROSTER_ENROLMENTS, "nik", "It is not said what people are enrolled in." },
  { SEL_ROSTER_ENROLMENTS, "nik|programme", NULL },
  { SEL_ROSTER_ATTENDANCE, "nik|session_date", "It is not said which cohort met." },
  { SEL_ROSTER_ATTENDANCE, "nik|cohort", "It is not said on which day the session was." },
  { SEL_ROSTER_ATTENDANCE, "nik|cohort|session_date", NULL },
  { SEL_ROSTER_INSTRUCTORS, "phone", "No column says the name." },
  { SEL_ROSTER_VENUES, "name", NULL },
  { SEL_ROSTER_IMS, "", NULL },
};

static void
test_what_has_to_be_said (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autoptr (SelMapping) mapping = sel_mapping_new (readings[i].kind);
      g_auto (GStrv) names = g_strsplit (readings[i].says, "|", 0);
      g_autoptr (GError) error = NULL;
      const gboolean is_enough = readings[i].reason == NULL;

      for (guint j = 0; names[j] && *names[j]; j++)
        sel_mapping_set_header (mapping, column_of (mapping, names[j]), names[j]);
      g_assert_true (sel_mapping_check_columns (mapping, &error) == is_enough);
      if (!is_enough)
        g_assert_true (g_str_has_prefix (error->message, readings[i].reason));
    }
}

static void
test_what_new_records_need (void)
{
  g_autoptr (SelMapping) mapping = sel_mapping_new (SEL_ROSTER_PARTICIPANTS);

  g_assert_true (sel_mapping_needs (mapping, column_of (mapping, "kind")));
  g_assert_true (sel_mapping_needs (mapping, column_of (mapping, "name")));
  g_assert_false (sel_mapping_needs (mapping, column_of (mapping, "phone")));
  g_assert_true (sel_roster_column_takes_default (column_of (mapping, "kind")));
  g_assert_true (sel_roster_column_takes_default (column_of (mapping, "referrer")));
  g_assert_false (sel_roster_column_takes_default (column_of (mapping, "name")));
  g_assert_false (sel_roster_column_takes_default (column_of (mapping, "birth_date")));
  g_assert_false (sel_roster_column_takes_default (column_of (mapping, "nik")));

  g_assert_true (sel_mapping_set_default (mapping, "kind", "tks", NULL));
  g_assert_false (sel_mapping_needs (mapping, column_of (mapping, "kind")));
}

static void
test_who_sends_it (void)
{
  g_autoptr (SelMapping) mapping = sel_mapping_new (SEL_ROSTER_PARTICIPANTS);
  g_autoptr (GError) error = NULL;

  g_assert_false (sel_mapping_check_sender (mapping, &error));
  g_clear_error (&error);
  mapping->sender = g_strdup ("BLK Banjarbaru");
  g_assert_false (sel_mapping_check_sender (mapping, &error));
  g_assert_nonnull (strstr (error->message, "small letters"));
  g_clear_error (&error);
  g_free (mapping->sender);
  mapping->sender = g_strdup ("blk-banjarbaru");
  g_assert_false (sel_mapping_check_sender (mapping, &error));
  g_clear_error (&error);
  mapping->sender_name = g_strdup ("BLK Banjarbaru");
  g_assert_true (sel_mapping_check_sender (mapping, &error));
}

static void
test_which_tables_it_fits (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelRosterLook) look = look_at (reg, TABLE);
  g_autoptr (SelMapping) mapping = sel_mapping_new (SEL_ROSTER_PARTICIPANTS);

  g_assert_false (sel_roster_look_fits (look, mapping));
  sel_mapping_set_header (mapping, column_of (mapping, "name"), "NAMA LENGKAP");
  sel_mapping_set_header (mapping, column_of (mapping, "address"), "Lain");
  g_assert_true (sel_roster_look_fits (look, mapping));

  sel_roster_look_take_mapping (look, mapping);
  g_assert_cmpuint (look->header, ==, 1);
  g_assert_cmpint (sel_roster_look_find_column (look, column_of (mapping, "address")), ==, 3);
  g_assert_cmpint (sel_roster_look_find_column (look, column_of (mapping, "nik")), ==, -1);

  sel_mapping_set_header (mapping, column_of (mapping, "phone"), "No. HP");
  g_assert_false (sel_roster_look_fits (look, mapping));
  sel_mapping_set_header (mapping, column_of (mapping, "phone"), NULL);
  mapping->layout.sheet = g_strdup ("Sheet1");
  g_assert_false (sel_roster_look_fits (look, mapping));
}

static void
test_another_header (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelRosterLook) look = look_at (reg, TABLE);

  g_assert_cmpuint (look->header, ==, 1);
  sel_roster_look_take_header (look, 0);
  g_assert_cmpuint (g_hash_table_size (look->mapping->headers), ==, 0);
  sel_roster_look_take_header (look, 1);
  g_assert_cmpuint (g_hash_table_size (look->mapping->headers), ==, 3);
}

static void
test_niks_that_lost_digits (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelRosterLook) look = look_at (reg, TABLE);
  guint n_niks;

  g_assert_cmpuint (sel_roster_look_count_lost_niks (look, &n_niks), ==, 1);
  g_assert_cmpuint (n_niks, ==, 2);
  sel_mapping_set_header (look->mapping, column_of (look->mapping, "nik"), NULL);
  g_assert_cmpuint (sel_roster_look_count_lost_niks (look, &n_niks), ==, 0);
  g_assert_cmpuint (n_niks, ==, 0);
}

/* A plan that waits knows how its table is read. */
static void
test_a_plan_keeps_it (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result =
    register_import (reg, EXCHANGE_OF ("one", 1, PARTNER), SEL_IMPORT_DRY_RUN);
  g_autoptr (SelMapping) mapping = sel_mapping_new (SEL_ROSTER_VENUES);
  g_autoptr (SelPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = register_dup_path (reg, "exchange.xml");
  gint64 id;

  sel_mapping_set_header (mapping, column_of (mapping, "name"), "Nama");
  g_assert_true (sel_plan_save (reg->store, path, mapping, result, &id, NULL, &error));
  plan = sel_plan_load (reg->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->mapping->kind, ==, SEL_ROSTER_VENUES);
  g_assert_cmpstr (g_hash_table_lookup (plan->mapping->headers, "name"), ==, "Nama");
}

/* Those from whom files came in, by their newest name, and then the other partners. */
static void
test_known_senders (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (GPtrArray) senders = NULL;
  g_autoptr (GError) error = NULL;

  register_take (reg, EXCHANGE_OF ("one", 1, PARTNER));
  register_take (reg, EXCHANGE_OF ("two", 1, ""));
  register_take (reg, EXCHANGE_OF ("one", 2, ""));
  reading = sel_reading_begin (reg->store, &error);
  senders = sel_exchange_log_list_senders (reading->connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (senders->len, ==, 3);
  g_assert_cmpstr (((SelSender *) senders->pdata[0])->code, ==, "one");
  g_assert_cmpstr (((SelSender *) senders->pdata[1])->code, ==, "two");
  g_assert_cmpstr (((SelSender *) senders->pdata[2])->code, ==, NULL);
}

#define TEST(name, function) g_test_add_func ("/mapping/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("it-reads-back", test_it_reads_back);
  TEST ("what-has-to-be-said", test_what_has_to_be_said);
  TEST ("what-new-records-need", test_what_new_records_need);
  TEST ("who-sends-it", test_who_sends_it);
  TEST ("which-tables-it-fits", test_which_tables_it_fits);
  TEST ("another-header", test_another_header);
  TEST ("niks-that-lost-digits", test_niks_that_lost_digits);
  TEST ("a-plan-keeps-it", test_a_plan_keeps_it);
  TEST ("known-senders", test_known_senders);
  return g_test_run ();
}
