/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/page-text.h"

#include "domain/word-fold.h"

static void
unread_content_free (gpointer data)
{
  SelUnreadContent *self = data;

  g_free (self->sha256);
  g_free (self->file);
  g_free (self);
}

/* Of the PDFs whose bytes are there. */
#define UNREAD_CONTENTS                                                           \
  "FROM document WHERE sha256 NOT IN (SELECT sha256 FROM page_source) AND EXISTS" \
  " (SELECT 1 FROM content WHERE content.sha256 = document.sha256)"

/* Of those that were looked at. */
#define READ_CONTENTS                 \
  "SELECT count (*) FROM page_source" \
  " WHERE EXISTS (SELECT 1 FROM document WHERE document.sha256 = page_source.sha256)"

/* The oldest first, so that what is new has the highest ids. Returns: (transfer full) (element-type
 * SelUnreadContent) */
GPtrArray *
sel_page_text_list_unread (SelConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func (unread_content_free);
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT sha256, min (file), min (id) AS first " UNREAD_CONTENTS
                            " GROUP BY sha256 ORDER BY first",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  while (sel_statement_step (stmt, &has_row, error))
    {
      SelUnreadContent *content;

      if (!has_row)
        return g_steal_pointer (&contents);

      content = g_new0 (SelUnreadContent, 1);
      content->sha256 = g_strdup (sel_statement_get_text (stmt, 0));
      content->file = g_strdup (sel_statement_get_text (stmt, 1));
      g_ptr_array_add (contents, content);
    }

  return NULL;
}

gboolean
sel_page_text_get_state (SelConnection *connection, SelPageTextState *state, GError **error)
{
  gint64 n_read, n_unread, n_in_trouble;

  if (!sel_connection_get_int (connection, READ_CONTENTS, &n_read, error) ||
      !sel_connection_get_int (connection,
                               "SELECT count (DISTINCT sha256) " UNREAD_CONTENTS, &n_unread,
                               error) ||
      !sel_connection_get_int (connection,
                               READ_CONTENTS " AND trouble IS NOT NULL",
                               &n_in_trouble, error))
    return FALSE;

  *state = (SelPageTextState){ (guint) (n_read - n_in_trouble), (guint) n_unread,
                               (guint) n_in_trouble };
  return TRUE;
}

static gboolean
put_source (SelConnection *connection,
            const char *sha256,
            guint n_pages,
            const char *trouble,
            gint64 *id,
            GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "INSERT INTO page_source (sha256, n_pages, trouble, fold)"
                            " VALUES ($1, $2, $3, $4) RETURNING id",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, sha256);
  sel_statement_bind_int (stmt, 2, n_pages);
  sel_statement_bind_text (stmt, 3, trouble);
  sel_statement_bind_int (stmt, 4, SEL_WORD_FOLD_VERSION);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *id = sel_statement_get_int (stmt, 0);
  return sel_statement_step (stmt, &has_row, error);
}

/* Runs @sql about the page @id and a text. */
static gboolean
write_text (SelConnection *connection,
            const char *sql,
            gint64 id,
            const char *text,
            GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, id);
  sel_statement_lend_text (stmt, 2, text);
  return sel_statement_run (stmt, error);
}

/* The same about the words of @text. */
static gboolean
fold_and_write (SelConnection *connection,
                const char *sql,
                gint64 id,
                const char *text,
                GString *folded,
                GError **error)
{
  g_string_truncate (folded, 0);
  sel_word_fold_text (text, folded);
  return write_text (connection, sql, id, folded->str, error);
}

#define ADD_TEXT "INSERT INTO page_text (id, text) VALUES ($1, $2)"
#define ADD_WORDS "INSERT INTO page_words (rowid, words) VALUES ($1, $2)"
#define REMOVE_WORDS "INSERT INTO page_words (page_words, rowid, words) VALUES ('delete', $1, $2)"

/**
 * sel_page_text_put:
 * @sha256: of a content that was not looked at yet
 * @texts: of its pages, in their order
 * @folded: the same, folded: nobody else writes meanwhile, and folding takes a while
 *
 * Keeps the texts, and finds their words from now on.
 */
gboolean
sel_page_text_put (SelConnection *connection,
                   const char *sha256,
                   const char *const *texts,
                   const char *const *folded,
                   GError **error)
{
  guint n_pages = g_strv_length ((GStrv) texts);
  gint64 source;

  g_return_val_if_fail (n_pages <= SEL_PAGES_OF_SOURCE, FALSE);
  g_return_val_if_fail (g_strv_length ((GStrv) folded) == n_pages, FALSE);

  if (!put_source (connection, sha256, n_pages, NULL, &source, error))
    return FALSE;

  for (guint i = 0; i < n_pages; i++)
    {
      gint64 id = source * SEL_PAGES_OF_SOURCE + i;

      if (*texts[i] == '\0')
        continue;
      if (!write_text (connection, ADD_TEXT, id, texts[i], error) ||
          !write_text (connection, ADD_WORDS, id, folded[i], error))
        return FALSE;
    }

  return TRUE;
}

