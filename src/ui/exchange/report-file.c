/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/report-file.h"

#include <glib/gi18n-lib.h>

#include "report/import-report.h"
#include "report/json.h"

/* The end of the name says for whom it is: .csv for spreadsheets, .json for programs. */
static void
append_report (GString *report, GFile *file, const SelImportResult *result)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (folded, ".csv"))
    {
      sel_import_report_append_csv_head (report);
      sel_import_report_append_csv (report, result);
    }
  else if (g_str_has_suffix (folded, ".json"))
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      sel_import_report_add_json (builder, result);
      sel_json_append_to (builder, report);
    }
  else
    sel_import_report_append_text (report, result);
}

static void
write_in_thread (GTask *task, gpointer notes, gpointer file, GCancellable *cancellable)
{
  g_autoptr (GString) report = g_string_new (NULL);
  GError *error = NULL;

  append_report (report, file, sel_note_list_get_result (notes));

  if (g_file_replace_contents (file,
                               report->str,
                               report->len,
                               NULL,
                               FALSE,
                               G_FILE_CREATE_NONE,
                               NULL,
                               cancellable,
                               &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (G_GNUC_UNUSED GObject *notes, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelOffice) office = user_data;
  g_autoptr (GFile) file = g_object_ref (g_task_get_task_data (G_TASK (result)));
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (name);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    message = g_strdup_printf (_ ("The report was saved as “%s”"), display);
  else
    message = g_strdup_printf (_ ("The report was not saved: %s"), error->message);
  sel_office_say (office, message);
}

/* Writes the report of @notes to @file, and tells when that is done or why it was not. */
void
sel_report_file_write (GFile *file, SelNoteList *notes, SelOffice *office)
{
  g_autoptr (GTask) task = g_task_new (notes, NULL, written_cb, g_object_ref (office));

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, write_in_thread);
}
