/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/list-model.h"

#include "store/list-question.h"

/* A view shows about 200 rows at once. When more than this are kept, those farther away than
 * KEPT_AROUND from the place that is looked at are dropped. */
#define MOST_ROWS 512
#define KEPT_AROUND 256

struct _SelListModel
{
  GObject parent_instance;

  SelStore *store;
  const SelListQuery *query;
  SelListRequest *request;
  GCancellable *reloading; /* the newest question; NULL when it is answered */
  guint reload_source;
  gboolean is_out_of_sight;
  gboolean is_stale; /* something changed meanwhile */

  GArray *ids;      /* of gint64 */
  GHashTable *rows; /* SelRow by their places */
  gint64 total;
};

static void sel_list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SelListModel,
                               sel_list_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sel_list_model_iface_init))

enum
{
  SIGNAL_LOADED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
answer_in_thread (GTask *task,
                  G_GNUC_UNUSED gpointer source_object,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  SelListAnswer *answer = sel_list_question_answer (task_data, cancellable, &error);

  if (answer)
    g_task_return_pointer (task, answer, (GDestroyNotify) sel_list_answer_free);
  else
    g_task_return_error (task, error);
}

static gint64
get_id (SelListModel *self, guint position)
{
  return g_array_index (self->ids, gint64, position);
}

static SelRow *
get_row (SelListModel *self, guint position)
{
  return g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
}

static SelRow *
empty_row (SelListModel *self, gint64 id)
{
  char **texts = g_new0 (char *, self->query->n_columns + 1);

  for (guint i = 0; i < self->query->n_columns; i++)
    texts[i] = g_strdup ("");

  return sel_row_new (id, texts);
}

static gboolean
is_far (gpointer key, G_GNUC_UNUSED gpointer value, gpointer user_data)
{
  gint64 distance = (gint64) GPOINTER_TO_UINT (key) - *(guint *) user_data;

  return ABS (distance) > KEPT_AROUND;
}

/* The row with @id among @rows, or one that says nothing: a record that was deleted a moment ago
 * has its place until the list is read again, and what cannot be read is not asked for twice. */
static SelRow *
find_row (SelListModel *self, GPtrArray *rows, gint64 id)
{
  for (guint i = 0; rows && i < rows->len; i++)
    if (sel_row_get_id (g_ptr_array_index (rows, i)) == id)
      return g_object_ref (g_ptr_array_index (rows, i));

  return empty_row (self, id);
}

/* Reads the page of rows that @position lies in. */
static void
fetch_around (SelListModel *self, guint position)
{
  guint first = position - position % SEL_LIST_PAGE;
  guint n = MIN (SEL_LIST_PAGE, self->ids->len - first);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (self->store, &error);
  g_autoptr (GPtrArray) rows = NULL;

  if (reading)
    rows = sel_list_query_read_rows (self->query, self->request, reading->connection,
                                     &g_array_index (self->ids, gint64, first), n, &error);

  /* What a view holds already stays: if it looks different now, the next answer says so. */
  for (guint i = first; i < first + n; i++)
    if (get_row (self, i) == NULL)
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (i),
                           find_row (self, rows, get_id (self, i)));

