/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/template.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

#include "domain/file-name.h"
#include "exchange/export-files.h"
#include "exchange/export-result.h"
#include "exchange/plain-numbers.h"

/* Rows that have lists to choose from. */
#define PREPARED_ROWS 2000

/* Of those that every spreadsheet program has: text. */
#define TEXT_FORMAT 49

#define COLUMN_WIDTH 22
#define EXPLANATION_WIDTH 70

typedef struct
{
  SelRosterKind kind;
  lxw_workbook *workbook;
  lxw_worksheet *table;
  lxw_worksheet *fields;  /* explains them */
  lxw_worksheet *choices; /* what the lists of the table show */
  lxw_format *heading;
  lxw_format *as_text; /* or a spreadsheet makes a number of a NIK, and loses its last digit */
  lxw_format *as_date;
  lxw_format *wrapped;
  lxw_col_t n_lists;
} Template;

/* What stands in one cell goes in one column: place and date of birth have their own. */
static const SelRosterColumn *
column_at (SelRosterKind kind, guint position)
{
  const SelRosterColumn *column;

  for (guint i = 0; (column = sel_roster_column_at (kind, i)); i++)
    if (column->role != SEL_ROSTER_BIRTH && position-- == 0)
      return column;

  return NULL;
}

static const char *
hint_of (const SelRosterColumn *column)
{
  switch (column->role)
    {
    case SEL_ROSTER_IDENTIFIER:
      return _ ("What your office calls it, such as a registration number");
    case SEL_ROSTER_SESSION_DATE:
      return _ ("The day of the session");
    case SEL_ROSTER_SESSION_TIME:
      return _ ("When it began, such as 09.00; needed on days with several sessions");
    default:
      return sel_field_hint (sel_roster_column_field (column));
    }
}

static gboolean
is_needed (const SelRosterColumn *column)
{
  const SelField *field = sel_roster_column_field (column);

  return field ? !(field->flags & SEL_FIELD_OPTIONAL) : column->role == SEL_ROSTER_SESSION_DATE;
}

static lxw_format *
format_of (Template *self, const SelRosterColumn *column)
{
  const SelField *field = sel_roster_column_field (column);

  if (column->role == SEL_ROSTER_SESSION_DATE || (field && field->kind == SEL_FIELD_DATE))
    return self->as_date;
  return field && field->kind != SEL_FIELD_TEXT ? NULL : self->as_text;
}

/* Writes the choices below their heading, and lets the column of the table choose among them. */
static void
add_list (Template *self, lxw_col_t column, const char *heading, const char *const *labels)
{
  const lxw_col_t place = self->n_lists++;
  const guint n = g_strv_length ((char **) labels);
  char first[LXW_MAX_CELL_NAME_LENGTH];
  char last[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *range = NULL;
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
    .ignore_blank = LXW_VALIDATION_ON,
    .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
  };

  worksheet_write_string (self->choices, 0, place, heading, self->heading);
  for (guint i = 0; i < n; i++)
    worksheet_write_string (self->choices, 1 + i, place, labels[i], NULL);

  lxw_rowcol_to_cell_abs (first, 1, place, 1, 1);
  lxw_rowcol_to_cell_abs (last, n, place, 1, 1);
  range = g_strdup_printf ("='%s'!%s:%s", _ ("Choices"), first, last);
  validation.value_formula = range;
  worksheet_data_validation_range (self->table, 1, column, PREPARED_ROWS, column, &validation);
}

static void
add_lists (Template *self, lxw_col_t place, const SelRosterColumn *column)
{
  const SelField *field = sel_roster_column_field (column);
  const char *answers[] = { _ ("Yes"), _ ("No"), NULL };
  g_autoptr (GPtrArray) labels = NULL;

  if (field && field->kind == SEL_FIELD_BOOLEAN)
    add_list (self, place, sel_roster_column_header (column), answers);
  if (field == NULL || field->kind != SEL_FIELD_CHOICE)
    return;

  labels = g_ptr_array_new ();
  for (const SelChoice *choice = field->choices; choice->code; choice++)
    g_ptr_array_add (labels, (gpointer) sel_choice_label (choice));
  g_ptr_array_add (labels, NULL);
  add_list (self, place, sel_roster_column_header (column),
            (const char *const *) labels->pdata);
}

