/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/command.h"

#include <glib/gi18n-lib.h>

#include "application/command-import.h"
#include "application/command-book.h"
#include "application/command-package.h"
#include "application/settings.h"
#include "application/today.h"
#include "domain/file-name.h"
#include "report/past-imports.h"
#include "report/receipts.h"
#include "report/summary.h"
#include "report/undo-report.h"
#include "store/check.h"
#include "store/named.h"
#include "store/undo-import.h"

/* What a command works with; all of it is borrowed. */
typedef struct
{
  const SelCommand *command;
  SelStore *store;
  const GDate *today;
  guint notice_days;
  GCancellable *cancellable;
  SelAnswer *answer;
} Work;

typedef struct
{
  gint64 import;
  SelUndoneImport *outcome;
  GCancellable *cancellable;
} Undoing;

static gboolean
undo_in_act (SelAct *act, gpointer user_data, GError **error)
{
  Undoing *undoing = user_data;

  return sel_undo_import (act, undoing->import, undoing->outcome, NULL, NULL, undoing->cancellable,
                          error);
}

static void
run_undo_import (Work *work)
{
  g_autoptr (SelUndoneImport) outcome = sel_undone_import_new ();
  g_autoptr (GError) error = NULL;
  Undoing undoing = { work->command->import, outcome, work->cancellable };

  if (!sel_store_write_cancellable (work->store, SEL_ACT_UNDO, undo_in_act, &undoing,
                                    work->cancellable, NULL, &error))
    {
      gboolean is_refused = g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND) ||
                            g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT);

      sel_answer_fail (work->answer, is_refused ? SEL_STATUS_REFUSED : SEL_STATUS_FAILED,
                       error->message);
      return;
    }

  if (work->command->format == SEL_FORMAT_JSON)
    sel_undo_report_append_json (work->answer->output, outcome);
  else
    {
      g_autoptr (GString) text = g_string_new (NULL);

      sel_undo_report_append_text (text, outcome);
      sel_answer_say (work->answer, text->str);
    }
  if (outcome->n_kept)
    sel_answer_worsen (work->answer, SEL_STATUS_PARTLY);
}

static void
report_imports (Work *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (work->store, &error);
  g_autoptr (GPtrArray) imports =
    reading ? sel_exchange_log_list (reading->connection, &error) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (imports == NULL)
    sel_answer_fail (work->answer, SEL_STATUS_FAILED, error->message);
  else if (work->command->format == SEL_FORMAT_JSON)
    sel_past_imports_append_json (work->answer->output, imports);
  else if (work->command->format == SEL_FORMAT_CSV)
    sel_past_imports_append_csv (work->answer->output, imports);
  else
    {
      sel_past_imports_append_text (text, imports);
      sel_answer_say (work->answer, text->str);
    }
}

static GArray *
list_receipts (Work *work, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (work->store, error);
  gint64 person;

  return reading && sel_named_find (reading->connection, &sel_participant_type,
                                    work->command->person, work->today, work->notice_days, &person,
                                    error)
           ? sel_export_log_list_receipts (reading->connection, person, error)
           : NULL;
}

static void
report_receipts (Work *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) receipts = list_receipts (work, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (receipts == NULL)
    sel_answer_fail (work->answer,
                     g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND)
                       ? SEL_STATUS_REFUSED
                       : SEL_STATUS_FAILED,
                     error->message);
  else if (work->command->format == SEL_FORMAT_JSON)
    sel_receipts_append_json (work->answer->output, receipts);
  else if (work->command->format == SEL_FORMAT_CSV)
    sel_receipts_append_csv (work->answer->output, receipts);
  else
    {
      sel_receipts_append_text (text, receipts);
      sel_answer_say (work->answer, text->str);
    }
}

