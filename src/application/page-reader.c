/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/page-reader.h"

#include <sys/resource.h>
#include <unistd.h>

#include "confined/pdf.h"
#include "domain/word-fold.h"
#include "store/content.h"
#include "store/page-text.h"

struct _SelPageReader
{
  GObject parent_instance;

  SelStore *store;
  GCancellable *cancellable; /* of what goes on; NULL while nothing does */
  gboolean is_stopped;       /* by somebody, until told to start */
  gboolean is_stale;         /* documents came while it was reading */
  gboolean forgets_trouble;  /* before it begins */
  char *trouble;             /* why it ended early; NULL otherwise */
  int n_done, n_all;         /* written by the thread */
};

G_DEFINE_FINAL_TYPE (SelPageReader, sel_page_reader, G_TYPE_OBJECT)

enum
{
  PROP_READING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What is done here can wait for all that somebody waits for; the confined process inherits it. */
#define NICENESS 10

/* What the thread sees. */
typedef struct
{
  SelStore *store;
  SelPageReader *progress; /* owned; of it only the two numbers */
  gboolean forgets_trouble;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->store);
  g_object_unref (work->progress);
  g_free (work);
}

typedef struct
{
  const char *sha256;
  GStrv texts;
  GPtrArray *folded;      /* the same, and then NULL */
  SelPageTrouble trouble; /* 0 for none */
} Outcome;

static gboolean
keep_outcome (SelConnection *connection, gpointer data, GError **error)
{
  const Outcome *outcome = data;

  if (outcome->trouble)
    return sel_page_text_put_trouble (connection, outcome->sha256, outcome->trouble, error);
  return sel_page_text_put (connection, outcome->sha256, (const char *const *) outcome->texts,
                            (const char *const *) outcome->folded->pdata, error);
}

/* What the file is to blame for; 0 for what another file would not fare better with. */
static SelPageTrouble
blame_file (const GError *error)
{
  if (g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DAMAGED))
    return SEL_PAGE_TROUBLE_DAMAGED;
  if (error->domain != SEL_CONFINED_ERROR)
    return 0;

  switch (error->code)
    {
    case SEL_CONFINED_ERROR_ENCRYPTED:
      return SEL_PAGE_TROUBLE_ENCRYPTED;
    case SEL_CONFINED_ERROR_DAMAGED:
    case SEL_CONFINED_ERROR_REFUSED:
      return SEL_PAGE_TROUBLE_DAMAGED;
    case SEL_CONFINED_ERROR_TOO_LARGE:
      return SEL_PAGE_TROUBLE_TOO_LARGE;
    case SEL_CONFINED_ERROR_DIED:
    case SEL_CONFINED_ERROR_TIMEOUT:
    case SEL_CONFINED_ERROR_PROTOCOL:
      return SEL_PAGE_TROUBLE_FAILED;
    default:
      return 0;
    }
}

/* While the confined process reads the next page. */
static void
fold_page (const char *text, gpointer pages)
{
  GString *folded = g_string_new (NULL);

  sel_word_fold_text (text, folded);
  g_ptr_array_add (pages, g_string_free (folded, FALSE));
}

static gboolean
read_one (Work *work, const SelUnreadContent *content, GCancellable *cancellable, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (work->store, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  g_auto (GStrv) texts = NULL;
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);
  Outcome outcome = { .sha256 = content->sha256, .folded = folded };

  if (reading == NULL)
    return FALSE;

  bytes = sel_content_get (reading->connection, content->sha256, &local_error);
  g_clear_pointer (&reading, sel_reading_end);
  if (g_error_matches (local_error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND))
    return TRUE; /* it has gone meanwhile */

  if (bytes == NULL || !sel_pdf_read_texts (bytes, content->file, fold_page, folded, cancellable,
                                            &texts, &local_error))
    outcome.trouble = blame_file (local_error);
  if (texts == NULL && outcome.trouble == 0)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  outcome.texts = texts;
  g_ptr_array_add (folded, NULL);
  return sel_store_write_derived (work->store, keep_outcome, &outcome, cancellable, error);
}

static gboolean
prepare (SelConnection *connection, gpointer data, GError **error)
{
  const Work *work = data;

  return sel_page_text_drop_stale (connection, error) &&
         (!work->forgets_trouble || sel_page_text_forget_trouble (connection, error));
}

static gboolean
fold_source (SelConnection *connection, gpointer source, GError **error)
{
  return sel_page_text_fold (connection, *(gint64 *) source, error);
}

static gboolean
fold_all (Work *work, GArray *sources, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < sources->len; i++)
    {
      if (!sel_store_write_derived (work->store, fold_source,
                                    &g_array_index (sources, gint64, i), cancellable, error))
        return FALSE;
      g_atomic_int_inc (&work->progress->n_done);
    }

  return TRUE;
}

