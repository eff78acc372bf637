/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/words.h"

#include <string.h>

static gboolean
run_between (SelConnection *connection,
             const char *sql,
             const SelRecordType *type,
             gint64 first,
             gint64 last,
             GError **error)
{
  g_autoptr (SelStatement) stmt = NULL;

  if (type != &sel_participant_type)
    return TRUE;
  if (!(stmt = sel_connection_prepare (connection, sql, error)))
    return FALSE;

  sel_statement_bind_int (stmt, 1, first);
  sel_statement_bind_int (stmt, 2, last);
  return sel_statement_run (stmt, error);
}

/* Indexes the records with ids from @first to @last in one statement, which costs less than a
 * third of as many single ones. */
gboolean
sel_words_add_run (SelConnection *connection,
                   const SelRecordType *type,
                   gint64 first,
                   gint64 last,
                   GError **error)
{
  return run_between (connection,
                      "INSERT INTO participant_words (rowid, name)"
                      " SELECT id, name FROM participant WHERE id BETWEEN $1 AND $2",
                      type, first, last, error);
}

/* Takes those records, as they still are, out of the index. */
gboolean
sel_words_remove_run (SelConnection *connection,
                      const SelRecordType *type,
                      gint64 first,
                      gint64 last,
                      GError **error)
{
  return run_between (connection,
                      "INSERT INTO participant_words (participant_words, rowid, name)"
                      " SELECT 'delete', id, name FROM participant WHERE id BETWEEN $1 AND $2",
                      type, first, last, error);
}

/* Takes @record, as it was indexed, out of the index. */
gboolean
sel_words_remove (SelConnection *connection,
                  const SelRecordType *type,
                  gconstpointer record,
                  GError **error)
{
  g_autoptr (SelStatement) stmt = NULL;
  const SelParticipant *participant = record;

  if (type != &sel_participant_type)
    return TRUE;

  stmt = sel_connection_prepare (connection,
                                 "INSERT INTO participant_words (participant_words, rowid, name)"
                                 " VALUES ('delete', $1, $2)",
                                 error);
  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, participant->record.id);
  sel_statement_bind_text (stmt, 2, participant->name);
  return sel_statement_run (stmt, error);
}

/* Brings the index up to date where @before became @after, which is written by now. */
gboolean
sel_words_replace (SelConnection *connection,
                   const SelRecordType *type,
                   gconstpointer before,
                   gconstpointer after,
                   GError **error)
{
  gint64 id = ((const SelRecord *) after)->id;

  if (type != &sel_participant_type || g_str_equal (((const SelParticipant *) before)->name,
                                                    ((const SelParticipant *) after)->name))
    return TRUE;

  return sel_words_remove (connection, type, before, error) &&
         sel_words_add_run (connection, type, id, id, error);
}

/* FALSE with %SEL_STORE_ERROR_DAMAGED when the index does not fit the names. SQLite has this check
 * as an insertion, which adds nothing: @connection is one that writes. */
gboolean
sel_words_check (SelConnection *connection, GError **error)
{
  return sel_connection_execute (connection,
                                 "INSERT INTO participant_words (participant_words, rank)"
                                 " VALUES ('integrity-check', 1)",
                                 error);
}

/* The index keeps no places of words, so that a quoted word may not fall apart into two: what
 * separates them must be what unicode61 says, all but letters, numbers and the accents on them. It
 * does not know the scripts that came to Unicode since 6.1, which lie beyond the first plane. */
static gboolean
is_in_word (gunichar character)
{
  return (character <= 0xffff && g_unichar_isalnum (character)) ||
         (character >= 0x300 && character <= 0x36f);
}

/* An FTS5 query for names that have all the words in @typed, each at least begun; NULL when
 * nothing was typed that can be looked for. */
char *
sel_words_dup_query (const char *typed)
{
  g_autofree char *composed = g_utf8_normalize (typed, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) query = g_string_new (NULL);
  gboolean is_inside = FALSE;

  for (const char *at = composed; at && *at; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (is_in_word (character) != is_inside)
        {
          g_string_append (query, is_inside ? "\"* " : "\"");
          is_inside = !is_inside;
        }
      if (is_inside)
        g_string_append_unichar (query, character);
    }

  if (is_inside)
    g_string_append (query, "\"*");
  return query->len ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}

/* A pattern for LIKE … ESCAPE '\' that has @typed in front, or anywhere. */
char *
sel_words_dup_pattern (const char *typed, gboolean is_anywhere)
{
  GString *pattern = g_string_new (is_anywhere ? "%" : NULL);

  for (const char *at = typed; *at; at++)
    {
      if (strchr ("%_\\", *at))
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *at);
    }

  return g_string_free (g_string_append_c (pattern, '%'), FALSE);
}
