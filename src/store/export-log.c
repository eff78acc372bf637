/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/export-log.h"

#include "store/runs.h"
#include "store/tuples.h"

static gboolean
add_export (SelAct *act, const SelExportEntry *entry, gint64 *id, GError **error)
{
  const GArray *people = entry->runs[sel_record_type_index (&sel_participant_type)];
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (sel_act_get_connection (act),
                            "INSERT INTO export (act, partner, partner_name, agreement, purpose,"
                            " what, file, sequence, n_records, sensitivity, n_people)"
                            " VALUES ($1, $2, $3, nullif ($4, 0), $5, $6, $7, $8, $9, $10, $11)"
                            " RETURNING id",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, sel_act_get_id (act));
  sel_statement_bind_int (stmt, 2, entry->partner);
  sel_statement_bind_text (stmt, 3, entry->partner_name);
  sel_statement_bind_int (stmt, 4, entry->agreement);
  sel_statement_bind_text (stmt, 5, entry->purpose);
  sel_statement_bind_text (stmt, 6, sel_export_kinds[entry->kind - 1].code);
  sel_statement_bind_text (stmt, 7, entry->file);
  sel_statement_bind_int (stmt, 8, entry->sequence);
  sel_statement_bind_int (stmt, 9, (gint64) entry->n_records);
  sel_statement_bind_text (stmt, 10, sel_sensitivities[entry->sensitivity].code);
  sel_statement_bind_int (stmt, 11, (gint64) sel_runs_get_n (people));
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *id = sel_statement_get_int (stmt, 0);
  return TRUE;
}

static gboolean
add_run (SelAct *act,
         gint64 export,
         const SelRecordType *type,
         const SelRun *run,
         GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (sel_act_get_connection (act),
                            "INSERT INTO export_run (export, type, first, last)"
                            " VALUES ($1, $2, $3, $4)",
                            error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, export);
  sel_statement_bind_text (stmt, 2, type->name);
  sel_statement_bind_int (stmt, 3, run->first);
  sel_statement_bind_int (stmt, 4, run->last);
  return sel_statement_run (stmt, error);
}

static gboolean
add_runs (SelAct *act,
          gint64 export,
          const SelRecordType *type,
          const GArray *runs,
          GError **error)
{
  for (guint i = 0; i < runs->len; i++)
    if (!add_run (act, export, type, &g_array_index (runs, SelRun, i), error))
      return FALSE;

  return TRUE;
}

/* Adds the export that @act, one of %SEL_ACT_EXPORT, makes. */
gboolean
sel_export_log_add (SelAct *act, const SelExportEntry *entry, gint64 *id, GError **error)
{
  if (!add_export (act, entry, id, error))
    return FALSE;

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (!add_runs (act, *id, sel_record_types[i], entry->runs[i], error))
      return FALSE;

  sel_act_touch_exchanges (act);
  return TRUE;
}

static gboolean
remove_export (SelAct *act, const char *sql, gint64 id, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (sel_act_get_connection (act), sql, error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, id);
  return sel_statement_run (stmt, error);
}

/* Removes an export whose file did not leave after all. */
gboolean
sel_export_log_withdraw (SelAct *act, gint64 id, GError **error)
{
  sel_act_touch_exchanges (act);
  return remove_export (act, "DELETE FROM export_run WHERE export = $1", id, error) &&
         remove_export (act, "DELETE FROM export WHERE id = $1", id, error);
}

static const SelField receipt_members[] = {
  SEL_TUPLE (SelReceipt, REFERENCE, id),
  SEL_TUPLE (SelReceipt, TEXT, made_at),
  SEL_TUPLE (SelReceipt, TEXT, actor),
  SEL_TUPLE (SelReceipt, REFERENCE, partner),
  SEL_TUPLE (SelReceipt, TEXT, partner_name),
  SEL_TUPLE (SelReceipt, REFERENCE, agreement),
  SEL_TUPLE (SelReceipt, TEXT, agreement_name),
  SEL_TUPLE (SelReceipt, TEXT, purpose),
  SEL_TUPLE_CHOICE (SelReceipt, kind, sel_export_kinds),
  SEL_TUPLE (SelReceipt, TEXT, file),
  SEL_TUPLE_CHOICE (SelReceipt, sensitivity, sel_sensitivities),
};
SEL_TUPLE_TYPE (SelReceipt, receipt)

/* Who received data about a person, in an array of #SelReceipt, the newest export first: what a
 * person may ask of the office. */
GArray *
sel_export_log_list_receipts (SelConnection *connection, gint64 participant, GError **error)
{
  return sel_tuples_read_of (connection, SEL_SQL_RECEIPTS, participant, &receipt_type, error);
}

/* The partner that received the export and the agreement that it rested on, as they are in the
 * register now; 0 for what is not there any more, or never was. */
gboolean
sel_export_log_find_ends (SelConnection *connection,
                          gint64 export,
                          gint64 *partner,
                          gint64 *agreement,
                          GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT " SEL_SQL_EXPORT_PARTNER ", " SEL_SQL_EXPORT_AGREEMENT
                            " FROM export r WHERE r.id = $1",
                            error);
  gboolean has_row;

  *partner = *agreement = 0;
  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, export);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    {
      *partner = sel_statement_get_int (stmt, 0);
      *agreement = sel_statement_get_int (stmt, 1);
    }
  return TRUE;
}

/* The state of the register, as an export tells it: the last act that wrote records, and the moment
 * it did so. Free @made_at with g_free(); it is NULL where nothing was written yet. */
gboolean
sel_export_log_read_state (SelConnection *connection,
                           gint64 *sequence,
                           char **made_at,
                           GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, SEL_SQL_LAST_WRITE, error);
  gboolean has_row;

  *sequence = 0;
  *made_at = NULL;
  if (stmt == NULL || !sel_statement_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    {
      *sequence = sel_statement_get_int (stmt, 0);
      *made_at = g_strdup (sel_statement_get_text (stmt, 1));
    }
  return TRUE;
}
