/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/undo-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/title.h"
#include "store/undo-import.h"
#include "ui/record-actions.h"
#include "ui/running.h"

/* More rows than anybody goes through; all are counted, and selaras undo-import would list them. */
#define MOST_ROWS 200

struct _SelUndoPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  AdwStatusPage *status;
  GtkProgressBar *bar;
  GtkWidget *stop_button;
  GtkWidget *done_button;
  GtkWidget *kept_scroller;
  AdwPreferencesGroup *kept;
  GPtrArray *rows; /* lent by the group */

  SelOffice *office;
  SelRunning running;
};

G_DEFINE_FINAL_TYPE (SelUndoPage, sel_undo_page, GTK_TYPE_WIDGET)

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  SelStore *store;
  gint64 exchange;
  SelUndoneImport *outcome;
  GCancellable *cancellable; /* borrowed */
  int done;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->store);
  sel_undone_import_free (run->outcome);
  g_free (run);
}

static void
note_progress_in_thread (double fraction, gpointer user_data)
{
  Run *run = user_data;

  sel_running_note_in_thread (&run->done, fraction);
}

static gboolean
undo_in_act (SelAct *act, gpointer user_data, GError **error)
{
  Run *run = user_data;

  return sel_undo_import (act, run->exchange, run->outcome, note_progress_in_thread, run,
                          run->cancellable, error);
}

static void
run_in_thread (GTask *task,
               G_GNUC_UNUSED gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;

  run->cancellable = cancellable;
  if (sel_store_write_cancellable (run->store, SEL_ACT_UNDO, undo_in_act, run, cancellable, NULL,
                                   &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_running (SelUndoPage *self)
{
  gboolean is_running = self->running.task != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->bar), is_running);
  gtk_widget_set_visible (self->stop_button, is_running);
  gtk_widget_set_visible (self->done_button, !is_running);
}

static void
stop_cb (SelUndoPage *self)
{
  gtk_widget_set_sensitive (self->stop_button, FALSE);
  sel_running_cancel (&self->running);
}

static void
row_activated_cb (GtkWidget *row)
{
  sel_record_open (row, g_object_get_data (G_OBJECT (row), "type"),
                   *(gint64 *) g_object_get_data (G_OBJECT (row), "id"));
}

static void
add_kept (SelUndoPage *self, SelConnection *connection, const SelKept *kept)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = sel_title_dup (connection, kept->type, kept->record, NULL);
  g_autofree char *title = g_strdup_printf ("%s “%s”", _ (kept->type->label), name ? name : "");
  g_autofree char *reason = sel_kept_dup_reason (kept);
  g_autofree char *subtitle =
    kept->field ? g_strdup_printf ("%s: %s", sel_field_label (kept->field), reason)
                : g_strdup (reason);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (row), "type", (gpointer) kept->type);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&kept->record, sizeof kept->record),
                          g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), NULL);
  adw_preferences_group_add (self->kept, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_kept (SelUndoPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->kept, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (self->kept_scroller, FALSE);
}

static char *
dup_counts (const SelUndoneImport *outcome)
{
  g_autofree char *removed = sel_number_dup_display ((double) outcome->n_removed);
  g_autofree char *reset = sel_number_dup_display ((double) outcome->n_reset);
  g_autofree char *kept = sel_number_dup_display ((double) outcome->n_kept);
  g_autofree char *remark = sel_undone_import_dup_remark (outcome);
  g_autofree char *counts = NULL;

  if (outcome->n_kept == 0)
    /* Translators: what became of the records of an import that was taken back */
    return g_strdup_printf (_ ("Removed: %s. Set back: %s."), removed, reset);

  counts = g_strdup_printf (
    _ ("Removed: %s. Set back: %s. Kept, because they were changed since or are needed: %s."),
    removed, reset, kept);
  return g_strconcat (counts, remark ? "\n" : "", remark, NULL);
}

static void
show_outcome (SelUndoPage *self, const SelUndoneImport *outcome)
{
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), NULL);
  g_autofree char *title = g_strdup_printf (_ ("“%s” was taken back"), outcome->file);
  g_autofree char *counts = dup_counts (outcome);
  g_autofree char *description = g_markup_escape_text (counts, -1);

  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  for (guint i = 0; reading && i < MIN (outcome->kept->len, MOST_ROWS); i++)
    add_kept (self, reading->connection, outcome->kept->pdata[i]);
  gtk_widget_set_visible (self->kept_scroller, outcome->kept->len > 0);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    sel_office_say (self->office, title);
}

