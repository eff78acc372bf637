/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records that an import added go, those that refer to others first: runs of ids, cut where a
 * record stays. */
#include <stdlib.h>

#include "store/content.h"
#include "store/history-sql.h"
#include "store/late-index.h"
#include "store/merge-records.h"
#include "store/undo-import-private.h"
#include "store/words.h"

#define RECORDS_AT_ONCE 20000
#define RUNS_AT_ONCE 256

typedef struct
{
  gint64 first;
  gint64 last;
} Run;

/* The records of one type. */
typedef struct
{
  const SelRecordType *type;
  GArray *runs;     /* of Run, in order */
  GHashTable *kept; /* borrowed: ids */
  GArray *sorted;   /* the same, in order … */
  guint at;         /* … and the first that no run was held against yet */
} Added;

static gboolean
list_runs (SelUndoImport *self, Added *added, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection,
                            "SELECT record, last FROM change"
                            " WHERE act = $1 AND type = $2 AND verb = 'insert' ORDER BY record",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, self->act);
  sel_statement_bind_text (stmt, 2, added->type->name);
  while (sel_statement_step (stmt, &has_row, error))
    {
      Run run;

      if (!has_row)
        return TRUE;
      run = (Run){ sel_statement_get_int (stmt, 0), sel_statement_get_int (stmt, 1) };
      g_array_append_val (added->runs, run);
    }

  return FALSE;
}

static int
compare_to_run (gconstpointer key, gconstpointer element)
{
  gint64 id = *(const gint64 *) key;
  const Run *run = element;

  return (id > run->last) - (id < run->first);
}

static gboolean
is_added (const Added *added, gint64 id)
{
  return bsearch (&id, added->runs->data, added->runs->len, sizeof (Run), compare_to_run) != NULL;
}

/* What is to be done with a row that was found. */
typedef gboolean (*FoundFunc) (SelUndoImport *self, Added *added, SelStatement *row, GError **error);

static gboolean
keep_changed_one (SelUndoImport *self, Added *added, SelStatement *row, GError **error)
{
  return sel_undo_import_keep (self, added->type, sel_statement_get_int (row, 0), SEL_KEPT_CHANGED,
                               error);
}

static gboolean
keep_referred_one (SelUndoImport *self, Added *added, SelStatement *row, GError **error)
{
  return sel_undo_import_keep (self, added->type, sel_statement_get_int (row, 0), SEL_KEPT_IN_USE,
                               error);
}

static gboolean
keep_survivor (SelUndoImport *self, Added *added, SelStatement *row, GError **error)
{
  return sel_undo_import_keep_survivor (self, added->type, sel_statement_get_int (row, 0), 0, error);
}

/* Keeps the record in the second column if that in the first, which refers to it, stays. */
static gboolean
keep_own_referred_one (SelUndoImport *self, Added *added, SelStatement *row, GError **error)
{
  gint64 id = sel_statement_get_int (row, 0);

  return (is_added (added, id) && !g_hash_table_contains (added->kept, &id)) ||
         sel_undo_import_keep (self, added->type, sel_statement_get_int (row, 1), SEL_KEPT_IN_USE,
                               error);
}

/* Calls @found for what @stmt gives between the ends of each run, which are its parameters $1 and
 * $2. */
