/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history.h"

#include "store/history-sql.h"
#include "store/owned.h"
#include "store/title.h"

static const char *const verb_names[] = {
  [SEL_HISTORY_ADDED] = "insert",
  [SEL_HISTORY_CHANGED] = "update",
  [SEL_HISTORY_DELETED] = "delete",
  [SEL_HISTORY_REMOVED] = "remove",
  [SEL_HISTORY_MERGED] = "merge",
  [SEL_HISTORY_REVEALED] = "reveal",
};

static void
clear_value (gpointer data)
{
  SelHistoryValue *value = data;

  g_free (value->before);
  g_free (value->after);
}

static void
entry_free (gpointer data)
{
  SelHistoryEntry *self = data;

  g_clear_pointer (&self->made_at, g_date_time_unref);
  g_free (self->actor);
  g_free (self->file);
  g_free (self->sender_name);
  g_free (self->title);
  g_free (self->why);
  g_array_unref (self->values);
  g_free (self);
}

/* The place of @name, which is among @names unless the file is damaged. */
static guint
find_name (const char *const *names, guint n_names, const char *name)
{
  for (guint i = 1; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;

  return 0;
}

static SelHistoryEntry *
read_entry (SelStatement *stmt, const SelOwned *of)
{
  SelHistoryEntry *self = g_new0 (SelHistoryEntry, 1);

  self->change = sel_statement_get_int (stmt, 0);
  self->act = sel_statement_get_int (stmt, 1);
  self->verb = find_name (verb_names, G_N_ELEMENTS (verb_names), sel_statement_get_text (stmt, 2));
  self->made_at = g_date_time_new_from_iso8601 (sel_statement_get_text (stmt, 3), NULL);
  self->actor = g_strdup (sel_statement_get_text (stmt, 4));
  self->source = find_name (sel_act_source_names, G_N_ELEMENTS (sel_act_source_names),
                            sel_statement_get_text (stmt, 5));
  self->file = g_strdup (sel_statement_get_text (stmt, 6));
  self->sender_name = g_strdup (sel_statement_get_text (stmt, 7));
  self->line = sel_statement_get_int (stmt, 8);
  self->is_undone = sel_statement_get_int (stmt, 9) != 0;
  self->why = g_strdup (sel_statement_get_text (stmt, 10));
  self->type = of->type;
  self->record = of->id;
  self->values = g_array_new (FALSE, TRUE, sizeof (SelHistoryValue));
  g_array_set_clear_func (self->values, clear_value);
  return self;
}

/* Appends the changes of one record. */
static gboolean
append_entries (SelConnection *connection,
                const SelOwned *of,
                guint most,
                GPtrArray *entries,
                GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, SEL_SQL_HISTORY, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, of->type->name);
  sel_statement_bind_int (stmt, 2, of->id);
  sel_statement_bind_int (stmt, 3, most);
  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_ptr_array_add (entries, read_entry (stmt, of));
    }

  return FALSE;
}

/* Appends to @parts the records of @type that were deleted and had @owner in @field. */
static gboolean
append_removed (SelConnection *connection,
                const SelRecordType *type,
                const SelField *field,
                gint64 owner,
                GArray *parts,
                GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection, SEL_SQL_HISTORY_REMOVED, error);
  g_autofree char *before = g_strdup_printf ("%" G_GINT64_FORMAT, owner);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, type->name);
  sel_statement_bind_text (stmt, 2, field->name);
  sel_statement_bind_text (stmt, 3, before);
  while (sel_statement_step (stmt, &has_row, error))
    {
      SelOwned part;

      if (!has_row)
        return TRUE;
      part = (SelOwned){ type, sel_statement_get_int (stmt, 0) };
      g_array_append_val (parts, part);
    }

  return FALSE;
}

