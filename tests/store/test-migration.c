/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps that come after the newest one, and are known to this test only. */
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "store/database-file.h"
#include "support.h"

#define NEXT (SEL_DATABASE_VERSION + 1)

/* The file that stands for the step, which each test fills. */
static char *step_file;

static void
write_step (const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (step_file, sql, -1, &error);
  g_assert_no_error (error);
}

static char *
find_copy (Place *place)
{
  g_autofree char *start = g_strdup_printf ("selaras.db.version-%d.", SEL_DATABASE_VERSION);
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    if (g_str_has_prefix (name, start))
      return g_build_filename (place->folder, name, NULL);

  return NULL;
}

static gint64
ask_file (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelConnection) connection = sel_connection_open (path, SEL_CONNECTION_READ, &error);
  gint64 value = -1;

  g_assert_no_error (error);
  sel_connection_get_int (connection, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static gboolean
migrate (Place *place, GError **error)
{
  g_autoptr (SelConnection) connection =
    sel_connection_open (place->path, SEL_CONNECTION_WRITE, error);

  g_assert_nonnull (connection);
  return sel_database_file_migrate (connection, NEXT, error);
}

static Place *
place_with_register (void)
{
  Place *place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add_participants (store, 3);
  return place;
}

static void
test_step_is_taken_after_a_copy (void)
{
  g_autoptr (Place) place = place_with_register ();
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  GStatBuf about;

  write_step (
    "ALTER TABLE participant ADD COLUMN nickname TEXT; UPDATE participant SET nickname = 'Ujang';");
  g_assert_true (migrate (place, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask_file (place->path, "PRAGMA user_version"), ==, NEXT);
  g_assert_cmpint (ask_file (place->path,
                             "SELECT count (*) FROM participant WHERE nickname = 'Ujang'"),
                   ==, 3);

  copy = find_copy (place);
  g_assert_nonnull (copy);
  g_assert_cmpint (g_stat (copy, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (ask_file (copy, "PRAGMA user_version"), ==, SEL_DATABASE_VERSION);
  g_assert_cmpint (ask_file (copy, "PRAGMA application_id"), ==, SEL_DATABASE_APPLICATION_ID);
  g_assert_cmpint (ask_file (copy, "SELECT count (*) FROM participant"), ==, 3);

  /* The second time there is nothing to do. */
  g_assert_cmpint (g_remove (copy), ==, 0);
  g_assert_true (migrate (place, &error));
  g_free (copy);
  copy = find_copy (place);
  g_assert_null (copy);
}

static void
test_failing_step_is_taken_back (void)
{
  g_autoptr (Place) place = place_with_register ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SelStore) store = NULL;

  write_step (
    "ALTER TABLE participant ADD COLUMN nickname TEXT; UPDATE participant SET nick = 'Ujang';");
  g_assert_false (migrate (place, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED);

  /* This program still opens it. */
  store = open_store (place);
  g_assert_cmpint (ask (store, "PRAGMA user_version"), ==, SEL_DATABASE_VERSION);
  g_assert_cmpint (
    ask (store, "SELECT count (*) FROM pragma_table_info ('participant') WHERE name = 'nickname'"),
    ==, 0);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM participant"), ==, 3);
}

static void
test_failing_first_step_is_taken_back (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SelConnection) connection = NULL;

  g_file_set_contents (place->path, "", 0, &error);
  g_assert_no_error (error);
  connection = sel_connection_open (place->path, SEL_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  sel_connection_execute (connection, "CREATE TABLE agreement (id)", &error);
  g_assert_no_error (error);
  g_assert_false (sel_database_file_migrate (connection, SEL_DATABASE_VERSION, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED);
  g_assert_cmpint (ask_file (place->path, "SELECT count (*) FROM sqlite_schema"), ==, 1);
}

static void
open_version (Place *place, gint64 version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelConnection) connection = NULL;

  g_assert_true (sel_database_file_prepare (place->path, &error));
  connection = sel_connection_open (place->path, SEL_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  sel_database_file_migrate (connection, version, &error);
  g_assert_no_error (error);
  sel_connection_execute (connection,
                          "INSERT INTO participant (id, uid, version, name, kind)"
                          " VALUES (7, 'x', 1, 'Sitī Rahayu', 'tks');"
                          "INSERT INTO participant_words (rowid, name) VALUES (7, 'Sitī Rahayu')",
                          &error);
  g_assert_no_error (error);
}

/* What the fifth version took for the number of a table was when it had been saved. */
static void
test_tables_lose_their_numbers (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = NULL;
  g_autoptr (SelConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  open_version (place, 5);
  connection = sel_connection_open (place->path, SEL_CONNECTION_WRITE, &error);
  sel_connection_execute (connection,
                          "INSERT INTO exchange (id, sender, sender_name, made_at, sequence, file,"
                          " imported_at, actor) VALUES"
                          " (1, 's', 'S', '2025-10-11T02:00:00Z', 1760148000, 'a.csv', '', ''),"
                          " (2, 's', 'S', '2025-10-11T09:00:00+07:00', 12, 'a.xml', '', '')",
                          &error);
  g_assert_no_error (error);
  g_clear_pointer (&connection, sel_connection_close);

  store = open_store (place);
  g_assert_cmpint (ask (store, "SELECT sequence FROM exchange WHERE id = 1"), ==, 0);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM exchange WHERE hash = ''"), ==, 2);
  g_assert_cmpint (ask (store, "SELECT sequence FROM exchange WHERE id = 2"), ==, 12);
}

/* A register of the first version is found by the same words in today's, and is whole. */
static void
test_from_the_first_version (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = NULL;

  open_version (place, 1);
  store = open_store (place);
  g_assert_cmpint (ask (store, "PRAGMA user_version"), ==, SEL_DATABASE_VERSION);
  g_assert_cmpint (ask (store, "SELECT rowid FROM participant_words"
                               " WHERE participant_words MATCH '\"sit\"* \"rahayu\"*'"),
                   ==, 7);
}

/* A line of scope of the second version says nothing of what it carries. */
static void
test_from_the_second_version (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = NULL;
  g_autoptr (GError) error = NULL;
  SelConnection *connection;
  SelScopeItem *item;

  open_version (place, 2);
  connection = sel_connection_open (place->path, SEL_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  sel_connection_execute (connection,
                          "INSERT INTO agreement (id, uid, version, kind, title, stage, open_ended)"
                          " VALUES (1, 'a', 1, 'memorandum', 'Data', 'draft', 1);"
                          "INSERT INTO scope_item (id, uid, version, agreement, position, topic,"
                          " text) VALUES (1, 's', 1, 1, 1, 'data_exchange', 'Pertukaran data')",
                          &error);
  g_assert_no_error (error);
  sel_connection_close (connection);

  store = open_store (place);
  g_assert_cmpint (ask (store, "PRAGMA user_version"), ==, SEL_DATABASE_VERSION);
  item = load (store, &sel_scope_item_type, 1);
  g_assert_cmpstr (item->text, ==, "Pertukaran data");
  g_assert_cmpint (item->carries, ==, 0);
  sel_record_free (&sel_scope_item_type, item);
}

/* An export of the fourth version knows how many people were in it. */
static void
test_from_the_fourth_version (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = NULL;
  g_autoptr (GError) error = NULL;
  SelConnection *connection;

  open_version (place, 4);
  connection = sel_connection_open (place->path, SEL_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  sel_connection_execute (
    connection,
    "INSERT INTO act (id, made_at, actor, source)"
    " VALUES (9, '2025-10-11T02:00:00Z', 'a', 'export');"
    "INSERT INTO export (id, act, partner, partner_name, purpose, what, file, sequence, n_records,"
    " sensitivity) VALUES (1, 9, 7, 'BLK', 'x', 'roster', 'a.xml', 1, 12, 'personal'),"
    " (2, 9, 7, 'BLK', 'x', 'agreements', 'b.xml', 1, 3, 'public');"
    "INSERT INTO export_run (type, first, export, last) VALUES ('participant', 3, 1, 7),"
    " ('participant', 9, 1, 9), ('enrolment', 1, 1, 6), ('agreement', 1, 2, 3)",
    &error);
  g_assert_no_error (error);
  sel_connection_close (connection);

  store = open_store (place);
  g_assert_cmpint (ask (store, "PRAGMA user_version"), ==, SEL_DATABASE_VERSION);
  g_assert_cmpint (ask (store, "SELECT n_people FROM export WHERE id = 1"), ==, 6);
  g_assert_cmpint (ask (store, "SELECT n_people FROM export WHERE id = 2"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *overlay = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  /* GLib reads this once, when the first resource is looked up. */
  step_file = g_build_filename (place->folder, "step.sql", NULL);
  overlay = g_strdup_printf ("/org/selaras/Selaras/sql/%04d.sql=%s", NEXT, step_file);
  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);

  g_test_add_func ("/store/migration/step-is-taken-after-a-copy", test_step_is_taken_after_a_copy);
  g_test_add_func ("/store/migration/from-the-first-version", test_from_the_first_version);
  g_test_add_func ("/store/migration/from-the-second-version", test_from_the_second_version);
  g_test_add_func ("/store/migration/from-the-fourth-version", test_from_the_fourth_version);
  g_test_add_func ("/store/migration/tables-lose-their-numbers", test_tables_lose_their_numbers);
  g_test_add_func ("/store/migration/failing-step-is-taken-back", test_failing_step_is_taken_back);
  g_test_add_func ("/store/migration/failing-first-step-is-taken-back",
                   test_failing_first_step_is_taken_back);
  result = g_test_run ();
  g_free (step_file);
  return result;
}
