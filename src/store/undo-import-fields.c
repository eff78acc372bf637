/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields that an import changed go back, except those that were changed again since. */
#include "store/record.h"
#include "store/undo-import-private.h"

#define RECORDS_AT_ONCE 1000

typedef struct
{
  gint64 id;
  const SelRecordType *type;
  gint64 record;
  gint64 line;
} Update;

/* The newest first. */
static GArray *
list_updates (SelUndoImport *self, GError **error)
{
  g_autoptr (GArray) updates = g_array_new (FALSE, FALSE, sizeof (Update));
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection,
                            "SELECT id, type, record, line FROM change"
                            " WHERE act = $1 AND verb = 'update' ORDER BY id DESC",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_int (stmt, 1, self->act);
  while (sel_statement_step (stmt, &has_row, error))
    {
      Update update;

      if (!has_row)
        return g_steal_pointer (&updates);

      update = (Update){ sel_statement_get_int (stmt, 0),
                         sel_record_type_by_name (sel_statement_get_text (stmt, 1)),
                         sel_statement_get_int (stmt, 2), sel_statement_get_int (stmt, 3) };
      g_array_append_val (updates, update);
    }

  return NULL;
}

/* Whether the record that @text, the id of one, stands for is still there. */
static gboolean
can_refer (SelUndoImport *self,
           const SelField *field,
           const char *text,
           gboolean *can_refer,
           GError **error)
{
  gboolean is_read;
  gpointer record;

  *can_refer = TRUE;
  if (field->kind != SEL_FIELD_REFERENCE || text == NULL)
    return TRUE;

  record = sel_record_new (field->refers_to);
  is_read = sel_record_load_into (self->connection, field->refers_to,
                                  g_ascii_strtoll (text, NULL, 10), record, can_refer, error);
  sel_record_free (field->refers_to, record);
  return is_read;
}

/* Sets @field of @record to what it was before @update. */
static gboolean
reset_field (SelUndoImport *self,
             const Update *update,
             const SelField *field,
             const char *before,
             const char *after,
             gpointer record,
             gboolean *is_kept,
             GError **error)
{
  g_autofree char *now = sel_field_dup_text (field, record);
  gboolean is_possible;

  if (g_strcmp0 (now, after) != 0)
    {
      *is_kept = TRUE;
      return sel_undo_import_keep_field (self, update->type, update->record, update->line, field,
                                         SEL_KEPT_CHANGED, error);
    }
  if (!can_refer (self, field, before, &is_possible, error))
    return FALSE;
  if (!is_possible)
    {
      *is_kept = TRUE;
      return sel_undo_import_keep_field (self, update->type, update->record, update->line, field,
                                         SEL_KEPT_TAKEN, error);
    }

  return sel_field_set_text (field, record, before, error);
}

static gboolean
reset_all (SelUndoImport *self,
           const Update *update,
           gpointer record,
           gboolean *is_kept,
           GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection,
                            "SELECT field, before, after FROM change_value WHERE change = $1",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, update->id);
  while (sel_statement_step (stmt, &has_row, error))
    {
      const SelField *field;

      if (!has_row)
        return TRUE;

      field = sel_record_type_field (update->type, sel_statement_get_text (stmt, 0));
      if (field && !reset_field (self, update, field, sel_statement_get_text (stmt, 1),
                                 sel_statement_get_text (stmt, 2), record, is_kept, error))
        return FALSE;
    }

  return FALSE;
}

/* A value that has to be the only one, such as a NIK, may be another's by now. */
static gboolean
write_back (SelUndoImport *self,
            const Update *update,
            gpointer record,
            gboolean *is_kept,
            GError **error)
{
  gint64 version = ((SelRecord *) record)->version;
  g_autoptr (GError) local_error = NULL;

  if (sel_act_update (self->undo, update->type, record, &local_error))
    {
      self->outcome->n_reset += ((SelRecord *) record)->version > version;
      return TRUE;
    }
  if (g_error_matches (local_error, SEL_STORE_ERROR, SEL_STORE_ERROR_DUPLICATE))
    {
      *is_kept = TRUE;
      return sel_undo_import_keep_field (self, update->type, update->record, update->line, NULL,
                                         SEL_KEPT_TAKEN, error);
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* One that was deleted since stays deleted; of one that was merged, the other is kept. */
static gboolean
reset_record (SelUndoImport *self, const Update *update, gpointer record, GError **error)
{
  gboolean is_found;
  gboolean is_kept = FALSE;

  if (!sel_record_load_into (self->connection, update->type, update->record, record, &is_found,
                             error))
    return FALSE;
  if (!is_found)
    return sel_undo_import_keep_survivor (self, update->type, update->record, update->line, error);
  if (!reset_all (self, update, record, &is_kept, error) ||
      !write_back (self, update, record, &is_kept, error))
    return FALSE;

  self->outcome->n_kept += is_kept;
  return TRUE;
}

gboolean
sel_undo_import_reset_fields (SelUndoImport *self, GError **error)
{
  g_autoptr (GArray) updates = list_updates (self, error);

  if (updates == NULL)
    return FALSE;

  for (guint i = 0; i < updates->len; i++)
    {
      const Update *update = &g_array_index (updates, Update, i);
      gpointer record = sel_record_new (update->type);
      gboolean is_done = reset_record (self, update, record, error);

      sel_record_free (update->type, record);
      if (!is_done || ((i + 1) % RECORDS_AT_ONCE == 0 &&
                       !sel_undo_import_go_on (self, RECORDS_AT_ONCE, error)))
        return FALSE;
    }

  return sel_undo_import_go_on (self, updates->len % RECORDS_AT_ONCE, error);
}
