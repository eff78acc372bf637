/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/act.h"

#include <glib/gi18n-lib.h>

#include "store/change-log.h"
#include "store/correction.h"
#include "store/counter.h"
#include "store/late-index.h"
#include "store/owned.h"
#include "store/record-sql.h"
#include "store/record.h"
#include "store/uid.h"
#include "store/unfinished.h"
#include "store/words.h"

/* What an act knows of the new records of one type. */
typedef struct
{
  gint64 next;  /* the next id; 0 until the counter was read */
  gint64 first; /* of the run that is not in the log yet; 0 without one */
} Run;

struct _SelAct
{
  SelConnection *connection; /* borrowed */
  SelActSource source;
  gint64 id;
  gint64 exchange;
  gint64 line; /* of its file, at hand */
  gint64 undoes;
  char *why;
  Run runs[SEL_N_RECORD_TYPES];
  SelLateIndexes *indexes; /* to be made when the act ends */
  guint32 touched;         /* 1 << the type’s index */
  guint32 mended;          /* likewise */
  gboolean is_trial;
  gboolean can_be_cancelled;
  gboolean is_marked; /* beside the database */
  gboolean is_open;
};

G_STATIC_ASSERT (SEL_N_RECORD_TYPES < 32); /* the last bit is SEL_TOUCHED_EXCHANGES */

/* Who sits in front of it: the full name of the account, or its login name. */
const char *
sel_act_get_actor (void)
{
  const char *name = g_get_real_name ();

  return name == NULL || *name == '\0' || g_str_equal (name, "Unknown") ? g_get_user_name () : name;
}

const char *const sel_act_source_names[SEL_N_ACT_SOURCES] = {
  [SEL_ACT_FORM] = "form",
  [SEL_ACT_IMPORT] = "import",
  [SEL_ACT_UNDO] = "undo",
  [SEL_ACT_REVEAL] = "reveal",
  [SEL_ACT_EXPORT] = "export",
  [SEL_ACT_MERGE] = "merge",
  [SEL_ACT_PLAN] = "plan",
};

/* Begins a transaction on @connection; sel_act_free() without sel_act_commit() takes it back. */
SelAct *
sel_act_begin (SelConnection *connection, SelActSource source, GError **error)
{
  g_autoptr (SelAct) self = g_new0 (SelAct, 1);

  self->connection = connection;
  self->source = source;
  self->indexes = sel_late_indexes_new (connection);
  if (!sel_connection_execute (connection, "BEGIN IMMEDIATE", error))
    return NULL;

  self->is_open = TRUE;
  if (!sel_connection_get_int (connection, "SELECT coalesce (max (id), 0) + 1 FROM act", &self->id,
                               error))
    return NULL;

  return g_steal_pointer (&self);
}

void
sel_act_free (SelAct *self)
{
  if (self == NULL)
    return;

  if (self->can_be_cancelled)
    sel_connection_set_cancellable (self->connection, NULL);
  if (self->is_open)
    sel_connection_execute (self->connection, "ROLLBACK", NULL);
  if (self->is_marked)
    sel_unfinished_clear (self->connection);
  sel_late_indexes_free (self->indexes);
  g_free (self->why);
  g_free (self);
}

gint64
sel_act_get_id (const SelAct *self)
{
  return self->id;
}

SelConnection *
sel_act_get_connection (const SelAct *self)
{
  return self->connection;
}

/* What it has written so far: 1 << sel_record_type_index() for each type of record, and
 * %SEL_TOUCHED_EXCHANGES. */
guint32
sel_act_get_touched (const SelAct *self)
{
  return self->touched;
}

/* The act is the import of this file: it is kept in the log even when no record changed. */
void
sel_act_set_exchange (SelAct *self, gint64 exchange)
{
  self->exchange = exchange;
  sel_act_touch_exchanges (self);
}

void
sel_act_touch_exchanges (SelAct *self)
{
  self->touched |= SEL_TOUCHED_EXCHANGES;
}

/* What is kept beside the records of @type, and was damaged, was put right. No record says anything
 * else by that: an act that did nothing more is kept, and the log has nothing to tell of it. */
