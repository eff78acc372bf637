/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/list-question.h"

struct _SelListQuestion
{
  SelStore *store;
  const SelListQuery *query;
  SelListRequest *request;
  GArray *shown; /* the ids of the rows that are to be read again */
};

SelListQuestion *
sel_list_question_new (SelStore *store,
                       const SelListQuery *query,
                       const SelListRequest *request,
                       GArray *take_shown)
{
  SelListQuestion *self = g_new0 (SelListQuestion, 1);

  self->store = g_object_ref (store);
  self->query = query;
  self->request = sel_list_request_copy (request);
  self->shown = take_shown;
  return self;
}

void
sel_list_question_free (SelListQuestion *self)
{
  sel_list_request_free (self->request);
  g_array_unref (self->shown);
  g_object_unref (self->store);
  g_free (self);
}

void
sel_list_answer_free (SelListAnswer *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->ids, g_array_unref);
  g_hash_table_unref (self->shown);
  g_free (self);
}

static gboolean
read_shown (const SelListQuestion *self,
            SelConnection *connection,
            GHashTable *shown,
            GError **error)
{
  for (guint first = 0; first < self->shown->len; first += SEL_LIST_PAGE)
    {
      const gint64 *ids = &g_array_index (self->shown, gint64, first);
      guint n = MIN (SEL_LIST_PAGE, self->shown->len - first);
      g_autoptr (GPtrArray) rows =
        sel_list_query_read_rows (self->query, self->request, connection, ids, n, error);

      if (rows == NULL)
        return FALSE;

      for (guint i = 0; i < rows->len; i++)
        {
          SelRow *row = g_ptr_array_index (rows, i);
          gint64 id = sel_row_get_id (row);

          g_hash_table_replace (shown, g_memdup2 (&id, sizeof id), g_object_ref (row));
        }
    }

  return TRUE;
}

static SelListAnswer *
read_answer (const SelListQuestion *self, SelConnection *connection, GError **error)
{
  g_autoptr (SelListAnswer) answer = g_new0 (SelListAnswer, 1);

  answer->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  answer->ids = sel_list_query_read_ids (self->query, self->request, connection, error);
  if (answer->ids == NULL ||
      !sel_list_query_count (self->query, connection, &answer->total, error) ||
      !read_shown (self, connection, answer->shown, error))
    return NULL;

  return g_steal_pointer (&answer);
}

/* Reads the whole answer on the thread that calls, unless @cancellable is cancelled first: whoever
 * types fast asks more than can be answered. */
SelListAnswer *
sel_list_question_answer (const SelListQuestion *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin_cancellable (self->store, cancellable, error);

  return reading ? read_answer (self, reading->connection, error) : NULL;
}
