/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/searcher.h"

#include "ui/reading.h"

struct _SelSearcher
{
  GObject parent_instance;

  SelOffice *office;
  SelFinder *finder; /* NULL until it is wanted */
  SelRereading rereading;
  gboolean is_stale;    /* the names changed while nobody was searching */
  GTask *waiting;       /* the newest question, while there is no finder yet */
  GCancellable *asking; /* of the newest question */
};

G_DEFINE_FINAL_TYPE (SelSearcher, sel_searcher, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  SelStore *store;
  SelFinder *finder;
  char *typed;
  GDate today;
  guint notice_days;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->store);
  g_clear_pointer (&self->finder, sel_finder_unref);
  g_free (self->typed);
  g_free (self);
}

static void
find_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  g_autoptr (SelReading) reading =
    sel_reading_begin_cancellable (question->store, cancellable, &error);
  SelFoundAll *all =
    reading ? sel_finder_find (question->finder, reading->connection, question->typed,
                               &question->today, question->notice_days, &error)
            : NULL;

  if (all)
    g_task_return_pointer (task, all, (GDestroyNotify) sel_found_all_free);
  else
    g_task_return_error (task, error);
}

static void
ask (SelSearcher *self, GTask *task)
{
  Question *question = g_task_get_task_data (task);

  question->finder = sel_finder_ref (self->finder);
  g_task_run_in_thread (task, find_in_thread);
}

static gpointer
read_finder (SelConnection *connection, G_GNUC_UNUSED gpointer question, GError **error)
{
  return sel_finder_read (connection, error);
}

static void
finder_read_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelSearcher *self = SEL_SEARCHER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelFinder) finder = sel_read_finish (result, &error);
  g_autoptr (GTask) waiting = g_steal_pointer (&self->waiting);
  gboolean had_one = self->finder != NULL;

  if (finder)
    {
      g_clear_pointer (&self->finder, sel_finder_unref);
      self->finder = g_steal_pointer (&finder);
    }
  if (waiting && self->finder)
    ask (self, waiting);
  else if (waiting)
    g_task_return_error (waiting, g_steal_pointer (&error));

  if (!sel_rereading_end (&self->rereading))
    {
      self->is_stale = TRUE;
      sel_searcher_prepare (self);
    }
  else if (had_one)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Reads the names of things, if they are not known as they are now. */
void
sel_searcher_prepare (SelSearcher *self)
{
  if (self->finder && !self->is_stale)
    return;

  self->is_stale = FALSE;
  if (sel_rereading_begin (&self->rereading))
    sel_read_async (sel_office_get_store (self->office), read_finder, NULL, NULL,
                    (GDestroyNotify) sel_finder_unref, NULL, self, finder_read_cb);
}

static void
store_changed_cb (SelSearcher *self, guint types)
{
  if (types & sel_finder_depends_on ())
    self->is_stale = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
sel_searcher_dispose (GObject *object)
{
  SelSearcher *self = SEL_SEARCHER (object);

  sel_searcher_cancel (self);
  g_clear_object (&self->office);
  g_clear_pointer (&self->finder, sel_finder_unref);

  G_OBJECT_CLASS (sel_searcher_parent_class)->dispose (object);
}

static void
sel_searcher_class_init (SelSearcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sel_searcher_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SEL_TYPE_SEARCHER, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
sel_searcher_init (G_GNUC_UNUSED SelSearcher *self)
{
}

SelSearcher *
sel_searcher_new (SelOffice *office)
{
  SelSearcher *self = g_object_new (SEL_TYPE_SEARCHER, NULL);

  self->office = g_object_ref (office);
  g_signal_connect_object (sel_office_get_store (office), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return self;
}

/* The newest question wins: one that was asked before ends with %G_IO_ERROR_CANCELLED. */
void
sel_searcher_find_async (SelSearcher *self,
                         const char *typed,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Question *question = g_new0 (Question, 1);
  g_autoptr (GTask) task = NULL;

  sel_searcher_cancel (self);
  self->asking = g_cancellable_new ();
  task = g_task_new (self, self->asking, callback, user_data);
  question->store = g_object_ref (sel_office_get_store (self->office));
  question->typed = g_strdup (typed);
  question->today = *sel_office_get_today (self->office);
  question->notice_days = sel_office_get_notice_days (self->office);
  g_task_set_task_data (task, question, question_free);

  sel_searcher_prepare (self);
  if (self->finder)
    ask (self, task);
  else
    self->waiting = g_steal_pointer (&task);
}

SelFoundAll *
sel_searcher_find_finish (G_GNUC_UNUSED SelSearcher *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Nobody wants to know any more. */
void
sel_searcher_cancel (SelSearcher *self)
{
  g_autoptr (GTask) waiting = g_steal_pointer (&self->waiting);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (waiting)
    g_task_return_error_if_cancelled (waiting);
}