void
sel_act_note_mended (SelAct *self, const SelRecordType *type)
{
  self->mended |= 1u << sel_record_type_index (type);
}

/* Of what types: 1 << sel_record_type_index(). */
guint32
sel_act_get_mended (const SelAct *self)
{
  return self->mended;
}

/* What is changed from now on stands in this line of the exchange file. */
void
sel_act_set_line (SelAct *self, gint64 line)
{
  self->line = line;
}

/* It corrects what a signature covers, for this reason (nullable; white space alone is none). */
void
sel_act_set_why (SelAct *self, const char *why)
{
  g_free (self->why);
  self->why = why ? g_strstrip (g_strdup (why)) : NULL;
  if (self->why && *self->why == '\0')
    g_clear_pointer (&self->why, g_free);
}

/* What a person does in a form asks for a reason; a file, an undo or a merge has one. */
static gboolean
admit_correction (SelAct *self,
                  const SelRecordType *type,
                  gconstpointer before,
                  gconstpointer after,
                  GError **error)
{
  return self->source != SEL_ACT_FORM ||
         sel_correction_admit (self->connection, type, before, after, self->why, error);
}

void
sel_act_set_undoes (SelAct *self, gint64 act)
{
  self->undoes = act;
}

/* The act is not to be committed: it only tries what would come of it. Its new records have uids that
 * are short, since nobody will know them. */
void
sel_act_set_trial (SelAct *self)
{
  self->is_trial = TRUE;
}

/* Until it has ended, what runs within the act ends with %G_IO_ERROR_CANCELLED once @cancellable,
 * which may be NULL, is cancelled. */
void
sel_act_let_cancel (SelAct *self, GCancellable *cancellable)
{
  self->can_be_cancelled = TRUE;
  sel_connection_set_cancellable (self->connection, cancellable);
}

/* Leaves word beside the database, until the act has ended, that it is about @file: should the
 * process end first, the next one can say so. For what takes long, before it has written much. */
gboolean
sel_act_mark (SelAct *self, const char *file, GError **error)
{
  self->is_marked =
    sel_unfinished_write (self->connection, self->id, sel_act_source_names[self->source],
                          file, error);
  return self->is_marked;
}

static void
touch (SelAct *self, const SelRecordType *type)
{
  self->touched |= 1u << sel_record_type_index (type);
}

static gboolean
log_insert (SelAct *self, const SelRecordType *type, gint64 first, gint64 last, GError **error)
{
  const SelChange change = { self->id, type, "insert", first, last, 0 };
  gint64 id;

  return sel_change_log_add (self->connection, &change, &id, error);
}

/* Writes the run of new records of @type to the log. The log stays in the order of the writes:
 * this comes before any other change of the type. */
static gboolean
end_run (SelAct *self, const SelRecordType *type, GError **error)
{
  Run *run = &self->runs[sel_record_type_index (type)];
  gint64 first = run->first;

  if (first == 0)
    return TRUE;

  run->first = 0;
  return log_insert (self, type, first, run->next - 1, error) &&
         sel_words_add_run (self->connection, type, first, run->next - 1, error);
}

static gboolean
write_record (SelAct *self,
              const SelRecordType *type,
              const char *sql,
              gconstpointer record,
              GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (self->connection, sql, error);

  if (stmt == NULL)
    return FALSE;

  sel_record_bind (stmt, type, record);
  if (!sel_statement_run (stmt, error))
    return FALSE;

  touch (self, type);
  return TRUE;
}

/* Before the record is written, over @current unless that is NULL. */
static gboolean
admit_nik (SelAct *self,
           const SelRecordType *type,
           gconstpointer current,
           gconstpointer record,
           GError **error)
{
  const SelParticipant *old = current;
  const SelParticipant *new = record;

  if (type != &sel_participant_type || new->nik == NULL ||
      (old && g_strcmp0 (old->nik, new->nik) == 0))
    return TRUE;

  return sel_late_indexes_admit_nik (self->indexes, new->nik, error);
}