static gboolean
read_all (Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (GPtrArray) unread = NULL;
  g_autoptr (GArray) unfolded = NULL;

  if (!sel_store_write_derived (work->store, prepare, work, cancellable, error) ||
      !(reading = sel_reading_begin (work->store, error)) ||
      !(unfolded = sel_page_text_list_unfolded (reading->connection, error)) ||
      !(unread = sel_page_text_list_unread (reading->connection, error)))
    return FALSE;

  g_clear_pointer (&reading, sel_reading_end);
  g_atomic_int_set (&work->progress->n_all, (int) (unfolded->len + unread->len));
  if (!fold_all (work, unfolded, cancellable, error))
    return FALSE;

  for (guint i = 0; i < unread->len; i++)
    {
      if (!read_one (work, g_ptr_array_index (unread, i), cancellable, error))
        return FALSE;
      g_atomic_int_inc (&work->progress->n_done);
    }

  return TRUE;
}

/* Its thread is its own, as what it lowers is never raised again, and a process that it began ends
 * with it. */
static gpointer
work_in_thread (gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  setpriority (PRIO_PROCESS, (id_t) gettid (), NICENESS);
  if (read_all (g_task_get_task_data (task), g_task_get_cancellable (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  return NULL;
}

static void
ended_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelPageReader *self = SEL_PAGE_READER (source);
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->cancellable);
  if (g_application_get_default ())
    g_application_release (g_application_get_default ());
  if (!g_task_propagate_boolean (G_TASK (result), &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->trouble = g_strdup (error->message);

  if (self->is_stale && !self->is_stopped && self->trouble == NULL)
    sel_page_reader_start (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

static void
store_changed_cb (SelPageReader *self, guint types)
{
  if (types & 1u << sel_record_type_index (&sel_document_type) && !self->is_stopped)
    sel_page_reader_start (self);
}

static void
sel_page_reader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_READING)
    g_value_set_boolean (value, sel_page_reader_is_reading (SEL_PAGE_READER (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sel_page_reader_finalize (GObject *object)
{
  SelPageReader *self = SEL_PAGE_READER (object);

  g_clear_object (&self->store);
  g_free (self->trouble);

  G_OBJECT_CLASS (sel_page_reader_parent_class)->finalize (object);
}

static void
sel_page_reader_class_init (SelPageReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sel_page_reader_get_property;
  object_class->finalize = sel_page_reader_finalize;

  properties[PROP_READING] = g_param_spec_boolean ("reading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sel_page_reader_init (G_GNUC_UNUSED SelPageReader *self)
{
}

/* It begins to read when it is told to, and from then on whenever documents come in. Stop it before
 * it is let go: while it reads, it lives. */
SelPageReader *
sel_page_reader_new (SelStore *store)
{
  SelPageReader *self = g_object_new (SEL_TYPE_PAGE_READER, NULL);

  self->store = g_object_ref (store);
  self->is_stopped = TRUE;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* Reads all that was not read yet. */
void
sel_page_reader_start (SelPageReader *self)
{
  Work *work;
  GTask *task;

  self->is_stopped = FALSE;
  self->is_stale = self->cancellable != NULL;
  if (self->is_stale)
    return;

  g_clear_pointer (&self->trouble, g_free);
  g_atomic_int_set (&self->n_done, 0);
  g_atomic_int_set (&self->n_all, 0);
  work = g_new0 (Work, 1);
  work->store = g_object_ref (self->store);
  work->progress = g_object_ref (self);
  work->forgets_trouble = self->forgets_trouble;
  self->forgets_trouble = FALSE;
  self->cancellable = g_cancellable_new ();
  /* Whoever ends the program waits for the thread: what uses the register leaves it whole. */
  if (g_application_get_default ())
    g_application_hold (g_application_get_default ());
  task = g_task_new (self, self->cancellable, ended_cb, NULL);
  g_task_set_task_data (task, work, work_free);
  g_thread_unref (g_thread_new ("page-reader", work_in_thread, task));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

/* Reads no more, until it is started. */
void
sel_page_reader_stop (SelPageReader *self)
{
  self->is_stopped = TRUE;
  g_cancellable_cancel (self->cancellable);
}

/* Reads also what could not be read before. */
void
sel_page_reader_try_again (SelPageReader *self)
{
  self->forgets_trouble = TRUE;
  sel_page_reader_start (self);
}

gboolean
sel_page_reader_is_reading (SelPageReader *self)
{
  return self->cancellable != NULL;
}

/* How many PDFs of those that it began with are read. */
void
sel_page_reader_get_progress (SelPageReader *self, guint *n_done, guint *n_all)
{
  *n_done = (guint) g_atomic_int_get (&self->n_done);
  *n_all = (guint) g_atomic_int_get (&self->n_all);
}

/* The sentence that says why it ended before all was read; NULL when it did not. */
const char *
sel_page_reader_get_trouble (SelPageReader *self)
{
  return self->trouble;
}