static void
add_column (Template *self, lxw_col_t place, const SelRosterColumn *column)
{
  const char *header = sel_roster_column_header (column);

  worksheet_set_column (self->table, place, place, COLUMN_WIDTH, format_of (self, column));
  worksheet_write_string (self->table, 0, place, header, self->heading);
  add_lists (self, place, column);

  worksheet_write_string (self->fields, 1 + place, 0, header, NULL);
  worksheet_write_string (self->fields, 1 + place, 1, hint_of (column), self->wrapped);
  worksheet_write_string (self->fields, 1 + place, 2, is_needed (column) ? _ ("Yes") : _ ("No"),
                          NULL);
}

static void
add_sheets (Template *self)
{
  const char *const headings[] = { _ ("Column"), _ ("What it means"), _ ("Needed") };

  self->table = workbook_add_worksheet (self->workbook, sel_roster_kind_label (self->kind));
  self->fields = workbook_add_worksheet (self->workbook, _ ("Fields"));
  self->choices = workbook_add_worksheet (self->workbook, _ ("Choices"));

  self->heading = workbook_add_format (self->workbook);
  format_set_bold (self->heading);
  self->as_text = workbook_add_format (self->workbook);
  format_set_num_format_index (self->as_text, TEXT_FORMAT);
  self->as_date = workbook_add_format (self->workbook);
  format_set_num_format (self->as_date, "dd/mm/yyyy");
  self->wrapped = workbook_add_format (self->workbook);
  format_set_text_wrap (self->wrapped);

  worksheet_freeze_panes (self->table, 1, 0);
  worksheet_freeze_panes (self->fields, 1, 0);
  worksheet_set_column (self->fields, 0, 0, COLUMN_WIDTH, NULL);
  worksheet_set_column (self->fields, 1, 1, EXPLANATION_WIDTH, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    worksheet_write_string (self->fields, 0, (lxw_col_t) i, headings[i], self->heading);
}

static gboolean
write_workbook (Template *self, int file, const char *name, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autoptr (SelPlainNumbers) plain = sel_plain_numbers_begin ();
  const SelRosterColumn *column;

  errno = 0;
  self->workbook = workbook_new (path);
  if (self->workbook)
    {
      add_sheets (self);
      for (guint i = 0; (column = column_at (self->kind, i)); i++)
        add_column (self, (lxw_col_t) i, column);
    }

  return (self->workbook && workbook_close (self->workbook) == LXW_NO_ERROR) ||
         sel_export_files_fail (name, errno ? errno : EIO, error);
}

static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);

  if (sel_file_name_ends (name, ".xlsx"))
    return TRUE;

  g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED,
               _ ("“%s” is no name of a workbook. End it with .xlsx."), shown);
  return FALSE;
}

/**
 * sel_template_write:
 * @path: the workbook that is made; ends in .xlsx
 * @replaces: what is there gives way, once the workbook is whole
 *
 * Makes a workbook for an office to fill in, in the language of the user: a sheet with the names of
 * the columns, lists for what is to be chosen, and a sheet that explains the fields.
 *
 * Returns: %FALSE with a %SEL_EXPORT_ERROR, and then nothing is left behind
 */
gboolean
sel_template_write (SelRosterKind kind, const char *path, gboolean replaces, GError **error)
{
  Template self = { .kind = kind };
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SelExportFiles) files = NULL;
  int file;

  if (!check_name (name, error) || !(files = sel_export_files_new (folder, replaces, error)) ||
      (file = sel_export_files_begin (files, name, error)) < 0 ||
      !write_workbook (&self, file, name, error) || !sel_export_files_end (files, error) ||
      !sel_export_files_publish (files, error))
    return FALSE;

  sel_export_files_keep (files);
  return TRUE;
}