  if (g_hash_table_size (self->rows) > MOST_ROWS)
    g_hash_table_foreach_remove (self->rows, is_far, &position);
  if (rows == NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static GType
sel_list_model_get_item_type (G_GNUC_UNUSED GListModel *list)
{
  return SEL_TYPE_ROW;
}

static guint
sel_list_model_get_n_items (GListModel *list)
{
  return SEL_LIST_MODEL (list)->ids->len;
}

static gpointer
sel_list_model_get_item (GListModel *list, guint position)
{
  SelListModel *self = SEL_LIST_MODEL (list);

  if (position >= self->ids->len)
    return NULL;

  if (get_row (self, position) == NULL)
    fetch_around (self, position);
  return g_object_ref (get_row (self, position));
}

static void
sel_list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = sel_list_model_get_item_type;
  iface->get_n_items = sel_list_model_get_n_items;
  iface->get_item = sel_list_model_get_item;
}

/* Where two lists of ids differ: from @first on, @n_removed gave way to @n_added. */
typedef struct
{
  guint first;
  guint n_removed;
  guint n_added;
} Stretch;

static Stretch
compare_ids (GArray *old, GArray *new)
{
  guint most = MIN (old->len, new->len);
  guint first = 0;
  guint last = 0;

  while (first < most && g_array_index (old, gint64, first) == g_array_index (new, gint64, first))
    first++;
  while (last < most - first && g_array_index (old, gint64, old->len - 1 - last) ==
                                  g_array_index (new, gint64, new->len - 1 - last))
    last++;

  return (Stretch){ first, old->len - first - last, new->len - first - last };
}

/* Moves the rows outside @stretch to their new places, as they look now. Returns the places of
 * those that look different. */
static GArray *
move_rows (SelListModel *self, Stretch stretch, GHashTable *shown)
{
  g_autoptr (GHashTable) old = g_steal_pointer (&self->rows);
  GArray *different = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer key, value;

  self->rows = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint position = GPOINTER_TO_UINT (key);
      gint64 id = sel_row_get_id (value);
      SelRow *now = g_hash_table_lookup (shown, &id);

      if (position >= stretch.first + stretch.n_removed)
        position = position - stretch.n_removed + stretch.n_added;
      else if (position >= stretch.first)
        continue;

      if (now && !sel_row_is_equal (now, value))
        g_array_append_val (different, position);
      else
        now = value;
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), g_object_ref (now));
    }

  return different;
}

/* Puts the answer in place of the old list and tells of what differs only, so that a view keeps
 * its place and selection when little changed. */
static void
take_answer (SelListModel *self, SelListAnswer *answer)
{
  Stretch stretch = compare_ids (self->ids, answer->ids);
  g_autoptr (GArray) different = move_rows (self, stretch, answer->shown);

  g_array_unref (self->ids);
  self->ids = g_array_ref (answer->ids);
  self->total = answer->total;

  if (stretch.n_removed || stretch.n_added)
    g_list_model_items_changed (G_LIST_MODEL (self), stretch.first, stretch.n_removed,
                                stretch.n_added);
  for (guint i = 0; i < different->len; i++)
    g_list_model_items_changed (G_LIST_MODEL (self), g_array_index (different, guint, i), 1, 1);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelListModel *self = SEL_LIST_MODEL (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelListAnswer) answer = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another question has been asked since. */
  if (g_task_get_cancellable (G_TASK (result)) != self->reloading)
    return;

  g_clear_object (&self->reloading);
  if (answer == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
      return;
    }

  take_answer (self, answer);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

/* The ids of the rows that are there. */
static GArray *
list_shown (SelListModel *self)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      gint64 id = sel_row_get_id (row);

      g_array_append_val (shown, id);
    }

  return shown;
}

static gboolean
reload_cb (gpointer user_data)
{
  SelListModel *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->reload_source = 0;
  self->is_stale = FALSE;
  g_cancellable_cancel (self->reloading); /* the newest question wins */
  g_clear_object (&self->reloading);
  self->reloading = g_cancellable_new ();

  task = g_task_new (self, self->reloading, reloaded_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task,
                        sel_list_question_new (self->store, self->query, self->request,
                                               list_shown (self)),
                        (GDestroyNotify) sel_list_question_free);
  g_task_run_in_thread (task, answer_in_thread);
  return G_SOURCE_REMOVE;
}

/* Asks once for all that is set in one turn of the main loop. */
static void
queue_reload (SelListModel *self)
{
  if (self->reload_source == 0 && self->request->today)
    self->reload_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, reload_cb, self, NULL);
}

static void
store_changed_cb (SelListModel *self, guint types)
{
  if (!(types & self->query->depends_on ()))
    return;

  if (self->is_out_of_sight)
    self->is_stale = TRUE;
  else
    queue_reload (self);
}

/* While nobody sees the rows, what changes in the register is left for when somebody does: there are
 * lists in every section, and an act may change them all. */
void
sel_list_model_set_in_sight (SelListModel *self, gboolean is_in_sight)
{
  self->is_out_of_sight = !is_in_sight;
  if (is_in_sight && self->is_stale)
    queue_reload (self);
}

static void
sel_list_model_dispose (GObject *object)
{
  SelListModel *self = SEL_LIST_MODEL (object);

  g_cancellable_cancel (self->reloading);
  g_clear_object (&self->reloading);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sel_list_model_parent_class)->dispose (object);
}