/* Keeps why a content that was not looked at yet has no text. */
gboolean
sel_page_text_put_trouble (SelConnection *connection,
                           const char *sha256,
                           SelPageTrouble trouble,
                           GError **error)
{
  static const char *const names[] = {
    [SEL_PAGE_TROUBLE_ENCRYPTED] = "encrypted",
    [SEL_PAGE_TROUBLE_DAMAGED] = "damaged",
    [SEL_PAGE_TROUBLE_TOO_LARGE] = "too_large",
    [SEL_PAGE_TROUBLE_FAILED] = "failed",
  };
  gint64 source;

  return put_source (connection, sha256, 0, names[trouble], &source, error);
}

/* What could not be read is tried once more. */
gboolean
sel_page_text_forget_trouble (SelConnection *connection, GError **error)
{
  return sel_connection_execute (connection, "DELETE FROM page_source WHERE trouble IS NOT NULL",
                                 error);
}

/* Runs @sql, a statement of the index, for each page of @source. */
static gboolean
write_all_words (SelConnection *connection, const char *sql, gint64 source, GError **error)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT id, text FROM page_text WHERE id BETWEEN $1 AND $2", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, source * SEL_PAGES_OF_SOURCE);
  sel_statement_bind_int (stmt, 2, (source + 1) * SEL_PAGES_OF_SOURCE - 1);
  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (!fold_and_write (connection, sql, sel_statement_get_int (stmt, 0),
                           sel_statement_get_text (stmt, 1), folded, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
run_with (SelConnection *connection, const char *sql, gint64 first, gint64 last, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, first);
  sel_statement_bind_int (stmt, 2, last);
  return sel_statement_run (stmt, error);
}

static GArray *
list_sources (SelConnection *connection, const char *sql, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);

  return stmt ? sel_statement_read_ids (stmt, error) : NULL;
}

static gboolean
read_is_in_index (SelConnection *connection, gint64 source, gboolean *is_in_index, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT 1 FROM page_source WHERE id = $1 AND fold <> 0", error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, source);
  return sel_statement_step (stmt, is_in_index, error);
}

static gboolean
forget (SelConnection *connection, gint64 source, GError **error)
{
  gboolean is_in_index;

  return read_is_in_index (connection, source, &is_in_index, error) &&
         (!is_in_index || write_all_words (connection, REMOVE_WORDS, source, error)) &&
         run_with (connection, "DELETE FROM page_text WHERE id BETWEEN $1 AND $2",
                   source * SEL_PAGES_OF_SOURCE, (source + 1) * SEL_PAGES_OF_SOURCE - 1, error) &&
         run_with (connection, "DELETE FROM page_source WHERE id BETWEEN $1 AND $2", source,
                   source, error);
}

/* Lets go of the texts whose contents are gone. */
gboolean
sel_page_text_forget_unnamed (SelConnection *connection, GError **error)
{
  g_autoptr (GArray) sources = list_sources (
    connection, "SELECT id FROM page_source WHERE sha256 NOT IN (SELECT sha256 FROM content)",
    error);

  if (sources == NULL)
    return FALSE;
  /* Words are taken out of the index as they were put in. */
  if (sources->len && !sel_page_text_drop_stale (connection, error))
    return FALSE;

  for (guint i = 0; i < sources->len; i++)
    if (!forget (connection, g_array_index (sources, gint64, i), error))
      return FALSE;

  return TRUE;
}

/* Empties the index where words in it were folded by other rules than today's. */
gboolean
sel_page_text_drop_stale (SelConnection *connection, GError **error)
{
  static const char sql[] = "SELECT EXISTS (SELECT 1 FROM page_source WHERE fold NOT IN (0, " G_STRINGIFY (
    SEL_WORD_FOLD_VERSION) "))";
  gint64 is_stale;

  if (!sel_connection_get_int (connection, sql, &is_stale, error))
    return FALSE;

  return !is_stale || sel_connection_execute (
                        connection,
                        "INSERT INTO page_words (page_words) VALUES ('delete-all');"
                        "UPDATE page_source SET fold = 0",
                        error);
}

/* The sources whose words are not in the index: for sel_page_text_fold(). */
GArray *
sel_page_text_list_unfolded (SelConnection *connection, GError **error)
{
  return list_sources (connection, "SELECT id FROM page_source WHERE fold = 0", error);
}

/* Puts the words of a source that is not in the index there, without its PDF. */
gboolean
sel_page_text_fold (SelConnection *connection, gint64 source, GError **error)
{
  return write_all_words (connection, ADD_WORDS, source, error) &&
         run_with (connection, "UPDATE page_source SET fold = $1 WHERE id = $2",
                   SEL_WORD_FOLD_VERSION, source, error);
}
