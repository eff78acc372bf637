/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The five cases leave one office whole, and arrive in another. */
#include <string.h>
#include <sys/wait.h>

#include "exchange/export.h"
#include "exchange/register.h"
#include "store/named.h"
#include "store/record.h"
#include "support/dump.h"

#define AGREEMENT "9/PKS/PPTKPKK/X/2025"

static void
take_file (Register *reg, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelImportResult) result = NULL;
  GDate today;
  const SelImportRequest request = { path, 0, &today, NULL, 0, NULL, NULL };

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2026);
  result = sel_import_run (reg->store, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n[SEL_IMPORT_REFUSED], ==, 0);
  g_assert_true (result->is_applied);
}

static void
take_examples (Register *reg)
{
  static const char *const cases[] = {
    "case-1-rehabilitation-to-work.xml",
    "case-2-city-office-and-training-centre.xml",
    "case-3-prison-skills-training.xml",
    "case-4-volunteers-who-mentor.xml",
    "case-5-network-of-institutions.xml",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("EXAMPLES"), cases[i], NULL);

      take_file (reg, path);
    }
}

static gint64
find_named (Register *reg, const SelRecordType *type, const char *name)
{
  g_autoptr (SelReading) reading = sel_reading_begin (reg->store, NULL);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  sel_named_find (reading->connection, type, name, &today, 0, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gboolean
allow_in_act (SelAct *act, gpointer user_data, GError **error)
{
  SelScopeItem *item = sel_record_load (sel_act_get_connection (act), &sel_scope_item_type,
                                        *(gint64 *) user_data, error);
  gboolean is_done;

  g_assert_nonnull (item);
  item->carries = SEL_CARRIES_SPECIFIC;
  is_done = sel_act_update (act, &sel_scope_item_type, item, error);
  sel_record_free (&sel_scope_item_type, item);
  return is_done;
}

/* The agreement says that specific data may travel. */
static void
allow_specific (Register *reg)
{
  g_autoptr (GError) error = NULL;
  gint64 item = register_get_int (
    reg, "SELECT s.id FROM scope_item s JOIN party p ON p.agreement = s.agreement"
         " WHERE p.number = '" AGREEMENT "' AND s.topic = 'data_exchange'");

  sel_store_write (reg->store, SEL_ACT_FORM, allow_in_act, &item, NULL, &error);
  g_assert_no_error (error);
}

/* Writes everything to the folder, and returns the path of the file. */
static char *
export_everything (Register *reg, const char *folder, const char *sender)
{
  const SelExportOrder order = {
    .choice = { .kind = SEL_EXPORT_EVERYTHING,
                .partner = find_named (reg, &sel_partner_type, "Deputi Rehabilitasi BNN"),
                .agreement = find_named (reg, &sel_agreement_type, AGREEMENT) },
    .purpose = "A second office",
    .sender = sender,
    .sender_name = "Binapenta",
    .takes_elsewhere = TRUE, /* all of it, to an office of the same house */
  };
  char *path = g_build_filename (folder, "everything.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelExportResult) result = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2026);
  result = sel_export_run (reg->store, &order, path, &today, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->sensitivity, ==, SEL_SPECIFIC);
  g_assert_cmpuint (result->n_documents, ==, 9);
  return path;
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_valid (const char *path)
{
  const char *command[] = { "xmllint", "--noout", "--schema", g_getenv ("SCHEMA"), path, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &errors,
                &status, &error);
  g_assert_no_error (error);
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("%s", errors);
}

static void
test_round_trip (void)
{
  g_autoptr (Register) first = register_new ();
  g_autoptr (Register) second = register_new ();
  g_autoptr (Register) outgoing = register_new ();
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;

  take_examples (first);
  allow_specific (first);
  path = export_everything (first, outgoing->folder, "binapenta");
  assert_valid (path);
  take_file (second, path);

  before = sel_dump_register (first->store);
  after = sel_dump_register (second->store);
  g_assert_cmpuint (strlen (before), >, 500000);
  g_assert_true (g_str_equal (before, after));

  /* What came in goes out again as it came, but for when, and from whom. */
  again = export_everything (second, second->folder, "rehabilitasi");
  text = read_file (path);
  text_again = read_file (again);
  g_assert_nonnull (strstr (text, "<sender>binapenta</sender>"));
  g_assert_nonnull (strstr (text_again, "<sender>rehabilitasi</sender>"));
  g_assert_true (g_str_equal (strstr (text, "</header>"), strstr (text_again, "</header>")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/round-trip", test_round_trip);
  return g_test_run ();
}
