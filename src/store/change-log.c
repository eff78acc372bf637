/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/change-log.h"

/* Writes @change; @id is what its values refer to. */
gboolean
sel_change_log_add (SelConnection *connection,
                    const SelChange *change,
                    gint64 *id,
                    GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "INSERT INTO change (act, type, verb, record, last, line)"
                            " VALUES ($1, $2, $3, $4, $5, nullif ($6, 0)) RETURNING id",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, change->act);
  sel_statement_bind_text (stmt, 2, change->type->name);
  sel_statement_bind_text (stmt, 3, change->verb);
  sel_statement_bind_int (stmt, 4, change->record);
  sel_statement_bind_int (stmt, 5, change->last);
  sel_statement_bind_int (stmt, 6, change->line);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *id = sel_statement_get_int (stmt, 0);
  return TRUE;
}

/* What @change did to a field, in the stable form of its text. */
gboolean
sel_change_log_add_value (SelConnection *connection,
                          gint64 change,
                          const char *field,
                          const char *before,
                          const char *after,
                          GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "INSERT INTO change_value (change, field, before, after)"
                            " VALUES ($1, $2, $3, $4)",
                            error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, change);
  sel_statement_bind_text (stmt, 2, field);
  sel_statement_bind_text (stmt, 3, before);
  sel_statement_bind_text (stmt, 4, after);
  return sel_statement_run (stmt, error);
}

/* A deleted record comes back under the uid that other offices know it by, and with a version
 * that no form has seen. */
static gboolean
add_head (SelConnection *connection, gint64 change, const SelRecord *head, GError **error)
{
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, head->version);

  return sel_change_log_add_value (connection, change, "uid", head->uid, NULL, error) &&
         sel_change_log_add_value (connection, change, "version", version, NULL, error);
}

/* The update of @before to @after, or its deletion when that is NULL, with every field that it
 * changes. */
gboolean
sel_change_log_add_difference (SelConnection *connection,
                               gint64 act,
                               gint64 line,
                               const SelRecordType *type,
                               gconstpointer before,
                               gconstpointer after,
                               GError **error)
{
  const SelRecord *head = before;
  const SelChange entry = { act, type, after ? "update" : "delete", head->id, head->id, line };
  gint64 change;

  if (!sel_change_log_add (connection, &entry, &change, error))
    return FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      g_autofree char *old = NULL;
      g_autofree char *new = NULL;

      if (after ? sel_field_is_equal (field, before, after) : sel_field_is_empty (field, before))
        continue;

      old = sel_field_dup_text (field, before);
      new = after ? sel_field_dup_text (field, after) : NULL;
      if (!sel_change_log_add_value (connection, change, field->name, old, new, error))
        return FALSE;
    }

  return after || add_head (connection, change, head, error);
}
