/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reading.h"

typedef struct
{
  SelStore *store;
  SelReadFunc read;
  gpointer question;
  GDestroyNotify free_question;
  GDestroyNotify free_answer;
} Read;

static void
read_free (gpointer data)
{
  Read *self = data;

  if (self->free_question)
    self->free_question (self->question);
  g_object_unref (self->store);
  g_free (self);
}

static void
read_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Read *self = task_data;
  GError *error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin_cancellable (self->store, cancellable, &error);
  gpointer answer = reading ? self->read (reading->connection, self->question, &error) : NULL;

  if (answer)
    g_task_return_pointer (task, answer, self->free_answer);
  else
    g_task_return_error (task, error);
}

/* Who asked is let go where they live: a task may end, with what it holds, on its thread. */
typedef struct
{
  GObject *source;
  GAsyncReadyCallback callback;
} Asker;

static void
answered_cb (G_GNUC_UNUSED GObject *none, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asker *asker = user_data;
  g_autoptr (GObject) source = asker->source;

  asker->callback (source, result, NULL);
}

/**
 * sel_read_async:
 * @source: the object that asks; it lives until @callback was called, whose source object it is
 *
 * Runs @read on a thread of its own. An answer that was cancelled meanwhile is freed, and
 * sel_read_finish() gives %G_IO_ERROR_CANCELLED, which is nothing to show.
 */
void
sel_read_async (SelStore *store,
                SelReadFunc read,
                gpointer take_question,
                GDestroyNotify free_question,
                GDestroyNotify free_answer,
                GCancellable *cancellable,
                gpointer source,
                GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = NULL;
  Asker *asker = g_new0 (Asker, 1);
  Read *self = g_new0 (Read, 1);

  asker->source = g_object_ref (source);
  asker->callback = callback;
  task = g_task_new (NULL, cancellable, answered_cb, asker);
  self->store = g_object_ref (store);
  self->read = read;
  self->question = take_question;
  self->free_question = free_question;
  self->free_answer = free_answer;
  g_task_set_task_data (task, self, read_free);
  g_task_run_in_thread (task, read_in_thread);
}

gpointer
sel_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* FALSE: one is going on, whose end is to be waited for. */
gboolean
sel_rereading_begin (SelRereading *self)
{
  self->is_stale = self->is_reading;
  self->is_reading = TRUE;
  return !self->is_stale;
}

/* FALSE: something has changed since it began, and it is to begin again. */
gboolean
sel_rereading_end (SelRereading *self)
{
  self->is_reading = FALSE;
  return !self->is_stale;
}