static void
ran_cb (GObject *object, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelUndoPage *self = SEL_UNDO_PAGE (object);
  const Run *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean is_done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->office == NULL)
    return;

  sel_running_end (&self->running);
  show_running (self);
  if (is_done)
    show_outcome (self, run->outcome);
  else
    {
      g_autofree char *message = g_markup_escape_text (error->message, -1);

      adw_status_page_set_title (self->status, _ ("It was not taken back"));
      adw_status_page_set_description (self->status,
                                       g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                                         ? _ ("You stopped it. Nothing was changed.")
                                         : message);
    }
  g_signal_emit (self, signals[ENDED], 0);
  gtk_widget_grab_focus (self->done_button);
}

/* Takes back an import on a thread of its own; nothing else is taken back meanwhile. */
void
sel_undo_page_run (SelUndoPage *self, SelOffice *office, gint64 exchange)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, ran_cb, NULL);
  Run *run = g_new0 (Run, 1);

  g_return_if_fail (self->running.task == NULL);

  g_set_object (&self->office, office);
  run->store = g_object_ref (sel_office_get_store (office));
  run->exchange = exchange;
  run->outcome = sel_undone_import_new ();
  g_task_set_check_cancellable (task, FALSE); /* what was taken back was */
  g_task_set_task_data (task, run, run_free);
  clear_kept (self);
  sel_running_begin (&self->running, task, &run->done, self->bar, NULL, NULL);
  show_running (self);
  gtk_widget_set_sensitive (self->stop_button, TRUE);
  adw_status_page_set_title (self->status, _ ("Taking back the import"));
  adw_status_page_set_description (
    self->status, _ ("You can go on working. If you stop, everything stays as it is."));
  g_task_run_in_thread (task, run_in_thread);
}

gboolean
sel_undo_page_is_running (SelUndoPage *self)
{
  return self->running.task != NULL;
}

static void
sel_undo_page_unroot (GtkWidget *widget)
{
  stop_cb (SEL_UNDO_PAGE (widget));

  GTK_WIDGET_CLASS (sel_undo_page_parent_class)->unroot (widget);
}

static void
sel_undo_page_dispose (GObject *object)
{
  SelUndoPage *self = SEL_UNDO_PAGE (object);

  sel_running_end (&self->running);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_undo_page_parent_class)->dispose (object);
}

static void
sel_undo_page_class_init (SelUndoPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_undo_page_dispose;
  widget_class->unroot = sel_undo_page_unroot;

  /* Whether or not anything was taken back: another may be, from now on. */
  signals[ENDED] = g_signal_new ("ended", SEL_TYPE_UNDO_PAGE, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/exchange/undo-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SelUndoPage, box);
  gtk_widget_class_bind_template_child (widget_class, SelUndoPage, status);
  gtk_widget_class_bind_template_child (widget_class, SelUndoPage, bar);
  gtk_widget_class_bind_template_child (widget_class, SelUndoPage, stop_button);
  gtk_widget_class_bind_template_child (widget_class, SelUndoPage, done_button);
  gtk_widget_class_bind_template_child (widget_class, SelUndoPage, kept_scroller);
  gtk_widget_class_bind_template_child (widget_class, SelUndoPage, kept);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
sel_undo_page_init (SelUndoPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (self->kept_scroller, FALSE);
}
