/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-order.h"

#include "store/reveal.h"
#include "store/runs.h"

SelListOrder *
sel_list_order_new (const SelListQuery *query, const SelListRequest *request)
{
  SelListOrder *self = g_new0 (SelListOrder, 1);

  self->query = query;
  self->request = sel_list_request_copy (request);
  for (guint i = 0; i < query->n_columns; i++)
    if (!query->columns[i].is_extra)
      self->columns[self->n_columns++] = i;
  return self;
}

void
sel_list_order_free (SelListOrder *self)
{
  if (self == NULL)
    return;

  sel_list_request_free (self->request);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->office);
  g_free (self);
}

/* The column that stands at @place. */
const SelListColumn *
sel_list_order_get_column (const SelListOrder *self, guint place)
{
  return &self->query->columns[self->columns[place]];
}

/* The rows on their way. */
typedef struct
{
  const SelListOrder *order;
  SelConnection *connection;
  const SelListWriter *writer;
  gpointer user_data;
  SelListProgressFunc progress;
  GCancellable *cancellable;
} Reading;

static SelRow *
find_row (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (sel_row_get_id (g_ptr_array_index (rows, i)) == id)
      return g_ptr_array_index (rows, i);

  return NULL;
}

/* Adds the rows from @first on that are read with one statement. */
static gboolean
add_page (const Reading *self, GArray *ids, guint first, GError **error)
{
  const SelListOrder *order = self->order;
  gint64 *its_ids = &g_array_index (ids, gint64, first);
  guint n = MIN (SEL_LIST_PAGE, ids->len - first);
  g_autoptr (GPtrArray) rows =
    sel_list_query_read_rows (order->query, order->request, self->connection, its_ids, n, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      SelRow *row = find_row (rows, its_ids[i]);

      if (row == NULL)
        its_ids[i] = 0; /* it was deleted after it was selected */
      else if (!self->writer->add_row (self->user_data, row, error))
        return FALSE;
    }

  if (self->progress)
    self->progress (first + n, ids->len, self->user_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* What is told of the list, and logged, is what is in it. */
static void
drop_gone (GArray *ids)
{
  guint n = 0;

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, n);
}

static GArray *
write_rows (const Reading *self, GError **error)
{
  const SelListOrder *order = self->order;
  g_autoptr (GArray) ids =
    order->ids ? g_array_copy (order->ids)
               : sel_list_query_read_ids (order->query, order->request, self->connection, error);

  if (ids == NULL ||
      !self->writer->begin (self->user_data, self->connection, ids->len, error))
    return NULL;

  for (guint first = 0; first < ids->len; first += SEL_LIST_PAGE)
    if (!add_page (self, ids, first, error))
      return NULL;

  drop_gone (ids);
  return self->writer->end (self->user_data, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * sel_list_order_write:
 * @progress: (nullable): gets @user_data too
 *
 * Hands the rows to @writer, all from one view of the register. Waits, on whatever thread calls.
 *
 * Returns: (transfer full): of gint64, whose rows these were, for sel_list_order_record()
 */
GArray *
sel_list_order_write (const SelListOrder *self,
                      SelStore *store,
                      const SelListWriter *writer,
                      gpointer user_data,
                      SelListProgressFunc progress,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin_cancellable (store, cancellable, error);
  Reading rows = { self, NULL, writer, user_data, progress, cancellable };
  GArray *ids;

  if (reading == NULL || !sel_connection_execute (reading->connection, "BEGIN", error))
    return NULL;

  rows.connection = reading->connection;
  ids = write_rows (&rows, error);
  /* Who cancels may interrupt this too. */
  if (!sel_connection_execute (reading->connection, "COMMIT", NULL))
    sel_connection_execute (reading->connection, "ROLLBACK", NULL);
  return ids;
}

/* The fields that the list tells of everyone in it and that a screen would mask: columns as they
 * are, and that all have what a filter is set to. */
static GPtrArray *
list_told_fields (const SelListOrder *self)
{
  const SelListQuery *query = self->query;
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  for (guint i = 0; self->with_personal && i < self->n_columns; i++)
    {
      const SelListColumn *column = sel_list_order_get_column (self, i);

      if (column->sensitivity >= SEL_PERSONAL)
        g_ptr_array_add (fields, (gpointer) sel_record_type_field (query->type, column->name));
    }
  for (guint i = 0; query->type && i < query->n_filters; i++)
    {
      const SelListFilter *filter = &query->filters[i];
      const SelField *field =
        sel_record_type_field (query->type, filter->tells ? filter->tells : filter->name);

      if (self->request->filters[i] && field && field->sensitivity >= SEL_PERSONAL)
        g_ptr_array_add (fields, (gpointer) field);
    }

  return g_steal_pointer (&fields);
}

typedef struct
{
  const SelRecordType *type;
  const GArray *ids;
  GPtrArray *fields;
} Leaving;

static gboolean
log_in_act (SelAct *act, gpointer user_data, GError **error)
{
  const Leaving *self = user_data;
  g_autoptr (GArray) runs = sel_runs_new ();

  for (guint i = 0; i < self->ids->len; i++)
    sel_runs_add (runs, g_array_index (self->ids, gint64, i));
  sel_runs_settle (runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const SelRun *run = &g_array_index (runs, SelRun, i);

      if (!sel_reveal_note (act, self->type, run->first, run->last, self->fields, error))
        return FALSE;
    }

  return TRUE;
}

/* Keeps in the log what leaves, before it does: nothing is there that the log does not know. */
gboolean
sel_list_order_record (const SelListOrder *self,
                       SelStore *store,
                       const GArray *ids,
                       SelListReceipt *receipt,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) fields = list_told_fields (self);
  Leaving leaving = { self->query->type, ids, fields };

  receipt->n_rows = ids->len;
  receipt->is_recorded = fields->len > 0 && ids->len > 0;
  return !receipt->is_recorded ||
         sel_store_write_cancellable (store, SEL_ACT_REVEAL, log_in_act, &leaving, cancellable,
                                      NULL, error);
}