/* The record, the parts that it has and those that it had. One that came back is in it twice. */
static GArray *
list_records (SelConnection *connection, const SelRecordType *type, gint64 id, GError **error)
{
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (SelOwned));
  SelOwned whole = { type, id };

  g_array_append_val (records, whole);
  if (!sel_owned_append_parts (connection, type, id, records, error))
    return NULL;

  for (guint t = 0; t < SEL_N_RECORD_TYPES; t++)
    for (guint f = 0; f < sel_record_types[t]->n_fields; f++)
      {
        const SelField *field = &sel_record_types[t]->fields[f];

        if (field->flags & SEL_FIELD_OWNER && field->refers_to == type &&
            !append_removed (connection, sel_record_types[t], field, id, records, error))
          return NULL;
      }

  return g_steal_pointer (&records);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const SelHistoryEntry *left = *(SelHistoryEntry *const *) a;
  const SelHistoryEntry *right = *(SelHistoryEntry *const *) b;

  if (left->change != right->change)
    return left->change > right->change ? -1 : 1;

  return (left->record > right->record) - (left->record < right->record);
}

/* Puts @entries in order and leaves the first @most, each once. */
static void
arrange (GPtrArray *entries, guint most)
{
  g_ptr_array_sort (entries, compare_entries);
  for (guint i = entries->len; i > 1; i--)
    if (compare_entries (&entries->pdata[i - 1], &entries->pdata[i - 2]) == 0)
      g_ptr_array_remove_index (entries, i - 1);
  if (entries->len > most)
    g_ptr_array_set_size (entries, (int) most);
}

/* What a person reads for @text, the stable form of @field; @record is one to work in. */
static char *
dup_display (SelConnection *connection, const SelField *field, gpointer record, const char *text)
{
  g_autofree char *display = NULL;

  if (text == NULL)
    return NULL;

  if (sel_field_set_text (field, record, text, NULL))
    display = sel_title_dup_value (connection, field, record);
  if (display == NULL)
    display = g_strdup (text);

  return field->sensitivity >= SEL_PERSONAL ? sel_text_dup_masked (display)
                                            : g_steal_pointer (&display);
}

static gboolean
read_values (SelConnection *connection, SelHistoryEntry *entry, gpointer record, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT field, before, after FROM change_value"
                            " WHERE change = $1",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, entry->change);
  while (sel_statement_step (stmt, &has_row, error))
    {
      SelHistoryValue value = { 0 };

      if (!has_row)
        return TRUE;

      value.field = sel_record_type_field (entry->type, sel_statement_get_text (stmt, 0));
      if (value.field == NULL) /* the head of a deleted record */
        continue;
      value.before =
        dup_display (connection, value.field, record, sel_statement_get_text (stmt, 1));
      value.after = dup_display (connection, value.field, record, sel_statement_get_text (stmt, 2));
      g_array_append_val (entry->values, value);
    }

  return FALSE;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const SelField *left = ((const SelHistoryValue *) a)->field;
  const SelField *right = ((const SelHistoryValue *) b)->field;

  return (left > right) - (left < right);
}

/* Reads what only the entries that are shown need: values, in the order of the form, and titles. */
static gboolean
complete (SelConnection *connection,
          SelHistoryEntry *entry,
          const SelRecordType *whole,
          GError **error)
{
  gpointer record = sel_record_new (entry->type);
  gboolean is_done = read_values (connection, entry, record, error);

  sel_record_free (entry->type, record);
  g_array_sort (entry->values, compare_values);
  if (entry->type != whole)
    entry->title = sel_title_dup (connection, entry->type, entry->record, NULL);
  return is_done;
}

/**
 * sel_history_read:
 * @most: how many entries at most
 *
 * What became of a record and of its parts, the newest first; also of one that was deleted.
 *
 * Returns: (element-type SelHistoryEntry): to be freed with g_ptr_array_unref()
 */
GPtrArray *
sel_history_read (SelConnection *connection,
                  const SelRecordType *type,
                  gint64 id,
                  guint most,
                  GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GArray) records = list_records (connection, type, id, error);

  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    if (!append_entries (connection, &g_array_index (records, SelOwned, i), most, entries, error))
      return NULL;

  arrange (entries, most);
  for (guint i = 0; i < entries->len; i++)
    if (!complete (connection, g_ptr_array_index (entries, i), type, error))
      return NULL;

  return g_steal_pointer (&entries);
}
