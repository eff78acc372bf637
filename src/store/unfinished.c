/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/unfinished.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define GROUP "act"

static char *
dup_path (const char *database)
{
  return g_strconcat (database, ".unfinished", NULL);
}

static gboolean
fail (SelConnection *connection, const GError *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (sel_connection_get_path (connection));

  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED,
                 _ ("The disk is full. Nothing was changed in “%s”."), name);
  else
    g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_READ_ONLY,
                 _ ("The folder of the database “%s” cannot be written: %s. Ask for the right to "
                    "write it, or move the database elsewhere."),
                 name, reason->message);
  return FALSE;
}

/* Comes before all that the act writes, so that a power cut, too, finds the word there. A half of
 * it says nothing, and then there was no act. */
gboolean
sel_unfinished_write (SelConnection *connection,
                      gint64 act,
                      const char *source,
                      const char *file,
                      GError **error)
{
  g_autofree char *path = dup_path (sel_connection_get_path (connection));
  g_autoptr (GKeyFile) word = g_key_file_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) reason = NULL;
  gsize length;

  g_key_file_set_int64 (word, GROUP, "id", act);
  g_key_file_set_string (word, GROUP, "source", source);
  g_key_file_set_string (word, GROUP, "file", file);
  g_key_file_set_string (word, GROUP, "actor", sel_act_get_actor ());
  g_key_file_set_int64 (word, GROUP, "begun_at", g_get_real_time () / G_USEC_PER_SEC);
  text = g_key_file_to_data (word, &length, NULL);

  return g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_DURABLE, 0600,
                                   &reason) ||
         fail (connection, reason, error);
}

static void
unlink_word (const char *database)
{
  g_autofree char *path = dup_path (database);

  g_unlink (path);
}

void
sel_unfinished_clear (SelConnection *connection)
{
  unlink_word (sel_connection_get_path (connection));
}

/* Whether the act was committed before its process died. Ids of acts that were not are given
 * again, but nobody writes before the word was read. */
static gboolean
is_committed (SelConnection *connection, gint64 act, const char *source)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT 1 FROM act WHERE id = $1 AND source = $2", NULL);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, act);
  sel_statement_bind_text (stmt, 2, source);
  return sel_statement_step (stmt, &has_row, NULL) && has_row;
}

static char *
dup_words (gboolean is_undo,
           gboolean is_done,
           const char *file,
           const char *actor,
           const char *moment)
{
  /* Translators: here and in the next three: a file’s name, a person’s name, a date with a time */
  if (!is_undo && !is_done)
    return g_strdup_printf (_ ("The import of “%s”, which %s began on %s, did not finish; nothing "
                               "of it was kept. Import it again."),
                            file, actor, moment);
  if (!is_undo)
    return g_strdup_printf (_ ("The import of “%s”, which %s began on %s, was finished, though "
                               "Selaras was ended right after. Nothing is left to do."),
                            file, actor, moment);
  if (!is_done)
    return g_strdup_printf (_ ("Taking back the import of “%s”, which %s began on %s, did not "
                               "finish; nothing was changed. Take it back again."),
                            file, actor, moment);

  return g_strdup_printf (_ ("Taking back the import of “%s”, which %s began on %s, was finished, "
                             "though Selaras was ended right after. Nothing is left to do."),
                          file, actor, moment);
}

static char *
dup_sentence (GKeyFile *word, SelConnection *connection)
{
  gint64 act = g_key_file_get_int64 (word, GROUP, "id", NULL);
  gint64 begun_at = g_key_file_get_int64 (word, GROUP, "begun_at", NULL);
  g_autofree char *source = g_key_file_get_string (word, GROUP, "source", NULL);
  g_autofree char *file = g_key_file_get_string (word, GROUP, "file", NULL);
  g_autofree char *actor = g_key_file_get_string (word, GROUP, "actor", NULL);
  g_autoptr (GDateTime) moment = begun_at ? g_date_time_new_from_unix_utc (begun_at) : NULL;
  g_autofree char *shown = moment ? sel_instant_dup_display (moment) : NULL;

  if (source == NULL || file == NULL || actor == NULL || shown == NULL)
    return NULL;

  return dup_words (g_str_equal (source, sel_act_source_names[SEL_ACT_UNDO]),
                    is_committed (connection, act, source), file, actor, shown);
}

/**
 * sel_unfinished_dup_sentence:
 * @store: just opened: nothing was written yet
 *
 * Returns: (transfer full) (nullable): what became of the act that an earlier process did not live
 *   to end; once that was told, it is for sel_unfinished_forget()
 */
char *
sel_unfinished_dup_sentence (SelStore *store)
{
  g_autofree char *path = dup_path (sel_store_get_path (store));
  g_autoptr (GKeyFile) word = g_key_file_new ();
  g_autoptr (SelReading) reading = NULL;

  if (!g_key_file_load_from_file (word, path, G_KEY_FILE_NONE, NULL) ||
      !(reading = sel_reading_begin (store, NULL)))
    return NULL;

  return dup_sentence (word, reading->connection);
}

void
sel_unfinished_forget (SelStore *store)
{
  unlink_word (sel_store_get_path (store));
}