static gboolean
find_in_runs (SelUndoImport *self,
              Added *added,
              SelStatement *stmt,
              FoundFunc found,
              GError **error)
{
  for (guint i = 0; i < added->runs->len; i++)
    {
      const Run *run = &g_array_index (added->runs, Run, i);
      gboolean has_row = TRUE;

      sel_statement_bind_int (stmt, 1, run->first);
      sel_statement_bind_int (stmt, 2, run->last);
      while (has_row)
        if (!sel_statement_step (stmt, &has_row, error) ||
            (has_row && !found (self, added, stmt, error)))
          return FALSE;
      sel_statement_reset (stmt);

      /* What takes but a moment each is not interrupted by itself. */
      if ((i + 1) % RUNS_AT_ONCE == 0 &&
          g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* The changes of the field of v, in the record of c, by others than the import $4 and its undo $5. */
#define BY_OTHERS                                                               \
  " FROM change e JOIN change_value w ON w.change = e.id AND w.field = v.field" \
  " WHERE e.type = $3 AND e.record = c.record AND e.verb = 'update' AND e.act NOT IN ($4, $5)"

/* What was changed after the import, if it is still other than it was: the first of the changes of
 * a field is held against the last, so that what was taken back does not count, by whatever way. Of
 * a merge that was taken back the other record is there again. A record that is not there any more
 * is nobody's concern. */
static gboolean
keep_changed (SelUndoImport *self, Added *added, GError **error)
{
  static const char format[] =
    "SELECT DISTINCT c.record FROM change c JOIN \"%s\" r ON r.id = c.record"
    " JOIN change_value v ON v.change = c.id"
    " WHERE c.record BETWEEN $1 AND $2 AND c.type = $3 AND (c.verb = 'merge'"
    " AND NOT EXISTS (SELECT 1 FROM \"%s\" other WHERE other.id = CAST (v.before AS INTEGER))"
    " OR c.verb = 'update' AND c.act NOT IN ($4, $5)"
    " AND NOT EXISTS (SELECT 1" BY_OTHERS " AND e.id < c.id)"
    " AND v.before IS NOT (SELECT w.after" BY_OTHERS " ORDER BY e.id DESC LIMIT 1))";
  g_autofree char *sql = g_strdup_printf (format, added->type->name, added->type->name);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (self->connection, sql, error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 3, added->type->name);
  sel_statement_bind_int (stmt, 4, self->act);
  sel_statement_bind_int (stmt, 5, sel_act_get_id (self->undo));
  return find_in_runs (self, added, stmt, keep_changed_one, error);
}

/* What was merged into another since: what the file said of it may stand there. */
static gboolean
keep_merged (SelUndoImport *self, Added *added, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT m.record FROM merged m WHERE m.record BETWEEN $1 AND $2"
                     " AND m.type = $3 AND NOT EXISTS (SELECT 1 FROM \"%s\" r WHERE r.id = m.record)",
                     added->type->name);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (self->connection, sql, error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 3, added->type->name);
  return find_in_runs (self, added, stmt, keep_survivor, error);
}

/* What the records of @type, which are only those that stay, refer to in @field. */
static gboolean
keep_referred (SelUndoImport *self,
               Added *added,
               const SelRecordType *type,
               const SelField *field,
               GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT DISTINCT \"%s\" FROM \"%s\" WHERE \"%s\" BETWEEN $1 AND $2",
                     field->name, type->name, field->name);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (self->connection, sql, error);

  return stmt && find_in_runs (self, added, stmt, keep_referred_one, error);
}

/* A record of the very type that refers to another, as a partner to its parent: whether it stays is
 * known only when that is settled, so that what stays is followed until nothing more is found. */
static gboolean
keep_own_referred (SelUndoImport *self, Added *added, const SelField *field, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT id, \"%s\" FROM \"%s\" WHERE \"%s\" BETWEEN $1 AND $2", field->name,
                     added->type->name, field->name);
  guint n_before;

  do
    {
      g_autoptr (SelStatement) stmt = sel_connection_prepare (self->connection, sql, error);

      if (stmt == NULL)
        return FALSE;

      n_before = g_hash_table_size (added->kept);
      if (!find_in_runs (self, added, stmt, keep_own_referred_one, error))
        return FALSE;
    }
  while (g_hash_table_size (added->kept) > n_before);

  return TRUE;
}

/* The fields of records that refer to @type, those of its own last. */
static gboolean
keep_in_use (SelUndoImport *self, Added *added, GError **error)
{
  for (guint t = 0; t < SEL_N_RECORD_TYPES; t++)
    for (guint f = 0; f < sel_record_types[t]->n_fields; f++)
      {
        const SelField *field = &sel_record_types[t]->fields[f];

        if (field->refers_to == added->type && sel_record_types[t] != added->type &&
            !keep_referred (self, added, sel_record_types[t], field, error))
          return FALSE;
      }

  for (guint f = 0; f < added->type->n_fields; f++)
    if (added->type->fields[f].refers_to == added->type &&
        !keep_own_referred (self, added, &added->type->fields[f], error))
      return FALSE;

  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static void
sort_kept (Added *added)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, added->kept);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (added->sorted, id, 1);
  g_array_sort (added->sorted, compare_ids);
}

