/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/late-index.h"

/* An insertion with its indexes costs some four times what the same row costs when they are made:
 * this many old rows for a new one is where making them begins to pay. */
#define OLD_FOR_NEW 4

static gboolean
read_texts (SelConnection *connection, const char *table, GStrv *texts, GError **error)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = $1"
                            " AND sql LIKE 'CREATE INDEX %'",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, table);
  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        {
          *texts = g_strv_builder_end (found);
          return TRUE;
        }
      g_strv_builder_add (found, sel_statement_get_text (stmt, 0));
    }

  return FALSE;
}

/* The name is the third word of "CREATE INDEX name ON …", as it was written, quoted or not. */
static gboolean
drop (SelConnection *connection, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 4);
  g_autofree char *sql = g_strconcat ("DROP INDEX ", words[2], NULL);

  return sel_connection_execute (connection, sql, error);
}

/**
 * sel_late_index_drop:
 * @n_new: how many rows the running transaction has added to @table
 * @dropped: (inout): what sel_late_index_make() needs, to be freed with g_strfreev(); left as it is
 *   when the old rows are too many for that to pay
 *
 * Takes away the indexes of @table, but not those that keep a value unique. Until they are made
 * again, before the transaction ends, nothing may be looked for by them.
 */
gboolean
sel_late_index_drop (SelConnection *connection,
                     const char *table,
                     guint64 n_new,
                     GStrv *dropped,
                     GError **error)
{
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM \"%s\"", table);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  gint64 n_all;

  if (!sel_connection_get_int (connection, count, &n_all, error))
    return FALSE;
  if ((guint64) n_all > n_new * (1 + OLD_FOR_NEW))
    return TRUE;
  if (!read_texts (connection, table, &texts, error))
    return FALSE;

  for (guint i = 0; texts[i]; i++)
    if (!drop (connection, texts[i], error))
      return FALSE;

  if (*dropped)
    g_strv_builder_addv (all, (const char **) *dropped);
  g_strv_builder_addv (all, (const char **) texts);
  g_strfreev (*dropped);
  *dropped = g_strv_builder_end (all);
  return TRUE;
}

/* The sorter takes as much memory as the cache may have, and the cache is full by then. The thread
 * that read the file has ended: the sorter takes its core. */
#define SORTER "PRAGMA cache_size = -16000; PRAGMA threads = 1"

/* Runs @sql, which makes indexes, with the sorter's settings. */
static gboolean
make (SelConnection *connection, const char *sql, GError **error)
{
  g_autofree char *restore = NULL;
  gboolean is_done;
  gint64 cache_size;

  if (!sel_connection_get_int (connection, "PRAGMA cache_size", &cache_size, error))
    return FALSE;

  restore = g_strdup_printf ("PRAGMA threads = 0; PRAGMA cache_size = %" G_GINT64_FORMAT,
                             cache_size);
  if (!sel_connection_execute (connection, SORTER, error))
    return FALSE;
  is_done = sel_connection_execute (connection, sql, error);

  /* Whether or not it went well: the connection is used again. */
  return sel_connection_execute (connection, restore, is_done ? error : NULL) && is_done;
}

static gboolean
is_called (const char *text, const char *name)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 4);

  return g_str_equal (words[2], name);
}

/* Makes the one called @name, if it is among @dropped, and takes it out of them. */
gboolean
sel_late_index_make_one (SelConnection *connection,
                         GStrv dropped,
                         const char *name,
                         GError **error)
{
  for (guint i = 0; dropped && dropped[i]; i++)
    if (is_called (dropped[i], name))
      {
        g_autofree char *text = dropped[i];

        for (guint after = i; dropped[after]; after++)
          dropped[after] = dropped[after + 1];
        return make (connection, text, error);
      }

  return TRUE;
}

/* Makes the indexes that were dropped; NULL for none. */
gboolean
sel_late_index_make (SelConnection *connection, GStrv dropped, GError **error)
{
  g_autofree char *sql = dropped ? g_strjoinv (";", dropped) : NULL;

  return sql == NULL || make (connection, sql, error);
}
