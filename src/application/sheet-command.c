/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/sheet-command.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "confined/error.h"
#include "domain/file-name.h"
#include "exchange/export-result.h"
#include "exchange/roster-source.h"
#include "exchange/template.h"
#include "report/sheet-report.h"

void
sel_sheet_options_copy (SelSheetOptions *to, const SelSheetOptions *from)
{
  to->mapping = g_strdup (from->mapping);
  to->sheet = g_strdup (from->sheet);
  to->kind = g_strdup (from->kind);
  to->sender = g_strdup (from->sender);
  to->sender_name = g_strdup (from->sender_name);
  to->defaults = g_strdupv (from->defaults);
  to->reveals = from->reveals;
}

void
sel_sheet_options_clear (SelSheetOptions *options)
{
  g_free (options->mapping);
  g_free (options->sheet);
  g_free (options->kind);
  g_free (options->sender);
  g_free (options->sender_name);
  g_strfreev (options->defaults);
}

/* The end of its name tells a person what it is, and does here too. */
static gboolean
looks_like_a_table (const char *path)
{
  static const char *const ends[] = { ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (sel_file_name_ends (path, ends[i]))
      return TRUE;

  return FALSE;
}

/* Imports a table as the mapping says, and without one an exchange file. */
SelImportResult *
sel_sheet_command_import (const SelSheetOptions *options,
                          SelStore *store,
                          const SelImportRequest *request,
                          GCancellable *cancellable,
                          GError **error)
{
  const char *path = request->path;
  SelImportRequest of_table = *request;
  g_autoptr (SelMapping) mapping = NULL;
  g_autoptr (SelItemSource) source = NULL;

  if (options->mapping == NULL && looks_like_a_table (path))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED,
                   _ ("“%s” is a table. Say how it is read with --mapping NAME; “selaras "
                      "read-sheet FILE --save-mapping NAME” makes one."),
                   name);
      return NULL;
    }
  if (options->mapping == NULL)
    return sel_import_run (store, request, NULL, NULL, cancellable, error);

  if (!(mapping = sel_mapping_load (options->mapping, error)))
    return NULL;
  if (options->sheet)
    {
      g_free (mapping->layout.sheet);
      mapping->layout.sheet = g_strdup (options->sheet);
    }
  if (!(source = sel_roster_source_new (store, path, mapping, NULL, NULL, cancellable, error)))
    return NULL;

  of_table.source = source;
  return sel_import_run (store, &of_table, NULL, NULL, cancellable, error);
}

/* What the table is about, if the line says so. FALSE when it says nothing that there is. */
static gboolean
read_kind (const char *name, SelRosterKind *kind, SelAnswer *answer)
{
  g_autoptr (GString) names = NULL;
  g_autofree char *message = NULL;

  if (sel_roster_kind_by_name (name, kind) && *kind < SEL_N_TABLE_KINDS)
    return TRUE;

  names = g_string_new (NULL);
  for (guint i = 0; i < SEL_N_TABLE_KINDS; i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", sel_roster_kind_name (i));
  /* Translators: a word from the command line, and the ones that can stand there */
  message = g_strdup_printf (_ ("“%s” is not a kind of table; they are: %s."), name, names->str);
  sel_answer_fail (answer, SEL_STATUS_USAGE, message);
  return FALSE;
}

/* Adds to the proposal what the line says. */
static gboolean
complete (SelMapping *mapping, const SelSheetOptions *options, GError **error)
{
  g_autofree char *problem = NULL;

  mapping->sender = g_strdup (options->sender);
  mapping->sender_name = g_strdup (options->sender_name);
  for (guint i = 0; options->defaults && options->defaults[i]; i++)
    {
      g_auto (GStrv) pair = g_strsplit (options->defaults[i], "=", 2);

      if (g_strv_length (pair) != 2)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("“%s” does not say a field and its value, such as kind=job_seeker."),
                       options->defaults[i]);
          return FALSE;
        }
      if (!sel_mapping_set_default (mapping, pair[0], pair[1], error))
        return FALSE;
    }

  if ((problem = sel_mapping_dup_problem (mapping)))
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, problem);
  return problem == NULL;
}

static void
save (const SelMapping *mapping, const SelSheetOptions *options, SelAnswer *answer, gboolean tells)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *line = NULL;

  if (!sel_mapping_check (mapping, &error) ||
      !sel_mapping_save (mapping, options->mapping, &error))
    {
      sel_answer_fail (answer,
                       sel_import_is_refusal (error) ? SEL_STATUS_REFUSED : SEL_STATUS_FAILED,
                       error->message);
      return;
    }
  if (!tells)
    return;

  path = sel_mapping_dup_path (options->mapping);
  /* Translators: the name of a mapping, and that of its file */
  line = g_strdup_printf (_ ("The mapping is saved as “%s”, in %s."), options->mapping, path);
  sel_answer_say (answer, "\n");
  sel_answer_say_line (answer, line);
}

static void
say_look (const SelRosterLook *look,
          const SelSheetOptions *options,
          const char *path,
          gboolean as_json,
          SelAnswer *answer)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GString) text = NULL;

  if (as_json)
    {
      builder = json_builder_new ();
      sel_sheet_report_add_json (builder, name, look, options->reveals);
      sel_json_append_to (builder, answer->output);
      return;
    }

  text = g_string_new (NULL);
  sel_sheet_report_append_text (text, name, look, options->reveals);
  sel_answer_say (answer, text->str);
}

/* Says what is in a table and how it would be read, and keeps that if a name for it is given. */
void
sel_sheet_command_read (const SelSheetOptions *options,
                        const char *path,
                        gboolean as_json,
                        GCancellable *cancellable,
                        SelAnswer *answer)
{
  const SelSheetLayout layout = { .sheet = options->sheet };
  g_autoptr (SelRosterLook) look = NULL;
  g_autoptr (GError) error = NULL;
  SelRosterKind kind;

  if (options->kind && !read_kind (options->kind, &kind, answer))
    return;

  look = sel_roster_look (path, &layout, options->kind ? &kind : NULL, cancellable, &error);
  if (look && !complete (look->mapping, options, &error))
    {
      sel_answer_fail (answer, SEL_STATUS_USAGE, error->message);
      return;
    }
  if (look == NULL)
    {
      sel_answer_fail (answer,
                       sel_import_is_refusal (error) ? SEL_STATUS_REFUSED : SEL_STATUS_FAILED,
                       error->message);
      return;
    }

  say_look (look, options, path, as_json, answer);
  if (options->mapping)
    save (look->mapping, options, answer, !as_json);
}

void
sel_sheet_command_make_template (const SelSheetOptions *options,
                                 const char *path,
                                 gboolean replaces,
                                 SelAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  SelRosterKind kind;

  if (!read_kind (options->kind, &kind, answer) ||
      sel_template_write (kind, path, replaces, &error))
    return;

  sel_answer_fail (answer,
                   g_error_matches (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED)
                     ? SEL_STATUS_REFUSED
                     : SEL_STATUS_FAILED,
                   error->message);
}
