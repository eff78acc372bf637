/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/connection.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "store/sql-functions.h"

struct _SelConnection
{
  sqlite3 *db;
  char *path;
  GHashTable *statements; /* SelStatement by its SQL */
};

struct _SelStatement
{
  SelConnection *connection; /* borrowed */
  sqlite3_stmt *stmt;
  gboolean is_kept; /* by the connection, for the next who asks for it */
  gboolean is_busy; /* until it is released */
};

G_DEFINE_QUARK (sel - store - error - quark, sel_store_error)

static SelStoreError
code_of (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SEL_STORE_ERROR_BUSY;
    case SQLITE_CORRUPT:
      return SEL_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return SEL_STORE_ERROR_NOT_OURS;
    case SQLITE_READONLY:
      return SEL_STORE_ERROR_READ_ONLY;
    default:
      break;
    }

  switch (result)
    {
    case SQLITE_CONSTRAINT_UNIQUE:
      return SEL_STORE_ERROR_DUPLICATE;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return SEL_STORE_ERROR_NOT_FOUND;
    default:
      return SEL_STORE_ERROR_FAILED;
    }
}

static void
set_error (SelConnection *self, GError **error)
{
  int result = sqlite3_extended_errcode (self->db);
  SelStoreError code = code_of (result);
  g_autofree char *name = g_filename_display_name (self->path);

  switch (code)
    {
    case SEL_STORE_ERROR_DUPLICATE:
      g_set_error_literal (error, SEL_STORE_ERROR, code,
                           _ ("The same is already in the register."));
      return;
    case SEL_STORE_ERROR_NOT_FOUND:
      g_set_error_literal (
        error, SEL_STORE_ERROR, code,
        _ ("A record that it refers to is no longer there. Nothing was changed."));
      return;
    case SEL_STORE_ERROR_DAMAGED:
      g_set_error (error, SEL_STORE_ERROR, code,
                   _ ("The database “%s” is damaged. Restore it from a copy."), name);
      return;
    default:
      break;
    }

  if ((result & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("It was cancelled."));
  else if ((result & 0xff) == SQLITE_FULL)
    g_set_error (error, SEL_STORE_ERROR, code, _ ("The disk is full. Nothing was changed in “%s”."),
                 name);
  else
    g_set_error (error, SEL_STORE_ERROR, code, _ ("The database “%s” could not be used: %s."),
                 name, sqlite3_errmsg (self->db));
}

/* Statements are long, few, and asked for a million times: some of the text tells most of them
 * apart, and equality the rest. */
static guint
hash_sql (gconstpointer sql)
{
  const char *text = sql;
  gsize length = strlen (text);
  guint hash = (guint) length;

  for (gsize i = 0; i < length; i += 16)
    hash = hash * 31 + (guchar) text[i];

  return hash;
}

static void
free_statement (gpointer data)
{
  SelStatement *statement = data;

  g_warn_if_fail (!statement->is_busy); /* it was not released */
  sqlite3_finalize (statement->stmt);
  g_free (statement);
}

/* A program that reads an outside database never runs its triggers and functions by accident, and
 * a writer leaves it whole at a power cut. */
static gboolean
configure (SelConnection *self, SelConnectionMode mode, GError **error)
{
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, 5000);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (sel_sql_functions_add (self->db) != SQLITE_OK)
    {
      set_error (self, error);
      return FALSE;
    }

  if (mode == SEL_CONNECTION_READ)
    return sel_connection_execute (self, "PRAGMA query_only = ON; PRAGMA cache_size = -16000;",
                                   error);

  /* The pages are those of a new file: an import of a million takes a seventh less than with
   * SQLite's usual 4096. The size of the cache is counted in pages, so it comes after them. */
  return sel_connection_execute (self,
                                 "PRAGMA page_size = 16384;"
                                 "PRAGMA synchronous = FULL;"
                                 "PRAGMA foreign_keys = ON;"
                                 "PRAGMA cache_size = -64000;",
                                 error);
}

/* SQLite would count every byte that it takes, under a lock, and nobody asks for the sum. Another
 * library of the process may have begun to use it, and then it goes on counting. */
