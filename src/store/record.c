/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/record.h"

#include <glib/gi18n-lib.h>

#include "store/record-sql.h"

/* Fills @record from the database; FALSE is an error, not an absent record. */
gboolean
sel_record_load_into (SelConnection *connection,
                      const SelRecordType *type,
                      gint64 id,
                      gpointer record,
                      gboolean *is_found,
                      GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection, sel_record_sql_select (type), error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, id);
  return sel_statement_step (stmt, is_found, error) &&
         (!*is_found || sel_record_read_row (stmt, type, record, error));
}

/* The record with this id, to be freed with sel_record_free(), or NULL with
 * %SEL_STORE_ERROR_NOT_FOUND when it is no longer there. */
gpointer
sel_record_load (SelConnection *connection, const SelRecordType *type, gint64 id, GError **error)
{
  gpointer record = sel_record_new (type);
  gboolean is_found;

  if (sel_record_load_into (connection, type, id, record, &is_found, error))
    {
      if (is_found)
        return record;
      g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND,
                           _ ("The record is no longer there."));
    }

  sel_record_free (type, record);
  return NULL;
}

/* Sets @found to @id, or to 0 when there is no such record. */
gboolean
sel_record_exists (SelConnection *connection,
                   const SelRecordType *type,
                   gint64 id,
                   gint64 *found,
                   GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE id = $1", type->name);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, id);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *found = has_row ? id : 0;
  return TRUE;
}
