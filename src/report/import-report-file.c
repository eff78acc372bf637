/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/import-report-file.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "domain/file-name.h"
#include "report/import-report.h"

/* Which end of a file's name asks for which format. */
static const char *const ends[] = {
  [SEL_FORMAT_TEXT] = ".txt",
  [SEL_FORMAT_JSON] = ".json",
  [SEL_FORMAT_CSV] = ".csv",
};

struct _SelImportReportFile
{
  SelFormat format;
  GString *text;        /* so far; of JSON nothing */
  JsonBuilder *builder; /* of JSON only: within the list of files */
};

/* Reads the format off the end of a file's name. FALSE with a sentence when that says none. */
gboolean
sel_import_report_file_find_format (const char *path, SelFormat *format, GError **error)
{
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (sel_file_name_ends (path, ends[i]))
      {
        *format = i;
        return TRUE;
      }

  name = g_filename_display_basename (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
               _ ("“%s” does not say how the report is to be written: end its name in .txt for "
                  "text, in .json for a program, or in .csv for a spreadsheet."),
               name);
  return FALSE;
}

SelImportReportFile *
sel_import_report_file_new (SelFormat format)
{
  SelImportReportFile *self = g_new0 (SelImportReportFile, 1);

  self->format = format;
  self->text = g_string_new (NULL);
  if (format == SEL_FORMAT_CSV)
    sel_import_report_append_csv_head (self->text);
  if (format == SEL_FORMAT_JSON)
    {
      self->builder = json_builder_new ();
      json_builder_begin_object (self->builder);
      json_builder_set_member_name (self->builder, "files");
      json_builder_begin_array (self->builder);
    }

  return self;
}

void
sel_import_report_file_free (SelImportReportFile *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_clear_object (&self->builder);
  g_free (self);
}

/* An empty line stands between two files, and nothing of theirs speaks to a terminal. */
static void
append_printable (SelImportReportFile *self, const char *text)
{
  g_autofree char *printable = sel_text_dup_printable (text, TRUE);

  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  g_string_append (self->text, printable);
}

/* What became of a file that was read to its end. */
void
sel_import_report_file_add (SelImportReportFile *self, const SelImportResult *result)
{
  g_autoptr (GString) text = NULL;

  switch (self->format)
    {
    case SEL_FORMAT_JSON:
      sel_import_report_add_json (self->builder, result);
      break;
    case SEL_FORMAT_CSV:
      sel_import_report_append_csv (self->text, result);
      break;
    case SEL_FORMAT_TEXT:
    default:
      text = g_string_new (NULL);
      sel_import_report_append_text (text, result);
      append_printable (self, text->str);
      break;
    }
}

/* Why there is nothing to say of the records of the file at @path. */
void
sel_import_report_file_add_failure (SelImportReportFile *self,
                                    const char *path,
                                    const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;

  switch (self->format)
    {
    case SEL_FORMAT_JSON:
      json_builder_begin_object (self->builder);
      sel_json_add_text (self->builder, "file", name);
      sel_json_add_text (self->builder, "error", error->message);
      json_builder_end_object (self->builder);
      break;
    case SEL_FORMAT_CSV:
      sel_import_report_append_csv_failure (self->text, name, error);
      break;
    case SEL_FORMAT_TEXT:
    default:
      text = g_strdup_printf ("%s\n  %s\n", name, error->message);
      append_printable (self, text);
      break;
    }
}

/* The whole report, after which nothing can be added. Free with g_free(). */
char *
sel_import_report_file_dup_text (SelImportReportFile *self)
{
  if (self->builder)
    {
      json_builder_end_array (self->builder);
      json_builder_end_object (self->builder);
      sel_json_append_to (self->builder, self->text);
      g_clear_object (&self->builder);
    }

  return g_strdup (self->text->str);
}

/* Writes the whole report, in the place of what is there. FALSE on error, when that is as it was. */
gboolean
sel_import_report_file_write (SelImportReportFile *self, const char *path, GError **error)
{
  g_autofree char *text = sel_import_report_file_dup_text (self);
  g_autofree char *folder = g_path_get_dirname (path);

  /* Of a folder that is not there GLib would tell the name that the file has meanwhile. */
  if (g_access (folder, W_OK | X_OK) != 0)
    {
      const int number = errno;
      g_autofree char *shown = g_filename_display_name (folder);

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (number), "%s: %s", shown,
                   g_strerror (number));
      return FALSE;
    }

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}