static void
run_export (Work *work)
{
  const char *path = work->command->files[0];
  const gboolean as_json = work->command->format == SEL_FORMAT_JSON;
  const gboolean is_packed = sel_file_name_ends (path, SEL_PACKAGE_ENDING);
  g_auto (SelCommandPacking) packing = { 0 };
  g_autoptr (GError) error = NULL;

  if (is_packed && !sel_command_read_packing (work->command, &packing, &error))
    sel_export_words_fail (path, error, as_json, work->answer);
  else
    sel_export_words_run (&work->command->export, work->store, path,
                          is_packed ? &packing.options : NULL, work->today, as_json,
                          work->cancellable, work->answer);
}

static void
run_list (Work *work)
{
  const SelListWords *words = &work->command->list;
  const char *file = work->command->files[0];

  if (g_str_equal (words->name, SEL_REGISTER_NAME))
    sel_register_save (work->store, words, file, work->today, work->notice_days,
                       work->cancellable, work->answer);
  else if (g_str_equal (words->name, SEL_AGREEMENT_NAME))
    sel_agreement_save (work->store, words, file, work->today, work->notice_days, work->answer);
  else
    sel_list_save (work->store, words, file, work->today, work->notice_days, work->cancellable,
                   work->answer);
}

static void
run_schedule (Work *work)
{
  sel_schedule_save (work->store, &work->command->schedule, work->command->files[0], work->today,
                     work->cancellable, work->answer);
}

static void
report_summary (Work *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (work->store, &error);
  g_autoptr (SelSummary) summary =
    reading ? sel_summary_read (reading->connection, work->today, work->notice_days, &error) : NULL;
  g_autofree char *page = NULL;

  if (summary == NULL)
    {
      sel_answer_fail (work->answer, SEL_STATUS_FAILED, error->message);
      return;
    }

  switch (work->command->format)
    {
    case SEL_FORMAT_JSON:
      page = sel_summary_dup_json (summary);
      g_string_append (work->answer->output, page);
      break;
    case SEL_FORMAT_CSV:
      page = sel_summary_dup_csv (summary);
      g_string_append (work->answer->output, page);
      break;
    case SEL_FORMAT_TEXT:
    default:
      page = sel_summary_dup_text (summary);
      sel_answer_say (work->answer, page);
      break;
    }
}

static void
run_report (Work *work)
{
  if (g_str_equal (work->command->report, "imports"))
    report_imports (work);
  else if (g_str_equal (work->command->report, "receipts"))
    report_receipts (work);
  else
    report_summary (work);
}

static void
say_sound (Work *work, const SelCheckReport *report)
{
  g_autofree char *n_records = sel_number_dup_display ((double) report->n_records);
  g_autofree char *n_documents = sel_number_dup_display ((double) report->n_documents);
  g_autofree char *n_warnings = sel_number_dup_display ((double) report->n_warnings);
  g_autofree char *records = NULL;
  g_autofree char *documents = NULL;
  g_autofree char *warnings = NULL;
  g_autofree char *line = NULL;

  records = g_strdup_printf (ngettext ("%s record", "%s records", (gulong) report->n_records),
                             n_records);
  documents = g_strdup_printf (
    ngettext ("%s document", "%s documents", (gulong) report->n_documents), n_documents);
  warnings = g_strdup_printf (ngettext ("%s warning", "%s warnings", (gulong) report->n_warnings),
                              n_warnings);
  for (guint i = 0; i < report->warnings->len; i++)
    {
      sel_answer_say (work->answer, g_ptr_array_index (report->warnings, i));
      sel_answer_say (work->answer, "\n");
    }

  /* Translators: "1,234 records", "5 documents", "12 warnings" */
  line = g_strdup_printf (_ ("The register is whole: %s and %s, with %s."), records,
                          documents, warnings);
  sel_answer_say (work->answer, line);
  sel_answer_say (work->answer, "\n");
}

