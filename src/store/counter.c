/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/counter.h"

gboolean
sel_counter_read (SelConnection *connection,
                  const SelRecordType *type,
                  gint64 *next,
                  GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection, "SELECT next FROM counter WHERE type = $1", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, type->name);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *next = has_row ? sel_statement_get_int (stmt, 0) : 1;
  return TRUE;
}

gboolean
sel_counter_write (SelConnection *connection,
                   const SelRecordType *type,
                   gint64 next,
                   GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "INSERT INTO counter (type, next) VALUES ($1, $2)"
                            " ON CONFLICT (type) DO UPDATE SET next = excluded.next",
                            error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, type->name);
  sel_statement_bind_int (stmt, 2, next);
  return sel_statement_run (stmt, error);
}