/* Removes all from @first to @last, a part at a time, so that it can be cancelled. */
static gboolean
remove_gap (SelUndoImport *self, Added *added, gint64 first, gint64 last, GError **error)
{
  for (gint64 from = first; from <= last; from += RECORDS_AT_ONCE)
    {
      gint64 to = MIN (from + RECORDS_AT_ONCE - 1, last);
      guint64 n_removed;

      if (!sel_merge_forget_run (self->undo, added->type, from, to, error) ||
          !sel_act_remove_run (self->undo, added->type, from, to, &n_removed, error) ||
          !sel_undo_import_go_on (self, (guint64) (to - from + 1), error))
        return FALSE;
      self->outcome->n_removed += n_removed;
    }

  return TRUE;
}

/* The runs come in order, and so do those that stay. */
static gboolean
remove_run (SelUndoImport *self, Added *added, const Run *run, GError **error)
{
  gint64 next = run->first;

  for (; added->at < added->sorted->len; added->at++)
    {
      gint64 kept = g_array_index (added->sorted, gint64, added->at);

      if (kept > run->last)
        break;
      if (kept < next)
        continue;
      if (!remove_gap (self, added, next, kept - 1, error))
        return FALSE;
      next = kept + 1;
    }

  return remove_gap (self, added, next, run->last, error);
}

#define CHANGES "(" SEL_SQL_CHANGES_OF ("$2", "identity.record") ")"

/* The names of what the sender called the records, unless they stay, or are part of another. */
static gboolean
remove_identities (SelUndoImport *self, const Added *added, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("DELETE FROM identity WHERE exchange = $1"
                     " AND origin IN (SELECT id FROM origin WHERE type = $2)"
                     " AND NOT EXISTS (SELECT 1 FROM \"%s\" r JOIN change c ON c.id IN " CHANGES
                     " AND c.verb = 'insert' AND c.act = $3 WHERE r.id = identity.record)"
                     " AND NOT EXISTS (SELECT 1 FROM merged m WHERE m.type = $2"
                     " AND m.record = identity.record)",
                     added->type->name);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (self->connection, sql, error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, self->exchange);
  sel_statement_bind_text (stmt, 2, added->type->name);
  sel_statement_bind_int (stmt, 3, self->act);
  return sel_statement_run (stmt, error);
}

static gboolean
remove_runs (SelUndoImport *self, Added *added, GError **error)
{
  g_autoptr (SelLateIndexes) indexes = sel_late_indexes_new (self->connection);
  guint64 n = 0;

  for (guint i = 0; i < added->runs->len; i++)
    {
      const Run *run = &g_array_index (added->runs, Run, i);

      n += (guint64) (run->last - run->first + 1);
    }

  if (n >= RECORDS_AT_ONCE &&
      !sel_late_indexes_drop (indexes, added->type->name, n, error))
    return FALSE;
  for (guint i = 0; i < added->runs->len; i++)
    if (!remove_run (self, added, &g_array_index (added->runs, Run, i), error))
      return FALSE;

  return sel_late_indexes_make (indexes, error);
}

static gboolean
remove_type (SelUndoImport *self, Added *added, GError **error)
{
  if (!list_runs (self, added, error))
    return FALSE;
  if (added->runs->len)
    {
      if (!keep_changed (self, added, error) || !keep_merged (self, added, error) ||
          !keep_in_use (self, added, error))
        return FALSE;
      sort_kept (added);
      if (!remove_runs (self, added, error) ||
          (added->type == &sel_document_type && !sel_content_forget_unnamed (self->undo, error)))
        return FALSE;
    }

  return remove_identities (self, added, error);
}

gboolean
sel_undo_import_remove_added (SelUndoImport *self, GError **error)
{
  for (guint i = SEL_N_RECORD_TYPES; i > 0; i--)
    {
      Added added = { sel_record_types[i - 1], g_array_new (FALSE, FALSE, sizeof (Run)),
                      self->kept[i - 1],
                      g_array_new (FALSE, FALSE, sizeof (gint64)), 0 };
      gboolean is_done = remove_type (self, &added, error);

      g_array_unref (added.runs);
      g_array_unref (added.sorted);
      if (!is_done)
        return FALSE;
    }

  return TRUE;
}