static void
say_problems (Work *work, const SelCheckReport *report)
{
  g_autofree char *message = g_strdup_printf (
    ngettext ("The database has %lu problem. Keep a copy of it, and ask for help before going on.",
              "The database has %lu problems. Keep a copy of it, and ask for help before going on.",
              (gulong) report->n_problems),
    (gulong) report->n_problems);

  for (guint i = 0; i < report->problems->len; i++)
    {
      sel_answer_say (work->answer, g_ptr_array_index (report->problems, i));
      sel_answer_say (work->answer, "\n");
    }
  sel_answer_fail (work->answer, SEL_STATUS_FAILED, message);
}

static void
run_check (Work *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelCheckReport) report =
    sel_check_run (work->store, work->today, NULL, NULL, work->cancellable, &error);

  if (report == NULL)
    sel_answer_fail (work->answer, SEL_STATUS_FAILED, error->message);
  else if (report->n_problems)
    say_problems (work, report);
  else
    say_sound (work, report);
}

/**
 * sel_command_run:
 * @self: a command that needs no window
 * @store: (nullable): needed where sel_command_needs_database()
 * @answer: takes the output and the exit status
 *
 * Carries out a command. Waits, on whatever thread calls.
 */
void
sel_command_run (const SelCommand *self,
                 SelStore *store,
                 const GDate *today,
                 guint notice_days,
                 GCancellable *cancellable,
                 SelAnswer *answer)
{
  Work work = { self, store, today, notice_days, cancellable, answer };

  switch (self->kind)
    {
    case SEL_COMMAND_IMPORT:
      sel_command_import (self, store, today, cancellable, answer);
      break;
    case SEL_COMMAND_UNDO_IMPORT:
      run_undo_import (&work);
      break;
    case SEL_COMMAND_EXPORT:
      run_export (&work);
      break;
    case SEL_COMMAND_LIST:
      run_list (&work);
      break;
    case SEL_COMMAND_SCHEDULE:
      run_schedule (&work);
      break;
    case SEL_COMMAND_DUE:
      sel_due_run (store, &self->due, self->files ? self->files[0] : NULL, self->format,
                   self->width, today, cancellable, answer);
      break;
    case SEL_COMMAND_REPORT:
      run_report (&work);
      break;
    case SEL_COMMAND_CHECK:
      run_check (&work);
      break;
    case SEL_COMMAND_READ_SHEET:
      sel_sheet_command_read (&self->sheet, self->files[0], self->format == SEL_FORMAT_JSON,
                              cancellable, answer);
      break;
    case SEL_COMMAND_TEMPLATE:
      sel_sheet_command_make_template (&self->sheet, self->files[0], self->replaces, answer);
      break;
    case SEL_COMMAND_PACKAGE:
      sel_command_make_package (self, cancellable, answer);
      break;
    case SEL_COMMAND_KEY:
      sel_command_show_key (answer);
      break;
    case SEL_COMMAND_TRUST:
      sel_command_trust (self, answer);
      break;
    case SEL_COMMAND_WINDOW:
    default:
      g_return_if_reached ();
    }
}

/* A command on its way to a thread, with a copy of all that it asks for. */
typedef struct
{
  SelCommand *command;
  GDate today;
  guint notice_days;
} Errand;

static void
free_errand (gpointer data)
{
  Errand *errand = data;

  sel_command_free (errand->command);
  g_free (errand);
}

static void
run_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Errand *errand = task_data;
  SelAnswer *answer = sel_answer_new ();

  sel_command_run (errand->command, source_object, &errand->today, errand->notice_days,
                   cancellable, answer);
  g_task_return_pointer (task, answer, (GDestroyNotify) sel_answer_free);
}

/* sel_command_run() on a thread of its own, for the process whose window has the database open. */
void
sel_command_run_async (const SelCommand *self,
                       SelStore *store,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  errand->command = sel_command_copy (self);
  sel_today (&errand->today);
  errand->notice_days = sel_notice_days_read ();
  g_task_set_check_cancellable (task, FALSE); /* the answer says so itself */
  g_task_set_task_data (task, errand, free_errand);
  g_task_run_in_thread (task, run_in_thread);
}

/* Returns: (transfer full): what the command has to say */
SelAnswer *
sel_command_run_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
