/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/exchange-log.h"

#include "store/exchange-sql.h"

/* What came in and was not taken back. */
#define STANDS "NOT " SEL_SQL_IS_UNDONE ("x.id")

/* Adds the file that @act takes in, and says so in the act. */
gboolean
sel_exchange_log_add (SelAct *act, const SelExchangeEntry *entry, gint64 *id, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (sel_act_get_connection (act),
                            "INSERT INTO exchange (sender, sender_name, recipient, made_at,"
                            " agreement, sequence, file, imported_at, actor, hash)"
                            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
                            error);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *imported_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, entry->sender);
  sel_statement_bind_text (stmt, 2, entry->sender_name);
  sel_statement_bind_text (stmt, 3, entry->recipient);
  sel_statement_bind_text (stmt, 4, entry->made_at);
  sel_statement_bind_text (stmt, 5, entry->agreement);
  sel_statement_bind_int (stmt, 6, entry->sequence);
  sel_statement_bind_text (stmt, 7, entry->file);
  sel_statement_bind_text (stmt, 8, imported_at);
  sel_statement_bind_text (stmt, 9, sel_act_get_actor ());
  sel_statement_bind_text (stmt, 10, entry->hash ? entry->hash : "");
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *id = sel_statement_get_int (stmt, 0);
  sel_act_set_exchange (act, *id);
  return TRUE;
}

gboolean
sel_exchange_log_set_counts (SelAct *act,
                             gint64 id,
                             guint64 n_new,
                             guint64 n_changed,
                             guint64 n_same,
                             guint64 n_refused,
                             GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (sel_act_get_connection (act),
                            "UPDATE exchange SET n_new = $1, n_changed = $2, n_same = $3,"
                            " n_refused = $4 WHERE id = $5",
                            error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, (gint64) n_new);
  sel_statement_bind_int (stmt, 2, (gint64) n_changed);
  sel_statement_bind_int (stmt, 3, (gint64) n_same);
  sel_statement_bind_int (stmt, 4, (gint64) n_refused);
  sel_statement_bind_int (stmt, 5, id);
  return sel_statement_run (stmt, error);
}

/* The highest sequence number of the files of @sender that came in and were not taken back; 0 for
 * none. */
gboolean
sel_exchange_log_find_newest (SelConnection *connection,
                              const char *sender,
                              gint64 *sequence,
                              GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection,
    "SELECT coalesce (max (x.sequence), 0) FROM exchange x WHERE x.sender = $1 AND " STANDS,
    error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, sender);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *sequence = sel_statement_get_int (stmt, 0);
  return TRUE;
}

/* Whether this file of @sender, one without a number, came in before and was not taken back. */
gboolean
sel_exchange_log_has_file (SelConnection *connection,
                           const char *sender,
                           const char *hash,
                           gboolean *has_file,
                           GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection,
    "SELECT 1 FROM exchange x WHERE x.sender = $1 AND x.hash = $2 AND " STANDS " LIMIT 1", error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, sender);
  sel_statement_bind_text (stmt, 2, hash);
  return sel_statement_step (stmt, has_file, error);
}

/**
 * sel_exchange_log_find_follower:
 * @exchange: the number of an import
 * @file: (out) (transfer full) (nullable): the name of the newest file
 *
 * Finds the file of the same sender that came in last, if that was after @exchange, brought
 * something, and was not taken back: what both wrote stays if the earlier one is taken back first.
 */
gboolean
sel_exchange_log_find_follower (SelConnection *connection,
                                gint64 exchange,
                                char **file,
                                GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection,
    "SELECT x.file FROM exchange x WHERE x.id > $1 AND x.n_new + x.n_changed > 0"
    " AND x.sender = (SELECT y.sender FROM exchange y WHERE y.id = $1) AND " STANDS
    " ORDER BY x.id DESC LIMIT 1",
    error);
  gboolean has_row;

  *file = NULL;
  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, exchange);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *file = has_row ? g_strdup (sel_statement_get_text (stmt, 0)) : NULL;
  return TRUE;
}

static void
free_past (gpointer data)
{
  SelPastImport *past = data;

  g_free (past->imported_at);
  g_free (past->actor);
  g_free (past->sender_name);
  g_free (past->file);
  g_free (past->undone_at);
  g_free (past);
}

static SelPastImport *
read_past (SelStatement *stmt)
{
  SelPastImport *past = g_new0 (SelPastImport, 1);

  past->id = sel_statement_get_int (stmt, 0);
  past->imported_at = g_strdup (sel_statement_get_text (stmt, 1));
  past->actor = g_strdup (sel_statement_get_text (stmt, 2));
  past->sender_name = g_strdup (sel_statement_get_text (stmt, 3));
  past->file = g_strdup (sel_statement_get_text (stmt, 4));
  past->sequence = sel_statement_get_int (stmt, 5);
  past->n_new = sel_statement_get_int (stmt, 6);
  past->n_changed = sel_statement_get_int (stmt, 7);
  past->n_same = sel_statement_get_int (stmt, 8);
  past->n_refused = sel_statement_get_int (stmt, 9);
  past->undone_at = g_strdup (sel_statement_get_text (stmt, 10));
  return past;
}

/* Returns: (element-type SelPastImport): the files that came in, the newest first; to be freed with
 * g_ptr_array_unref() */
GPtrArray *
sel_exchange_log_list (SelConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func (free_past);
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT id, imported_at, actor, sender_name, file, sequence, n_new,"
                            " n_changed, n_same, n_refused, " SEL_SQL_UNDONE_AT (
                              "exchange.id") " FROM exchange ORDER BY id DESC",
                            error);
  gboolean has_row;

  while (stmt && sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&imports);
      g_ptr_array_add (imports, read_past (stmt));
    }

  return NULL;
}

static void
free_sender (gpointer data)
{
  SelSender *sender = data;

  g_free (sender->code);
  g_free (sender->name);
  g_free (sender);
}

/* Returns: (element-type SelSender): the offices whose files came in, the latest first, by the name
 * that they have now, and then the partners whose code is not known; to be freed with
 * g_ptr_array_unref() */
GPtrArray *
sel_exchange_log_list_senders (SelConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) senders = g_ptr_array_new_with_free_func (free_sender);
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT x.sender, x.sender_name AS name, x.id FROM exchange x WHERE x.id ="
                            " (SELECT max (y.id) FROM exchange y WHERE y.sender = x.sender)"
                            " UNION ALL SELECT NULL, p.name, 0 FROM partner p WHERE p.name NOT IN"
                            " (SELECT sender_name FROM exchange) ORDER BY id DESC, name",
                            error);
  gboolean has_row;

  while (stmt && sel_statement_step (stmt, &has_row, error))
    {
      SelSender *sender;

      if (!has_row)
        return g_steal_pointer (&senders);

      sender = g_new0 (SelSender, 1);
      sender->code = g_strdup (sel_statement_get_text (stmt, 0));
      sender->name = g_strdup (sel_statement_get_text (stmt, 1));
      g_ptr_array_add (senders, sender);
    }

  return NULL;
}