static void
sel_list_model_finalize (GObject *object)
{
  SelListModel *self = SEL_LIST_MODEL (object);

  sel_list_request_free (self->request);
  g_array_unref (self->ids);
  g_hash_table_unref (self->rows);

  G_OBJECT_CLASS (sel_list_model_parent_class)->finalize (object);
}

static void
sel_list_model_class_init (SelListModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sel_list_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = sel_list_model_finalize;

  /* The answer to the last question is there. */
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", SEL_TYPE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  /* It could not be read, with the sentence that says why. */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SEL_TYPE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sel_list_model_init (SelListModel *self)
{
  self->request = sel_list_request_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/* The list is empty until sel_list_model_set_day() has said what today is. */
SelListModel *
sel_list_model_new (SelStore *store, const SelListQuery *query)
{
  SelListModel *self = g_object_new (SEL_TYPE_LIST_MODEL, NULL);

  self->store = g_object_ref (store);
  self->query = query;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

const SelListQuery *
sel_list_model_get_query (SelListModel *self)
{
  return self->query;
}

SelStore *
sel_list_model_get_store (SelListModel *self)
{
  return self->store;
}

/* States are counted on @today, and expiring means within @notice_days. */
void
sel_list_model_set_day (SelListModel *self, const GDate *today, guint notice_days)
{
  GDate horizon = *today;

  g_date_add_days (&horizon, notice_days);
  g_free (self->request->today);
  self->request->today = sel_date_dup_text (today);
  g_free (self->request->horizon);
  self->request->horizon = sel_date_dup_text (&horizon);
  queue_reload (self);
}

static gboolean
replace_text (char **text, const char *with)
{
  if (g_strcmp0 (*text, with) == 0)
    return FALSE;

  g_free (*text);
  *text = g_strdup (with);
  return TRUE;
}

void
sel_list_model_set_search (SelListModel *self, const char *search)
{
  g_autofree char *trimmed = search ? g_strstrip (g_strdup (search)) : NULL;

  if (replace_text (&self->request->search, trimmed))
    queue_reload (self);
}

/* @value is the code of a choice or the id of a record; NULL lets all through. */
void
sel_list_model_set_filter (SelListModel *self, guint filter, const char *value)
{
  g_return_if_fail (filter < self->query->n_filters);

  if (replace_text (&self->request->filters[filter], value))
    queue_reload (self);
}

const char *
sel_list_model_get_filter (SelListModel *self, guint filter)
{
  g_return_val_if_fail (filter < self->query->n_filters, NULL);

  return self->request->filters[filter];
}

/* What is asked just now; lent until the next question. */
const SelListRequest *
sel_list_model_get_request (SelListModel *self)
{
  return self->request;
}

/* Sorts by the column at this place; -1 is the query's own order. */
void
sel_list_model_set_order (SelListModel *self, int column, gboolean is_descending)
{
  g_return_if_fail (column < (int) self->query->n_columns);

  if (self->request->column == column && self->request->is_descending == is_descending)
    return;

  self->request->column = column;
  self->request->is_descending = is_descending;
  queue_reload (self);
}

/* Whether a search or filter leaves rows out. */
gboolean
sel_list_model_is_narrowed (SelListModel *self)
{
  return sel_list_request_is_narrowed (self->request);
}

/* Whether the rows are not those that the register has: they come with "loaded". */
gboolean
sel_list_model_is_loading (SelListModel *self)
{
  return self->reloading || self->reload_source || self->is_stale;
}

/* How many rows there are without search and filters. */
gint64
sel_list_model_get_total (SelListModel *self)
{
  return self->total;
}

guint
sel_list_model_get_n_loaded (SelListModel *self)
{
  return g_hash_table_size (self->rows);
}

/* The place of the record, or GTK_INVALID_LIST_POSITION (G_MAXUINT). */
guint
sel_list_model_find (SelListModel *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (get_id (self, i) == id)
      return i;

  return G_MAXUINT;
}

/* The id of the record at @position, without reading it; 0 beyond the end. */
gint64
sel_list_model_get_id (SelListModel *self, guint position)
{
  return position < self->ids->len ? get_id (self, position) : 0;
}
