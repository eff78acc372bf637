/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/report-file.h"

#include <glib/gi18n-lib.h>

#include "report/import-report-file.h"

static void
write_in_thread (GTask *task, gpointer notes, gpointer path, G_GNUC_UNUSED GCancellable *cancellable)
{
  g_autoptr (SelImportReportFile) report = NULL;
  GError *error = NULL;
  SelFormat format;

  if (sel_import_report_file_find_format (path, &format, &error))
    {
      report = sel_import_report_file_new (format);
      sel_import_report_file_add (report, sel_note_list_get_result (notes));
    }

  if (report && sel_import_report_file_write (report, path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (G_GNUC_UNUSED GObject *notes, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelOffice) office = user_data;
  g_autofree char *name = g_filename_display_basename (g_task_get_task_data (G_TASK (result)));
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  g_application_release (g_application_get_default ());
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      message = g_strdup_printf (_ ("The report was saved as “%s”"), name);
      sel_office_say (office, message);
      return;
    }

  message = g_strdup_printf (_ ("The report was not saved: %s"), error->message);
  sel_office_fail (office, message);
}

/* Writes the report of @notes to @path, and tells when that is done or why it was not. The program
 * stays until then. */
void
sel_report_file_write (const char *path, SelNoteList *notes, SelOffice *office)
{
  g_autoptr (GTask) task = g_task_new (notes, NULL, written_cb, g_object_ref (office));

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_application_hold (g_application_get_default ());
  g_task_run_in_thread (task, write_in_thread);
}
