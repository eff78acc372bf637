/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/plan-table.h"

#include <glib/gi18n-lib.h>

#define COLUMNS "id, uri, size, changed_at, file, sender_name, planned_at, actor"

void
sel_plan_row_free (SelPlanRow *self)
{
  if (self == NULL)
    return;

  g_free (self->uri);
  g_free (self->file);
  g_free (self->sender_name);
  g_free (self->planned_at);
  g_free (self->actor);
  g_free (self);
}

static SelPlanRow *
read_row (SelStatement *stmt)
{
  SelPlanRow *self = g_new0 (SelPlanRow, 1);

  self->id = sel_statement_get_int (stmt, 0);
  self->uri = g_strdup (sel_statement_get_text (stmt, 1));
  self->size = sel_statement_get_int (stmt, 2);
  self->changed_at = sel_statement_get_int (stmt, 3);
  self->file = g_strdup (sel_statement_get_text (stmt, 4));
  self->sender_name = g_strdup (sel_statement_get_text (stmt, 5));
  self->planned_at = g_strdup (sel_statement_get_text (stmt, 6));
  self->actor = g_strdup (sel_statement_get_text (stmt, 7));
  return self;
}

static gboolean
remove_by_uri (SelConnection *connection, const char *uri, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection, "DELETE FROM plan WHERE uri = $1", error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, uri);
  return sel_statement_run (stmt, error);
}

/* Keeps the plan of a file in place of any other of it; the id, the moment and the actor of @row are
 * not looked at. */
gboolean
sel_plan_table_put (SelAct *act,
                    const SelPlanRow *row,
                    GBytes *content,
                    gint64 *plan,
                    GError **error)
{
  SelConnection *connection = sel_act_get_connection (act);
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "INSERT INTO plan (uri, size, changed_at, file, sender_name,"
                            " planned_at, actor, content)"
                            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
                            error);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *planned_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  gconstpointer data;
  gsize size;
  gboolean has_row;

  if (stmt == NULL || !remove_by_uri (connection, row->uri, error))
    return FALSE;

  data = g_bytes_get_data (content, &size);
  sel_statement_bind_text (stmt, 1, row->uri);
  sel_statement_bind_int (stmt, 2, row->size);
  sel_statement_bind_int (stmt, 3, row->changed_at);
  sel_statement_bind_text (stmt, 4, row->file);
  sel_statement_bind_text (stmt, 5, row->sender_name);
  sel_statement_bind_text (stmt, 6, planned_at);
  sel_statement_bind_text (stmt, 7, sel_act_get_actor ());
  sel_statement_bind_blob (stmt, 8, data, size);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *plan = sel_statement_get_int (stmt, 0);
  sel_act_touch_exchanges (act);
  return TRUE;
}

/* Forgets the plan, with what was decided. */
gboolean
sel_plan_table_remove (SelAct *act, gint64 plan, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    sel_act_get_connection (act), "DELETE FROM plan WHERE id = $1", error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, plan);
  sel_act_touch_exchanges (act);
  return sel_statement_run (stmt, error);
}

/* Keeps what was decided of the pair at that place of the plan. */
gboolean
sel_plan_table_decide (SelAct *act,
                       gint64 plan,
                       guint pair,
                       const char *decision,
                       GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (sel_act_get_connection (act),
                            "INSERT INTO plan_decision (plan, pair, decision) VALUES ($1, $2, $3)"
                            " ON CONFLICT (plan, pair) DO UPDATE SET decision = excluded.decision",
                            error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, plan);
  sel_statement_bind_int (stmt, 2, pair);
  sel_statement_bind_text (stmt, 3, decision);
  sel_act_touch_exchanges (act);
  return sel_statement_run (stmt, error);
}

static void
free_row (gpointer row)
{
  sel_plan_row_free (row);
}

/* Returns: (element-type SelPlanRow): the plans that wait, the newest first; to be freed with
 * g_ptr_array_unref() */
GPtrArray *
sel_plan_table_list (SelConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection, "SELECT " COLUMNS " FROM plan ORDER BY id DESC", error);
  gboolean has_row;

  while (stmt && sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&rows);
      g_ptr_array_add (rows, read_row (stmt));
    }

  return NULL;
}

/* What was decided, by the place of the pair. */
static GHashTable *
read_decisions (SelConnection *connection, gint64 plan, GError **error)
{
  g_autoptr (GHashTable) decisions = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT pair, decision FROM plan_decision WHERE plan = $1", error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_int (stmt, 1, plan);
  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&decisions);
      g_hash_table_insert (decisions, GUINT_TO_POINTER ((guint) sel_statement_get_int (stmt, 0)),
                           g_strdup (sel_statement_get_text (stmt, 1)));
    }

  return NULL;
}

/**
 * sel_plan_table_read:
 * @content: (out) (transfer full): as it was put
 * @decisions: (out) (transfer full) (element-type guint utf8): by the place of the pair
 *
 * Reads a plan; %SEL_STORE_ERROR_NOT_FOUND when it is there no more.
 */
SelPlanRow *
sel_plan_table_read (SelConnection *connection,
                     gint64 plan,
                     GBytes **content,
                     GHashTable **decisions,
                     GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection, "SELECT " COLUMNS ", content FROM plan WHERE id = $1",
                            error);
  gconstpointer data;
  gsize size;
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_int (stmt, 1, plan);
  if (!sel_statement_step (stmt, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND,
                           _ ("The plan is no longer there. Choose the file again."));
      return NULL;
    }
  if (!(*decisions = read_decisions (connection, plan, error)))
    return NULL;

  data = sel_statement_get_blob (stmt, 8, &size);
  *content = g_bytes_new (data, size);
  return read_row (stmt);
}