static void
set_up_library (void)
{
  static gsize is_set_up = 0;

  if (g_once_init_enter (&is_set_up))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&is_set_up, 1);
    }
}

/* Opens the SQLite file at @path, which exists. */
SelConnection *
sel_connection_open (const char *path, SelConnectionMode mode, GError **error)
{
  g_autoptr (SelConnection) self = g_new0 (SelConnection, 1);

  set_up_library ();
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (hash_sql, g_str_equal, NULL, free_statement);

  if (sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
      SQLITE_OK)
    {
      set_error (self, error);
      return NULL;
    }
  if (!configure (self, mode, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
sel_connection_close (SelConnection *self)
{
  int result;

  if (self == NULL)
    return;

  g_hash_table_unref (self->statements);
  result = sqlite3_close (self->db);
  g_warn_if_fail (result == SQLITE_OK); /* a statement was not released */
  g_free (self->path);
  g_free (self);
}

const char *
sel_connection_get_path (const SelConnection *self)
{
  return self->path;
}

/* Runs statements that have no parameters and whose rows nobody reads. */
gboolean
sel_connection_execute (SelConnection *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  set_error (self, error);
  return FALSE;
}

/* How many rows the last insertion, change or deletion touched. */
gint64
sel_connection_get_n_changed (SelConnection *self)
{
  return sqlite3_changes64 (self->db);
}

/* Ends the statement that runs on @self; may be called from any thread. */
void
sel_connection_interrupt (SelConnection *self)
{
  sqlite3_interrupt (self->db);
}

/* Steps of SQLite's machine between two looks at the cancellable: some microseconds. */
#define STEPS_BETWEEN_LOOKS 1000

static int
is_cancelled_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* What takes more than a moment on @self ends with %G_IO_ERROR_CANCELLED when @cancellable is
 * cancelled, also when it was so before: sel_connection_interrupt() reaches only what runs just
 * then. @cancellable is borrowed until another, or NULL, takes its place. */
void
sel_connection_set_cancellable (SelConnection *self, GCancellable *cancellable)
{
  sqlite3_progress_handler (self->db, cancellable ? STEPS_BETWEEN_LOOKS : 0, is_cancelled_cb,
                            cancellable);
}

/* Writes a whole and separate copy to a new file at @path, for its owner alone. */
gboolean
sel_connection_back_up (SelConnection *self, const char *path, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (self, "VACUUM INTO $1", error);
  g_autofree char *name = g_filename_display_name (path);
  int fd;

  if (stmt == NULL)
    return FALSE;

  /* SQLite fills an empty file, but would make one that everyone can read. */
  fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED,
                   _ ("The copy “%s” cannot be written: %s."), name, g_strerror (errno));
      return FALSE;
    }
  close (fd);

  sel_statement_bind_text (stmt, 1, path);
  if (sel_statement_run (stmt, error))
    return TRUE;

  unlink (path);
  return FALSE;
}

/* SQLite numbers $n in the order in which it meets them: with $1, $2, … named first in that order,
 * the number is the position, and the text reads the same to PostgreSQL. */
static void
check_parameters (sqlite3_stmt *stmt)
{
  for (int i = sqlite3_bind_parameter_count (stmt); i > 0; i--)
    g_assert (g_ascii_strtoll (sqlite3_bind_parameter_name (stmt, i) + 1, NULL, 10) == i);
}

/* @sql is prepared once for each connection and kept; while it is in use, another of it is made. */
SelStatement *
sel_connection_prepare (SelConnection *self, const char *sql, GError **error)
{
  SelStatement *statement = g_hash_table_lookup (self->statements, sql);
  gboolean is_new = statement == NULL;
  sqlite3_stmt *stmt;

  if (statement && !statement->is_busy)
    {
      statement->is_busy = TRUE;
      return statement;
    }

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    {
      set_error (self, error);
      return NULL;
    }

  check_parameters (stmt);
  statement = g_new0 (SelStatement, 1);
  *statement = (SelStatement){ self, stmt, is_new, TRUE };
  if (is_new)
    g_hash_table_insert (self->statements, (gpointer) sqlite3_sql (stmt), statement);
  return statement;
}

/* Gives the statement back to its connection. */
void
sel_statement_release (SelStatement *self)
{
  if (self == NULL)
    return;

  self->is_busy = FALSE;
  if (!self->is_kept)
    {
      free_statement (self);
      return;
    }

  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
}

/* A parameter that the text does not have is a mistake of ours, not of the data. */
static void
check_bound (int result)
{
  g_assert (result == SQLITE_OK);
}

void
sel_statement_bind_null (SelStatement *self, int parameter)
{
  check_bound (sqlite3_bind_null (self->stmt, parameter));
}

void
sel_statement_bind_int (SelStatement *self, int parameter, gint64 value)
{
  check_bound (sqlite3_bind_int64 (self->stmt, parameter, value));
}

void
sel_statement_bind_real (SelStatement *self, int parameter, double value)
{
  check_bound (sqlite3_bind_double (self->stmt, parameter, value));
}

/* @text is copied; NULL binds NULL. */
void
sel_statement_bind_text (SelStatement *self, int parameter, const char *text)
{
  check_bound (sqlite3_bind_text (self->stmt, parameter, text, -1, SQLITE_TRANSIENT));
}

/* As sel_statement_bind_text(), without the copy: @text must live until the statement was run. */
void
sel_statement_lend_text (SelStatement *self, int parameter, const char *text)
{
  check_bound (sqlite3_bind_text (self->stmt, parameter, text, -1, SQLITE_STATIC));
}

/* @data must live until the statement was run. */
void
sel_statement_bind_blob (SelStatement *self, int parameter, gconstpointer data, gsize size)
{
  check_bound (sqlite3_bind_blob64 (self->stmt, parameter, data, size, SQLITE_STATIC));
}

/* FALSE is an error and nothing else; @has_row is FALSE after the last row. */
gboolean
sel_statement_step (SelStatement *self, gboolean *has_row, GError **error)
{
  int result = sqlite3_step (self->stmt);

  *has_row = result == SQLITE_ROW;
  if (result == SQLITE_ROW || result == SQLITE_DONE)
    return TRUE;

  set_error (self->connection, error);
  sqlite3_reset (self->stmt);
  return FALSE;
}

/* Runs a statement that gives no rows, and makes it ready to be run again. */
gboolean
sel_statement_run (SelStatement *self, GError **error)
{
  gboolean has_row;

  if (!sel_statement_step (self, &has_row, error))
    return FALSE;

  sqlite3_reset (self->stmt);
  return TRUE;
}

void
sel_statement_reset (SelStatement *self)
{
  sqlite3_reset (self->stmt);
}

int
sel_statement_get_n_columns (SelStatement *self)
{
  return sqlite3_column_count (self->stmt);
}

gboolean
sel_statement_is_null (SelStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/* Steps to the end. Returns: (transfer full) (element-type gint64): what stands in the first column;
 * NULL on error */
GArray *
sel_statement_read_ids (SelStatement *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

  while (sel_statement_step (self, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return g_steal_pointer (&ids);
      id = sel_statement_get_int (self, 0);
      g_array_append_val (ids, id);
    }

  return NULL;
}

gint64
sel_statement_get_int (SelStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

double
sel_statement_get_real (SelStatement *self, int column)
{
  return sqlite3_column_double (self->stmt, column);
}

/* Lent until the next step. */
const char *
sel_statement_get_text (SelStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

/* Lent until the next step. */
gconstpointer
sel_statement_get_blob (SelStatement *self, int column, gsize *size)
{
  gconstpointer blob = sqlite3_column_blob (self->stmt, column);

  *size = (gsize) sqlite3_column_bytes (self->stmt, column);
  return blob;
}

/* The first column of the first row of a statement without parameters; 0 without a row. */
gboolean
sel_connection_get_int (SelConnection *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (self, sql, error);
  gboolean has_row;

  if (stmt == NULL || !sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *value = has_row ? sel_statement_get_int (stmt, 0) : 0;
  return TRUE;
}
