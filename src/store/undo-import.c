/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo-import.h"

#include <glib/gi18n-lib.h>

#include "store/exchange-log.h"
#include "store/exchange-sql.h"
#include "store/merge-records.h"
#include "store/record.h"
#include "store/undo-import-private.h"

static void
free_kept (gpointer data)
{
  g_free (((SelKept *) data)->key);
  g_free (data);
}

SelUndoneImport *
sel_undone_import_new (void)
{
  SelUndoneImport *self = g_new0 (SelUndoneImport, 1);

  self->kept = g_ptr_array_new_with_free_func (free_kept);
  return self;
}

void
sel_undone_import_free (SelUndoneImport *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_free (self->sender_name);
  g_free (self->follower);
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/* Why it stays: a whole sentence. Free with g_free(). */
char *
sel_kept_dup_reason (const SelKept *kept)
{
  switch (kept->reason)
    {
    case SEL_KEPT_IN_USE:
      return g_strdup (_ ("Other records refer to it, so it stays."));
    case SEL_KEPT_TAKEN:
      return g_strdup (_ ("What stood there before is no longer possible, so the new value stays."));
    case SEL_KEPT_CHANGED:
    default:
      return g_strdup (kept->field ? _ ("It was changed again since, so it stays.")
                                   : _ ("It was changed since it came, so it stays."));
    }
}

/* What is to be said where records were kept and a later file may be why; NULL for nothing. Free with
 * g_free(). */
char *
sel_undone_import_dup_remark (const SelUndoneImport *self)
{
  if (self->n_kept == 0 || self->follower == NULL)
    return NULL;

  return g_strdup_printf (_ ("“%s” of the same sender came in after it. What both wrote stays, also "
                             "if that one is taken back now."),
                          self->follower);
}

/* What the file called the record, which it knew as @named, and where it spoke of it. */
static gboolean
read_identity (SelUndoImport *self, SelKept *kept, gint64 named, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection,
                            "SELECT i.key, i.line FROM identity i JOIN origin o ON o.id = i.origin"
                            " WHERE i.record = $1 AND o.type = $2 AND o.sender = $3 LIMIT 1",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, named);
  sel_statement_bind_text (stmt, 2, kept->type->name);
  sel_statement_bind_text (stmt, 3, self->sender);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    {
      kept->key = g_strdup (sel_statement_get_text (stmt, 0));
      kept->line = kept->line ? kept->line : sel_statement_get_int (stmt, 1);
    }
  return TRUE;
}

static gboolean
list_kept (SelUndoImport *self, const SelKept *kept, gint64 named, GError **error)
{
  SelKept *listed;

  if (self->outcome->kept->len >= SEL_UNDO_MOST_KEPT)
    return TRUE;

  listed = g_memdup2 (kept, sizeof *kept);
  g_ptr_array_add (self->outcome->kept, listed);
  return read_identity (self, listed, named, error);
}

/* Lists what stays of a record: @field, or NULL when it cannot be set back at all. The record is to
 * be counted once. */
gboolean
sel_undo_import_keep_field (SelUndoImport *self,
                            const SelRecordType *type,
                            gint64 record,
                            gint64 line,
                            const SelField *field,
                            SelKeptReason reason,
                            GError **error)
{
  const SelKept kept = { type, record, NULL, line, field, reason };

  return list_kept (self, &kept, record, error);
}

/* Counts and lists a record once, however often it is found. */
static gboolean
keep_once (SelUndoImport *self, const SelKept *kept, gint64 named, GError **error)
{
  if (!g_hash_table_add (self->kept[sel_record_type_index (kept->type)],
                         g_memdup2 (&kept->record, sizeof kept->record)))
    return TRUE;

  self->outcome->n_kept++;
  return list_kept (self, kept, named, error);
}

