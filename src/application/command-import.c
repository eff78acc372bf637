/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/command-import.h"

#include <glib/gi18n-lib.h>

#include "application/command-package.h"
#include "application/identity.h"
#include "report/import-report-file.h"
#include "report/import-report.h"

/* What the command works with, borrowed; and what came of it. */
typedef struct
{
  const SelCommand *command;
  SelStore *store;
  const GDate *today;
  GCancellable *cancellable;
  SelAnswer *answer;
  SelImportReportFile *output; /* for the standard output, of JSON only */
  SelImportReportFile *report; /* NULL unless the line asks for one */
  gboolean has_applied;        /* at least one of the files */
} Work;

/* A file that could not be read to its end, or a database that failed. */
static void
fail_import (Work *work, const char *file, const GError *error)
{
  const gboolean is_old = g_error_matches (error, SEL_IMPORT_ERROR, SEL_IMPORT_ERROR_OLDER);
  g_autofree char *message =
    g_strconcat (error->message, is_old ? " " : "",
                 is_old ? _ ("With --older it is taken all the same.") : "", NULL);

  sel_answer_fail (work->answer,
                   sel_import_is_refusal (error) ? SEL_STATUS_REFUSED : SEL_STATUS_FAILED, message);
  if (work->output)
    sel_import_report_file_add_failure (work->output, file, error);
  if (work->report)
    sel_import_report_file_add_failure (work->report, file, error);
}

/* Takes in a file: a package, a table, or an exchange file with its PDFs beside it. */
static SelImportResult *
take_in (Work *work, const char *file, GError **error)
{
  SelImportRequest request = {
    .path = file, .flags = work->command->flags, .today = work->today
  };
  g_autoptr (SelPackage) package = NULL;

  if (!sel_package_is_package (file))
    return sel_sheet_command_import (&work->command->sheet, work->store, &request,
                                     work->cancellable, error);

  request.package = package =
    sel_command_open_package (work->command, file, work->cancellable, error);
  return package ? sel_import_run (work->store, &request, NULL, NULL, work->cancellable, error)
                 : NULL;
}

/* How the import is taken back, if it changed anything: from which register is a part of that. */
static void
append_way_back (Work *work, const SelImportResult *result, GString *text)
{
  const char *database = work->command->database;
  const guint64 *n = result->n;
  g_autofree char *usual = sel_database_dup_canonical_path (NULL, NULL);
  g_autofree char *quoted = g_shell_quote (database);
  g_autofree char *option = NULL;
  g_autofree char *command = NULL;

  if (!result->is_applied ||
      n[SEL_IMPORT_NEW] + n[SEL_IMPORT_DOUBTFUL] + n[SEL_IMPORT_CHANGED] == 0)
    return;

  option = g_strdup_printf ("--database %s ", quoted);
  command = g_strdup_printf ("selaras %sundo-import %" G_GINT64_FORMAT,
                             g_str_equal (database, usual) ? "" : option, result->exchange);
  /* Translators: what to type */
  g_string_append_printf (text, _ ("To take it back: %s"), command);
  g_string_append_c (text, '\n');
}

static void
say_result (Work *work, const SelImportResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (work->report)
    sel_import_report_file_add (work->report, result);
  if (work->output)
    sel_import_report_file_add (work->output, result);
  else
    {
      sel_import_report_append_text (text, result);
      append_way_back (work, result, text);
      sel_answer_say (work->answer, text->str);
    }
}

static void
import_file (Work *work, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelImportResult) result = take_in (work, file, &error);

  if (result == NULL)
    {
      fail_import (work, file, error);
      return;
    }

  say_result (work, result);
  work->has_applied = work->has_applied || result->is_applied;
  if (result->n[SEL_IMPORT_REFUSED])
    sel_answer_worsen (work->answer, work->command->flags & SEL_IMPORT_ACCEPT_VALID
                                       ? SEL_STATUS_PARTLY
                                       : SEL_STATUS_REFUSED);
}

/* A report that cannot be written takes no import back. */
static void
write_report (Work *work)
{
  const char *path = work->command->report_file;
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (sel_import_report_file_write (work->report, path, &error))
    return;

  /* Translators: in both, the name of a file, and the reason as the system puts it */
  message = g_strdup_printf (
    work->has_applied
      ? _ ("The report “%s” was not written: %s. What was imported is in the register all the "
           "same; the output says what.")
      : _ ("The report “%s” was not written: %s. The register was not changed either; give the "
           "report another name or folder, and import again."),
    name, error->message);
  sel_answer_fail (work->answer, SEL_STATUS_FAILED, message);
}

/**
 * sel_command_import:
 * @self: with the files, and where their report goes
 *
 * Takes in one file after the other, and says what became of each. Waits, on whatever thread calls.
 */
void
sel_command_import (const SelCommand *self,
                    SelStore *store,
                    const GDate *today,
                    GCancellable *cancellable,
                    SelAnswer *answer)
{
  g_autoptr (SelImportReportFile) output =
    self->format == SEL_FORMAT_JSON ? sel_import_report_file_new (SEL_FORMAT_JSON) : NULL;
  g_autoptr (SelImportReportFile) report =
    self->report_file ? sel_import_report_file_new (self->report_format) : NULL;
  Work work = { self, store, today, cancellable, answer, output, report, FALSE };

  for (guint i = 0; self->files[i]; i++)
    import_file (&work, self->files[i]);

  if (output)
    {
      g_autofree char *text = sel_import_report_file_dup_text (output);

      g_string_append (answer->output, text);
    }
  if (report)
    write_report (&work);
}
