/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/schedule/schedule-file.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SelStore *store;
  SelCalendarChoice choice;
  char *path;
  guint n_sessions;
} Run;

static void
run_free (gpointer data)
{
  Run *self = data;

  g_object_unref (self->store);
  g_free (self->path);
  g_free (self);
}

static void
write_in_thread (GTask *task,
                 G_GNUC_UNUSED gpointer office,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;

  if (sel_calendar_write (run->store, &run->choice, run->path, TRUE, &run->n_sessions, cancellable,
                          &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *office, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  const Run *run = g_task_get_task_data (G_TASK (result));
  g_autofree char *file = g_filename_display_basename (run->path);
  g_autofree char *number = sel_number_dup_display (run->n_sessions);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* Translators: how many sessions, and the name of the file */
      message = g_strdup_printf (ngettext ("%s session was saved as “%s”",
                                           "%s sessions were saved as “%s”", run->n_sessions),
                                 number, file);
      sel_office_say (SEL_OFFICE (office), message);
    }
  else
    sel_office_fail (SEL_OFFICE (office), error->message);
  g_application_release (g_application_get_default ());
}

/* Writes the sessions to @path, and tells when that is done or why it was not. The program stays
 * until then. */
void
sel_schedule_file_write (const char *path, const SelCalendarChoice *choice, SelOffice *office)
{
  g_autoptr (GTask) task = g_task_new (office, NULL, written_cb, NULL);
  Run *run = g_new0 (Run, 1);

  run->store = g_object_ref (sel_office_get_store (office));
  run->choice = *choice;
  run->path = g_strdup (path);
  g_task_set_task_data (task, run, run_free);
  g_application_hold (g_application_get_default ());
  g_task_run_in_thread (task, write_in_thread);
}
