/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "support.h"

#define COUNT_TO_TEN \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT i FROM n"
#define COUNT_FOR_EVER \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max (i) FROM n"

/* The same text can be in use many times at once: each use has its own place in its rows. */
static void
test_one_statement_in_use_twice (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);

  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (SelStatement) outer =
        sel_connection_prepare (reading->connection, COUNT_TO_TEN, NULL);
      gboolean has_row;

      for (gint64 i = 1; i <= 10; i++)
        {
          g_autoptr (SelStatement) inner = NULL;

          g_assert_true (sel_statement_step (outer, &has_row, NULL) && has_row);
          g_assert_cmpint (sel_statement_get_int (outer, 0), ==, i);
          inner = sel_connection_prepare (reading->connection, COUNT_TO_TEN, NULL);
          g_assert_true (sel_statement_step (inner, &has_row, NULL) && has_row);
          g_assert_cmpint (sel_statement_get_int (inner, 0), ==, 1);
        }
      g_assert_true (sel_statement_step (outer, &has_row, NULL));
      g_assert_false (has_row);
    }
}

/* Whoever borrows a statement finds no value of whoever had it before. */
static void
test_released_statement_is_bare (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  gboolean has_row;

  {
    g_autoptr (SelStatement) stmt = sel_connection_prepare (reading->connection, "SELECT $1", NULL);

    sel_statement_bind_text (stmt, 1, "Ujang");
    g_assert_true (sel_statement_step (stmt, &has_row, NULL) && has_row);
    g_assert_cmpstr (sel_statement_get_text (stmt, 0), ==, "Ujang");
  }
  {
    g_autoptr (SelStatement) stmt = sel_connection_prepare (reading->connection, "SELECT $1", NULL);

    g_assert_true (sel_statement_step (stmt, &has_row, NULL) && has_row);
    g_assert_true (sel_statement_is_null (stmt, 0));
  }
}

static void
test_values_come_back (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (reading->connection, "SELECT $1, $2, $3, $4, $5", NULL);
  gboolean has_row;
  gsize size;

  sel_statement_bind_int (stmt, 1, G_MININT64);
  sel_statement_bind_real (stmt, 2, 87.5);
  sel_statement_bind_text (stmt, 3, "Pasal 1\n“é”");
  sel_statement_bind_blob (stmt, 4, "a\0b", 3);
  sel_statement_bind_null (stmt, 5);
  g_assert_true (sel_statement_step (stmt, &has_row, NULL) && has_row);
  g_assert_cmpint (sel_statement_get_n_columns (stmt), ==, 5);
  g_assert_cmpint (sel_statement_get_int (stmt, 0), ==, G_MININT64);
  g_assert_cmpfloat (sel_statement_get_real (stmt, 1), ==, 87.5);
  g_assert_cmpstr (sel_statement_get_text (stmt, 2), ==, "Pasal 1\n“é”");
  g_assert_cmpmem (sel_statement_get_blob (stmt, 3, &size), 3, "a\0b", 3);
  g_assert_cmpuint (size, ==, 3);
  g_assert_true (sel_statement_is_null (stmt, 4));
}

static void
test_readers_do_not_write (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sel_connection_execute (reading->connection, "DELETE FROM participant", &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_READ_ONLY);
}

static void
test_wrong_sql_is_an_error (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (
    sel_connection_prepare (reading->connection, "SELECT nothing FROM nowhere", &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, place->path));
}

static gpointer
cancel_soon_in_thread (gpointer cancellable)
{
  g_usleep (50000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* A query is broken off when it is cancelled, and the connection is as good as before. */
static void
test_cancelled_query_ends (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon_in_thread, cancellable);
  gint64 value;

  {
    g_autoptr (SelReading) reading = sel_reading_begin_cancellable (store, cancellable, &error);

    g_assert_no_error (error);
    g_assert_false (sel_connection_get_int (reading->connection, COUNT_FOR_EVER, &value, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
  g_thread_join (thread);

  g_clear_error (&error);
  g_assert_null (sel_reading_begin_cancellable (store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (ask (store, "SELECT 1"), ==, 1);
}

/* Who reads sees what was there when the reading began, and does not hold up who writes. */
static void
test_reader_keeps_its_view (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);

  add_participants (store, 10);
  {
    g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
    g_autoptr (SelStatement) stmt =
      sel_connection_prepare (reading->connection, "SELECT id FROM participant", NULL);
    gboolean has_row;
    guint n = 0;

    g_assert_true (sel_statement_step (stmt, &has_row, NULL) && has_row);
    for (n = 1; sel_statement_step (stmt, &has_row, NULL) && has_row; n++)
      add_participants (store, 500);
    g_assert_cmpuint (n, ==, 10);
  }

  g_assert_cmpint (ask (store, "SELECT count (*) FROM participant"), ==, 4510);
  g_clear_object (&store);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/connection/one-statement-in-use-twice", test_one_statement_in_use_twice);
  g_test_add_func ("/store/connection/released-statement-is-bare", test_released_statement_is_bare);
  g_test_add_func ("/store/connection/values-come-back", test_values_come_back);
  g_test_add_func ("/store/connection/readers-do-not-write", test_readers_do_not_write);
  g_test_add_func ("/store/connection/wrong-sql-is-an-error", test_wrong_sql_is_an_error);
  g_test_add_func ("/store/connection/cancelled-query-ends", test_cancelled_query_ends);
  g_test_add_func ("/store/connection/reader-keeps-its-view", test_reader_keeps_its_view);
  return g_test_run ();
}
