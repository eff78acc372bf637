/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo.h"

#include <glib/gi18n-lib.h>

#include "store/owned.h"
#include "store/record.h"

typedef struct
{
  gint64 id;
  const SelRecordType *type;
  char *verb;
  gint64 record;
  gint64 last;
} Change;

static void
clear_change (gpointer data)
{
  g_free (((Change *) data)->verb);
}

static GArray *
list_changes (SelConnection *connection, gint64 act, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT id, type, verb, record, last FROM change"
                            " WHERE act = $1 ORDER BY id DESC",
                            error);
  gboolean has_row;

  g_array_set_clear_func (changes, clear_change);
  if (stmt == NULL)
    return NULL;

  sel_statement_bind_int (stmt, 1, act);
  while (sel_statement_step (stmt, &has_row, error))
    {
      Change change = { 0 };

      if (!has_row)
        return g_steal_pointer (&changes);

      change.id = sel_statement_get_int (stmt, 0);
      change.type = sel_record_type_by_name (sel_statement_get_text (stmt, 1));
      change.verb = g_strdup (sel_statement_get_text (stmt, 2));
      change.record = sel_statement_get_int (stmt, 3);
      change.last = sel_statement_get_int (stmt, 4);
      g_array_append_val (changes, change);
    }

  return NULL;
}

static gboolean
fail_for_field (const SelField *field, GError **error)
{
  g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT,
               _ ("It cannot be undone: “%s” was changed again since."), sel_field_label (field));
  return FALSE;
}

/* Sets what the log says of @name, before @change, in @record. */
static gboolean
set_value (SelRecord *record,
           const SelRecordType *type,
           const char *name,
           const char *before,
           GError **error)
{
  const SelField *field = sel_record_type_field (type, name);

  if (field)
    return sel_field_set_text (field, record, before, error);

  if (g_str_equal (name, "uid"))
    {
      g_free (record->uid);
      record->uid = g_strdup (before);
    }
  else if (g_str_equal (name, "version"))
    record->version = g_ascii_strtoll (before, NULL, 10) + 1;

  return TRUE;
}

/* Sets the fields of @record to what they were before @change. A field of one that was updated
 * that no longer is what the update made it is a conflict. */
static gboolean
set_back (SelConnection *connection, const Change *change, gpointer record, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT field, before, after FROM change_value"
                            " WHERE change = $1",
                            error);
  gboolean is_update = g_str_equal (change->verb, "update");
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, change->id);
  while (sel_statement_step (stmt, &has_row, error))
    {
      const char *name = has_row ? sel_statement_get_text (stmt, 0) : NULL;
      const SelField *field = has_row ? sel_record_type_field (change->type, name) : NULL;
      g_autofree char *now = field && is_update ? sel_field_dup_text (field, record) : NULL;

      if (!has_row)
        return TRUE;
      if (field && is_update && g_strcmp0 (now, sel_statement_get_text (stmt, 2)) != 0)
        return fail_for_field (field, error);
      if (!set_value (record, change->type, name, sel_statement_get_text (stmt, 1), error))
        return FALSE;
    }

  return FALSE;
}

/* Takes back in @record what every update since @change did to it. */
static gboolean
set_back_since (SelConnection *connection, const Change *change, SelRecord *record, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT v.field, v.before FROM change c"
                            " JOIN change_value v ON v.change = c.id"
                            " WHERE c.type = $1 AND c.record = $2 AND c.id > $3"
                            " AND c.verb = 'update' ORDER BY c.id DESC",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, change->type->name);
  sel_statement_bind_int (stmt, 2, record->id);
  sel_statement_bind_int (stmt, 3, change->id);
  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (!set_value (record, change->type, sel_statement_get_text (stmt, 0),
                      sel_statement_get_text (stmt, 1), error))
        return FALSE;
    }

  return FALSE;
}

/* FALSE with an error unless @record is still what it was when @change added it. */
static gboolean
check_unchanged (SelConnection *connection,
                 const Change *change,
                 gconstpointer record,
                 GError **error)
{
  gpointer added = sel_record_copy (change->type, record);
  gboolean is_same = set_back_since (connection, change, added, error);

  for (guint i = 0; is_same && i < change->type->n_fields; i++)
    if (!sel_field_is_equal (&change->type->fields[i], added, record))
      is_same = fail_for_field (&change->type->fields[i], error);

  sel_record_free (change->type, added);
  return is_same;
}

/* Its own parts were taken back before it: those that are left came later. */
static gboolean
check_whole (SelConnection *connection, const SelRecordType *type, gint64 id, GError **error)
{
  g_autoptr (GArray) parts = sel_owned_list (connection, type, id, error);
  const SelOwned *part;

  if (parts == NULL)
    return FALSE;
  if (parts->len == 1)
    return TRUE;

  part = &g_array_index (parts, SelOwned, 1);
  g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT,
               /* Translators: %s is a kind of record in the plural, such as "Parties" */
               _ ("It cannot be undone: %s were added to it since."), _ (part->type->plural));
  return FALSE;
}

static gboolean
undo_one_insert (SelAct *undo, const Change *change, gint64 id, GError **error)
{
  SelConnection *connection = sel_act_get_connection (undo);
  gpointer record = sel_record_load (connection, change->type, id, error);
  gboolean is_done = record && check_unchanged (connection, change, record, error) &&
                     check_whole (connection, change->type, id, error) &&
                     sel_act_delete (undo, change->type, id, error);

  sel_record_free (change->type, record);
  return is_done;
}

static gboolean
undo_insert (SelAct *undo, const Change *change, GError **error)
{
  for (gint64 id = change->last; id >= change->record; id--)
    if (!undo_one_insert (undo, change, id, error))
      return FALSE;

  return TRUE;
}

static gboolean
undo_update (SelAct *undo, const Change *change, GError **error)
{
  SelConnection *connection = sel_act_get_connection (undo);
  gpointer record = sel_record_load (connection, change->type, change->record, error);
  gboolean is_done = record && set_back (connection, change, record, error) &&
                     sel_act_update (undo, change->type, record, error);

  sel_record_free (change->type, record);
  return is_done;
}

static gboolean
fail_for_removal (GError **error)
{
  g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT,
                       _ ("It cannot be undone: no copy was kept. Import the file again."));
  return FALSE;
}

static gboolean
undo_delete (SelAct *undo, const Change *change, GError **error)
{
  SelRecord *record = sel_record_new (change->type);
  gboolean is_done;

  record->id = change->record;
  is_done = set_back (sel_act_get_connection (undo), change, record, error) &&
            sel_act_restore (undo, change->type, record, error);

  sel_record_free (change->type, record);
  return is_done;
}

/* Takes back, within @undo, every change of @act, the last first. What was changed again since is
 * %SEL_STORE_ERROR_CONFLICT or %SEL_STORE_ERROR_IN_USE, and then nothing is to be committed. */
gboolean
sel_undo_act (SelAct *undo, gint64 act, GError **error)
{
  g_autoptr (GArray) changes = list_changes (sel_act_get_connection (undo), act, error);

  if (changes == NULL)
    return FALSE;

  sel_act_set_undoes (undo, act);
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      gboolean is_done = TRUE;

      if (g_str_equal (change->verb, "insert"))
        is_done = undo_insert (undo, change, error);
      else if (g_str_equal (change->verb, "update"))
        is_done = undo_update (undo, change, error);
      else if (g_str_equal (change->verb, "delete"))
        is_done = undo_delete (undo, change, error);
      else if (g_str_equal (change->verb, "remove"))
        is_done = fail_for_removal (error);
      if (!is_done)
        return FALSE;
    }

  return TRUE;
}