/* Adds @record and gives it its id and version, and a uid unless it has one. */
gboolean
sel_act_insert (SelAct *self, const SelRecordType *type, gpointer record, GError **error)
{
  Run *run = &self->runs[sel_record_type_index (type)];
  SelRecord *head = record;

  if (run->next == 0 && !sel_counter_read (self->connection, type, &run->next, error))
    return FALSE;

  head->id = run->next;
  head->version = 1;
  if (head->uid == NULL)
    head->uid = self->is_trial ? sel_uid_new_for_trial (head->id) : sel_uid_new ();
  if (!admit_correction (self, type, NULL, record, error) ||
      !admit_nik (self, type, NULL, record, error) ||
      !write_record (self, type, sel_record_sql_insert (type), record, error))
    {
      head->id = 0;
      return FALSE;
    }

  if (run->first == 0)
    run->first = run->next;
  run->next++;
  return type != &sel_participant_type || sel_late_indexes_count_participant (self->indexes, error);
}

/* Puts back a record that was deleted, with the id, uid and version that it carries. */
gboolean
sel_act_restore (SelAct *self, const SelRecordType *type, gpointer record, GError **error)
{
  gint64 id = ((SelRecord *) record)->id;

  return end_run (self, type, error) && admit_nik (self, type, NULL, record, error) &&
         write_record (self, type, sel_record_sql_insert (type), record, error) &&
         log_insert (self, type, id, id, error) &&
         sel_words_add_run (self->connection, type, id, id, error);
}

static gboolean
records_differ (const SelRecordType *type, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (!sel_field_is_equal (&type->fields[i], a, b))
      return TRUE;

  return FALSE;
}

static gboolean
fail_for_conflict (const SelRecordType *type,
                   gconstpointer current,
                   gconstpointer record,
                   GError **error)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (!sel_field_is_equal (&type->fields[i], current, record))
      g_string_append_printf (labels, "%s%s", labels->len ? ", " : "",
                              sel_field_label (&type->fields[i]));

  g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT,
               /* Translators: %s is a list of field labels */
               _ ("The record was changed in the meantime and differs in: %s. Nothing was saved; "
                  "open it again and repeat the change."),
               labels->str);
  return FALSE;
}

/* Writes @record over the one with its id and raises its version. One that is equal is left
 * alone; one whose version has moved on is %SEL_STORE_ERROR_CONFLICT. After these and after
 * %SEL_STORE_ERROR_DUPLICATE the act can go on as if nothing had been asked. */
gboolean
sel_act_update (SelAct *self, const SelRecordType *type, gpointer record, GError **error)
{
  SelRecord *head = record;
  SelRecord *current = sel_record_load (self->connection, type, head->id, error);
  gboolean is_done = FALSE;

  if (current == NULL)
    return FALSE;

  if (!records_differ (type, current, record))
    is_done = TRUE;
  else if (current->version != head->version)
    is_done = fail_for_conflict (type, current, record, error);
  else if (admit_correction (self, type, current, record, error))
    {
      head->version++;
      is_done =
        end_run (self, type, error) && admit_nik (self, type, current, record, error) &&
        write_record (self, type, sel_record_sql_update (type), record, error) &&
        sel_words_replace (self->connection, type, current, record, error) &&
        sel_change_log_add_difference (self->connection, self->id, self->line, type, current, record,
                                       error);
      if (!is_done)
        head->version--;
    }

  sel_record_free (type, current);
  return is_done;
}

static gboolean
delete_one (SelAct *self, const SelRecordType *type, gint64 id, GError **error)
{
  SelRecord *current = sel_record_load (self->connection, type, id, error);
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection, sel_record_sql_delete (type), error);
  gboolean is_done = FALSE;

  if (current && stmt && admit_correction (self, type, current, NULL, error))
    {
      sel_statement_bind_int (stmt, 1, id);
      is_done =
        end_run (self, type, error) && sel_words_remove (self->connection, type, current, error) &&
        sel_statement_run (stmt, error) &&
        sel_change_log_add_difference (self->connection, self->id, self->line, type, current, NULL,
                                       error);
      touch (self, type);
    }

  sel_record_free (type, current);
  return is_done;
}

/* Deletes the record and those that are part of it, the parts first. One that others refer to
 * without being part of it is %SEL_STORE_ERROR_IN_USE. */
