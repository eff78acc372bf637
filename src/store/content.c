/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/content.h"

#include <glib/gi18n-lib.h>

#include "store/page-text.h"

#define MOST_BYTES ((gsize) SEL_CONTENT_MOST_MEBIBYTES * 1024 * 1024)

static gboolean
check_bytes (const char *sha256, GBytes *bytes, GError **error)
{
  g_autofree char *found = NULL;

  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED,
                           _ ("The document is empty. It was not kept; look for the whole file."));
      return FALSE;
    }
  if (g_bytes_get_size (bytes) > MOST_BYTES)
    {
      g_set_error (
        error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED,
        _ ("The document is larger than %d MiB. It was not kept; make it smaller, or split it."),
        SEL_CONTENT_MOST_MEBIBYTES);
      return FALSE;
    }

  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (!g_str_equal (found, sha256))
    {
      g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DAMAGED,
                           _ ("The document is not the one that was announced: its SHA-256 "
                              "differs. It was not kept; ask for it again."));
      return FALSE;
    }

  return TRUE;
}

/**
 * sel_content_put:
 * @sha256: 64 hexadecimal digits, in lower case
 *
 * Keeps @bytes, unless they are there already, when @act is committed; in the place of damaged ones.
 * What no document names any more, after an undo, may stay behind: a redo wants it back.
 */
gboolean
sel_content_put (SelAct *act, const char *sha256, GBytes *bytes, GError **error)
{
  g_autoptr (SelStatement) stmt = NULL;
  gconstpointer data;
  gsize size;

  if (!check_bytes (sha256, bytes, error))
    return FALSE;

  stmt = sel_connection_prepare (sel_act_get_connection (act),
                                 "INSERT INTO content (sha256, bytes) VALUES ($1, $2)"
                                 " ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes"
                                 " WHERE content.bytes <> excluded.bytes",
                                 error);
  if (stmt == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  sel_statement_bind_text (stmt, 1, sha256);
  sel_statement_bind_blob (stmt, 2, data, size);
  return sel_statement_run (stmt, error);
}

/* What the agreement of @document calls these very bytes already, or empty. Free with g_free(). */
static char *
dup_known_title (SelConnection *connection, const SelDocument *document, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT title FROM document WHERE agreement = $1 AND sha256 = $2 ORDER BY id", error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_int (stmt, 1, document->agreement);
  sel_statement_bind_text (stmt, 2, document->sha256);
  if (!sel_statement_step (stmt, &has_row, error))
    return NULL;

  return g_strdup (has_row ? sel_statement_get_text (stmt, 0) : "");
}

/* Keeps @bytes in the place of those of a document, unless they are as they were. */
static gboolean
mend (SelAct *act, const char *title, const char *sha256, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) kept = sel_content_get (sel_act_get_connection (act), sha256, NULL);

  if (kept)
    {
      g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DUPLICATE,
                   _ ("This very file is a document of the agreement already, as “%s”. Nothing was "
                      "added; the title and the kind of that document can be changed."),
                   title);
      return FALSE;
    }

  sel_act_note_mended (act, &sel_document_type);
  return sel_content_put (act, sha256, bytes, error);
}

/* Adds @document with its @bytes to its agreement. The same file again is refused with
 * %SEL_STORE_ERROR_DUPLICATE; but where what was kept of it is damaged or missing, it takes that
 * place, and no document is added. */
gboolean
sel_content_add (SelAct *act, SelDocument *document, GBytes *bytes, GError **error)
{
  g_autofree char *title = dup_known_title (sel_act_get_connection (act), document, error);

  if (title == NULL)
    return FALSE;
  if (*title)
    return mend (act, title, document->sha256, bytes, error);

  return sel_content_put (act, document->sha256, bytes, error) &&
         sel_act_insert (act, &sel_document_type, document, error);
}

/* Lets go of the bytes that no document names, nor the log, which an undo may bring back, and of
 * what was read from them. */
gboolean
sel_content_forget_unnamed (SelAct *act, GError **error)
{
  SelConnection *connection = sel_act_get_connection (act);

  return sel_connection_execute (
           connection,
           "DELETE FROM content WHERE sha256 NOT IN (SELECT sha256 FROM document)"
           " AND sha256 NOT IN (SELECT before FROM change_value"
           " WHERE field = 'sha256' AND before IS NOT NULL)",
           error) &&
         sel_page_text_forget_unnamed (connection, error);
}

/**
 * sel_content_get:
 *
 * Returns: (transfer full) (nullable): the bytes with that hash, which is computed anew each time;
 *   %SEL_STORE_ERROR_NOT_FOUND when they are not there, %SEL_STORE_ERROR_DAMAGED when others are
 */
GBytes *
sel_content_get (SelConnection *connection, const char *sha256, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection, "SELECT bytes FROM content WHERE sha256 = $1", error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;
  gconstpointer data;
  gsize size;
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_text (stmt, 1, sha256);
  if (!sel_statement_step (stmt, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (
        error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND,
        _ ("The content of the document is not in the database. Add the file again."));
      return NULL;
    }

  data = sel_statement_get_blob (stmt, 0, &size);
  bytes = g_bytes_new (data, size);
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_str_equal (found, sha256))
    return g_steal_pointer (&bytes);

  g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DAMAGED,
                       _ ("The content of the document is not what it was: its SHA-256 differs. "
                          "Add the same file again, or restore the database from a copy."));
  return NULL;
}
