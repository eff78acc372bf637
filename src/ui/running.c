/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/running.h"

/* How often a person is told how far it is. */
#define MILLISECONDS_BETWEEN_LOOKS 100

#define WHOLE 1000

static gboolean
look_cb (gpointer user_data)
{
  SelRunning *self = user_data;

  gtk_progress_bar_set_fraction (self->bar, (double) g_atomic_int_get (self->done) / WHOLE);
  if (self->look)
    self->look (self->user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * sel_running_begin:
 * @done: in the data of @task, which keeps it: what sel_running_note_in_thread() writes
 * @bar: outlives @self
 * @look: (nullable): called as often as @bar is moved
 *
 * Shows in @bar how far @task is, from now on until sel_running_end().
 */
void
sel_running_begin (SelRunning *self,
                   GTask *task,
                   const int *done,
                   GtkProgressBar *bar,
                   SelLookFunc look,
                   gpointer user_data)
{
  sel_running_end (self);
  self->task = g_object_ref (task);
  self->done = done;
  self->bar = bar;
  self->look = look;
  self->user_data = user_data;
  gtk_progress_bar_set_fraction (bar, 0);
  self->look_source = g_timeout_add (MILLISECONDS_BETWEEN_LOOKS, look_cb, self);
}

/* Its callback is called all the same. */
void
sel_running_cancel (SelRunning *self)
{
  if (self->task)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
}

/* Lets go of the task, when it is over or nobody waits for it any more. */
void
sel_running_end (SelRunning *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_object (&self->task);
}

/* Says to the window that @fraction of it is done. */
void
sel_running_note_in_thread (int *done, double fraction)
{
  g_atomic_int_set (done, (int) (fraction * WHOLE));
}