gboolean
sel_act_delete (SelAct *self, const SelRecordType *type, gint64 id, GError **error)
{
  g_autoptr (GArray) parts = sel_owned_list (self->connection, type, id, error);

  if (parts == NULL || !sel_owned_check_free (self->connection, parts, error))
    return FALSE;

  for (guint i = parts->len; i > 0; i--)
    {
      const SelOwned *part = &g_array_index (parts, SelOwned, i - 1);

      if (!delete_one (self, part->type, part->id, error))
        return FALSE;
    }

  return TRUE;
}

/* Takes away the records from @first to @last, to which no other refers, and keeps no copy of what
 * they held: they came from a file, which can be taken in again. */
gboolean
sel_act_remove_run (SelAct *self,
                    const SelRecordType *type,
                    gint64 first,
                    gint64 last,
                    guint64 *n_removed,
                    GError **error)
{
  const SelChange change = { self->id, type, "remove", first, last, 0 };
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection, sel_record_sql_delete_run (type), error);
  gint64 id;

  if (stmt == NULL || !end_run (self, type, error) ||
      !sel_words_remove_run (self->connection, type, first, last, error))
    return FALSE;

  sel_statement_bind_int (stmt, 1, first);
  sel_statement_bind_int (stmt, 2, last);
  if (!sel_statement_run (stmt, error))
    return FALSE;

  *n_removed = (guint64) sel_connection_get_n_changed (self->connection);
  if (*n_removed == 0)
    return TRUE;

  touch (self, type);
  return sel_change_log_add (self->connection, &change, &id, error);
}

static gboolean
write_act (SelAct *self, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection,
                            "INSERT INTO act (id, made_at, actor, source, exchange, undoes, why)"
                            " VALUES ($1, $2, $3, $4, nullif ($5, 0), nullif ($6, 0), $7)",
                            error);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *made_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, self->id);
  sel_statement_bind_text (stmt, 2, made_at);
  sel_statement_bind_text (stmt, 3, sel_act_get_actor ());
  sel_statement_bind_text (stmt, 4, sel_act_source_names[self->source]);
  sel_statement_bind_int (stmt, 5, self->exchange);
  sel_statement_bind_int (stmt, 6, self->undoes);
  sel_statement_bind_text (stmt, 7, self->why);
  return sel_statement_run (stmt, error);
}

static gboolean
end_runs (SelAct *self, GError **error)
{
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (!end_run (self, sel_record_types[i], error) ||
        (self->runs[i].next &&
         !sel_counter_write (self->connection, sel_record_types[i], self->runs[i].next, error)))
      return FALSE;

  return TRUE;
}

/* Records that @goes became part of @stays, which may change nothing in it. */
gboolean
sel_act_note_merge (SelAct *self,
                    const SelRecordType *type,
                    gint64 stays,
                    gint64 goes,
                    GError **error)
{
  const SelChange change = { self->id, type, "merge", stays, stays, 0 };
  g_autofree char *gone = g_strdup_printf ("%" G_GINT64_FORMAT, goes);
  gint64 id;

  touch (self, type);
  return sel_change_log_add (self->connection, &change, &id, error) &&
         sel_change_log_add_value (self->connection, id, "merged", gone, NULL, error);
}

/* Makes the index called @name now, if it was left for later: something is about to be looked for
 * by it. Records that are added after that take longer. */
gboolean
sel_act_make_index (SelAct *self, const char *name, GError **error)
{
  return sel_late_indexes_make_one (self->indexes, name, error);
}

/* Ends the transaction. An act that changed nothing leaves nothing in the log, unless it is an
 * import, as that a file came in is worth knowing, a reveal, or an export. */
gboolean
sel_act_commit (SelAct *self, GError **error)
{
  const gboolean is_logged =
    self->touched || self->source == SEL_ACT_REVEAL || self->source == SEL_ACT_EXPORT;

  g_return_val_if_fail (!self->is_trial, FALSE);

  if (!end_runs (self, error) || !sel_late_indexes_make (self->indexes, error))
    return FALSE;
  if (!is_logged && !self->mended)
    return TRUE;
  if ((is_logged && !write_act (self, error)) ||
      !sel_connection_execute (self->connection, "COMMIT", error))
    return FALSE;

  self->is_open = FALSE;
  return TRUE;
}
