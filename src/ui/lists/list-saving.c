/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/list-saving.h"

#include <glib/gi18n-lib.h>

#include "report/list-cell.h"
#include "ui/file-dialogs.h"
#include "ui/running.h"

/* Looks after which there is something to tell. */
#define PATIENCE 10

struct _SelListSaving
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkProgressBar *bar;
  GtkButton *stop_button;

  SelOffice *office;
  SelListOrder *order; /* for which a file is being chosen */
  SelRunning running;
  guint n_looks;
};

G_DEFINE_FINAL_TYPE (SelListSaving, sel_list_saving, GTK_TYPE_WIDGET)

typedef struct
{
  SelStore *store;
  SelListOrder *order;
  char *path;
  SelListReceipt receipt;
  int done; /* written by the thread that saves, read by the window */
} Run;

static void
run_free (gpointer data)
{
  Run *self = data;

  g_object_unref (self->store);
  sel_list_order_free (self->order);
  g_free (self->path);
  g_free (self);
}

static void
note_progress_in_thread (guint n, guint n_rows, gpointer user_data)
{
  Run *run = user_data;

  sel_running_note_in_thread (&run->done, (double) n / n_rows);
}

static void
save_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;

  if (sel_list_file_write (run->store, run->order, run->path, &run->receipt,
                           note_progress_in_thread, run, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
look_cb (gpointer user_data)
{
  SelListSaving *self = user_data;

  self->n_looks++;
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_looks >= PATIENCE);
}

static void
stop_cb (SelListSaving *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->stop_button), FALSE);
  sel_running_cancel (&self->running);
}

static char *
dup_success (const Run *run)
{
  g_autofree char *file = g_filename_display_basename (run->path);

  if (run->receipt.is_recorded)
    return g_strdup_printf (_ ("The list was saved as “%s”. That it was is recorded with everyone "
                               "in it."),
                            file);
  return g_strdup_printf (_ ("The list was saved as “%s”"), file);
}

static void
saved_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelListSaving *self = SEL_LIST_SAVING (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *success = NULL;

  sel_running_end (&self->running);
  g_application_release (g_application_get_default ());
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->office == NULL)
    return;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      success = dup_success (g_task_get_task_data (G_TASK (result)));
      sel_office_say (self->office, success);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sel_office_say (self->office, _ ("The list was not saved"));
  else
    sel_office_fail (self->office, error->message);
}

/* The program stays until the file is whole or gone, also when its window is closed meanwhile. */
static void
start (SelListSaving *self, const char *path)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, saved_cb, NULL);
  Run *run = g_new0 (Run, 1);

  run->store = g_object_ref (sel_office_get_store (self->office));
  run->order = g_steal_pointer (&self->order);
  run->path = g_strdup (path);
  /* What was saved was saved, even if it was cancelled at the last moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, run_free);

  self->n_looks = 0;
  sel_running_begin (&self->running, task, &run->done, self->bar, look_cb, self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stop_button), TRUE);
  g_application_hold (g_application_get_default ());
  g_task_run_in_thread (task, save_in_thread);
}

static void
chosen_cb (const char *path, gpointer user_data)
{
  SelListSaving *self = user_data;

  if (self->office && self->order && self->running.task == NULL)
    start (self, path);
}

static void
sel_list_saving_unroot (GtkWidget *widget)
{
  stop_cb (SEL_LIST_SAVING (widget));

  GTK_WIDGET_CLASS (sel_list_saving_parent_class)->unroot (widget);
}

static void
sel_list_saving_dispose (GObject *object)
{
  SelListSaving *self = SEL_LIST_SAVING (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->order, sel_list_order_free);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_list_saving_parent_class)->dispose (object);
}

static void
sel_list_saving_class_init (SelListSavingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_list_saving_dispose;
  widget_class->unroot = sel_list_saving_unroot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/lists/list-saving.ui");
  gtk_widget_class_bind_template_child (widget_class, SelListSaving, box);
  gtk_widget_class_bind_template_child (widget_class, SelListSaving, bar);
  gtk_widget_class_bind_template_child (widget_class, SelListSaving, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
sel_list_saving_init (SelListSaving *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Lets the user choose a file, and saves the list to it on a thread of its own. */
void
sel_list_saving_begin (SelListSaving *self, SelOffice *office, SelListOrder *take_order)
{
  g_autoptr (SelListOrder) order = take_order;
  g_autofree char *day = sel_date_dup_text (sel_office_get_today (office));
  g_autofree char *name = g_strdup_printf ("%s %s", sel_list_label (order->query), day);
  const char *title =
    order->with_personal ? _ ("Save the list with personal values") : _ ("Save the list");

  if (self->running.task)
    {
      sel_office_say (office, _ ("The list is being saved already"));
      return;
    }

  g_set_object (&self->office, office);
  g_clear_pointer (&self->order, sel_list_order_free);
  self->order = g_steal_pointer (&order);
  sel_dialog_save_file_as (GTK_WIDGET (self), title, name, "xlsx csv pdf", chosen_cb, self);
}