/* A record that stays as a whole. */
gboolean
sel_undo_import_keep (SelUndoImport *self,
                      const SelRecordType *type,
                      gint64 record,
                      SelKeptReason reason,
                      GError **error)
{
  const SelKept kept = { type, record, NULL, 0, NULL, reason };

  return keep_once (self, &kept, record, error);
}

/* What the import said of @gone, which is not there any more, is part of the record that it was
 * merged into, if it was: that one stays. @line of 0 is that of the identity. */
gboolean
sel_undo_import_keep_survivor (SelUndoImport *self,
                               const SelRecordType *type,
                               gint64 gone,
                               gint64 line,
                               GError **error)
{
  SelKept kept = { type, 0, NULL, line, NULL, SEL_KEPT_CHANGED };

  return sel_merge_follow (self->connection, type, gone, &kept.record, error) &&
         (kept.record == 0 || keep_once (self, &kept, gone, error));
}

/* FALSE when nobody wants to know any more. */
gboolean
sel_undo_import_go_on (SelUndoImport *self, guint64 n_more, GError **error)
{
  self->n_done += n_more;
  if (self->progress)
    self->progress ((double) self->n_done / (double) MAX (self->n_all, 1), self->user_data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
find_act (SelUndoImport *self, gint64 exchange, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    self->connection,
    "SELECT a.id, x.file, x.sender, x.sender_name, " SEL_SQL_IS_UNDONE (
      "x.id") ", (SELECT coalesce (sum (c.last - c.record + 1), 0)"
              " FROM change c WHERE c.act = a.id)"
              " FROM exchange x JOIN act a ON a.exchange = x.id WHERE x.id = $1",
    error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, exchange);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND,
                   _ ("There is no import with the number %ld."), (glong) exchange);
      return FALSE;
    }
  if (sel_statement_get_int (stmt, 4))
    {
      g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT,
                   _ ("The import of “%s” was taken back before. Nothing was changed."),
                   sel_statement_get_text (stmt, 1));
      return FALSE;
    }

  self->act = sel_statement_get_int (stmt, 0);
  self->outcome->file = g_strdup (sel_statement_get_text (stmt, 1));
  self->sender = g_strdup (sel_statement_get_text (stmt, 2));
  self->outcome->sender_name = g_strdup (sel_statement_get_text (stmt, 3));
  self->n_all = (guint64) sel_statement_get_int (stmt, 5);
  return TRUE;
}

/**
 * sel_undo_import:
 * @undo: an act of %SEL_ACT_UNDO
 * @exchange: the number of the import
 * @outcome: is filled
 * @progress: (nullable): called from time to time on the thread that calls
 *
 * Takes back an import. Of what it added no copy is kept in the log: the file can be imported again.
 *
 * Returns: %FALSE with an error when there is no such import (%SEL_STORE_ERROR_NOT_FOUND), when it
 * was taken back before (%SEL_STORE_ERROR_CONFLICT), when the database failed, or on cancellation;
 * then nothing is to be committed
 */
gboolean
sel_undo_import (SelAct *undo,
                 gint64 exchange,
                 SelUndoneImport *outcome,
                 SelUndoProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  SelUndoImport self = { .undo = undo,
                         .connection = sel_act_get_connection (undo),
                         .exchange = exchange,
                         .outcome = outcome,
                         .progress = progress,
                         .user_data = user_data,
                         .cancellable = cancellable };
  gboolean is_done;

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    self.kept[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  sel_act_let_cancel (undo, cancellable);
  is_done = find_act (&self, exchange, error) &&
            sel_exchange_log_find_follower (self.connection, exchange, &outcome->follower, error) &&
            sel_act_mark (undo, outcome->file, error);
  if (is_done)
    {
      sel_act_set_undoes (undo, self.act);
      sel_act_touch_exchanges (undo);
      is_done =
        sel_undo_import_reset_fields (&self, error) && sel_undo_import_remove_added (&self, error);
    }

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    g_hash_table_unref (self.kept[i]);
  g_free (self.sender);
  return is_done;
}
