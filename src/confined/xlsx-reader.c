/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/xlsx-reader.h"

#include <string.h>

#include <libxml/parser.h>

#include "confined/xlsx-format.h"
#include "confined/xlsx-workbook.h"

/* Of a sheet, in every spreadsheet program. */
#define LAST_ROW 1048576

typedef enum
{
  IN_NOTHING,
  IN_VALUE,
  IN_INLINE_TEXT,
} Place;

typedef struct
{
  SelSheetTeller *teller;
  SelXlsxWorkbook *workbook;
  guint last_row;

  /* The cell at hand. */
  guint column; /* from 0 */
  gboolean is_in_cell;
  gboolean is_inline;
  guint phonetic;
  guint64 style;
  char type[12];
  Place place;
  gsize begin; /* of the text at hand, in what follows */
  GString *value;
} Reader;

static void
stop_damaged (Reader *self)
{
  sel_sheet_teller_stop (self->teller, SEL_SHEET_PROBLEM_DAMAGED, NULL);
}

/* Rows and cells need not say where they are: then they follow the last. */
static void
begin_row (Reader *self, const SelXlsxAttributes *attributes)
{
  char text[16];
  guint64 row = self->last_row + 1;

  if (sel_xlsx_attribute_get (attributes, "r", text, sizeof text))
    row = g_ascii_strtoull (text, NULL, 10);
  if (row <= self->last_row || row > LAST_ROW)
    {
      stop_damaged (self);
      return;
    }

  self->last_row = (guint) row;
  self->teller->row = (guint) row;
}

/* The column of "AB12", from 0; G_MAXUINT for none. */
static guint
read_column (const char *reference)
{
  guint column = 0;

  for (; g_ascii_isalpha (*reference) && column < 100000; reference++)
    column = column * 26 + (guint) (g_ascii_toupper (*reference) - 'A' + 1);
  return column - 1;
}

static void
begin_cell (Reader *self, const SelXlsxAttributes *attributes)
{
  char text[16];

  self->column = self->teller->cells->len;
  if (sel_xlsx_attribute_get (attributes, "r", text, sizeof text))
    self->column = read_column (text);
  self->style = 0;
  if (sel_xlsx_attribute_get (attributes, "s", text, sizeof text))
    self->style = g_ascii_strtoull (text, NULL, 10);
  sel_xlsx_attribute_get (attributes, "t", self->type, sizeof self->type);
  self->is_in_cell = TRUE;
  self->is_inline = FALSE;
  self->phonetic = 0;
  g_string_truncate (self->value, 0);
}

static void
start_cb (gpointer data, const char *name, const SelXlsxAttributes *attributes)
{
  Reader *self = data;

  self->place = IN_NOTHING;
  self->begin = self->value->len;
  if (strcmp (name, "row") == 0)
    begin_row (self, attributes);
  else if (strcmp (name, "c") == 0 && self->last_row)
    begin_cell (self, attributes);
  else if (!self->is_in_cell)
    return;
  else if (strcmp (name, "v") == 0)
    self->place = IN_VALUE;
  else if (strcmp (name, "is") == 0)
    self->is_inline = TRUE;
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
  else if (strcmp (name, "t") == 0 && self->is_inline && self->phonetic == 0)
    self->place = IN_INLINE_TEXT;
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  Reader *self = data;

  if (self->place == IN_NOTHING)
    return;
  if (self->value->len + length > SEL_SHEET_MOST_CELL)
    sel_sheet_teller_stop (self->teller, SEL_SHEET_PROBLEM_CELL_TOO_LONG, NULL);
  else
    g_string_append_len (self->value, text, (gssize) length);
}

/* A number, or what its format shows it as. */
static SelCellType
append_number (Reader *self)
{
  GString *text = self->teller->text;
  char *end;
  const double number = g_ascii_strtod (self->value->str, &end);

  if (*end != '\0' || end == self->value->str || number != number)
    {
      g_string_append (text, self->value->str);
      return SEL_CELL_TEXT;
    }
  if (sel_xlsx_workbook_is_date (self->workbook, self->style) &&
      sel_xlsx_date_append (text, number, self->workbook->is_1904))
    return SEL_CELL_DATE;

  sel_xlsx_number_append (text, number);
  return SEL_CELL_NUMBER;
}

/* A date that is written as one: 2025-10-11T00:00:00. */
static SelCellType
append_date (Reader *self)
{
  const char *value = self->value->str;
  const gsize length = strlen (value);
  const gboolean is_midnight = length < 16 || strncmp (value + 10, "T00:00", 6) == 0;

  g_string_append_len (self->teller->text, value, (gssize) MIN (length, is_midnight ? 10 : 16));
  return SEL_CELL_DATE;
}

static SelCellType
append_value (Reader *self)
{
  GString *text = self->teller->text;
  const char *shared;

  if (strcmp (self->type, "s") == 0)
    {
      shared = sel_xlsx_workbook_get_string (self->workbook,
                                             g_ascii_strtoull (self->value->str, NULL, 10));
      if (shared == NULL)
        stop_damaged (self);
      g_string_append (text, shared ? shared : "");
      return SEL_CELL_TEXT;
    }
  if (strcmp (self->type, "b") == 0)
    {
      g_string_append (text, strcmp (self->value->str, "1") == 0 ? "true" : "false");
      return SEL_CELL_BOOLEAN;
    }
  if (strcmp (self->type, "d") == 0)
    return append_date (self);
  if (*self->type == '\0' || strcmp (self->type, "n") == 0)
    return append_number (self);

  g_string_append (text, self->value->str);
  return strcmp (self->type, "e") == 0 ? SEL_CELL_ERROR : SEL_CELL_TEXT;
}

/* What has a format but no value is empty, however far to the right. */
static void
end_cell (Reader *self)
{
  SelSheetTeller *teller = self->teller;
  SelCellType type;

  self->is_in_cell = FALSE;
  if (self->column < teller->cells->len)
    stop_damaged (self);
  else if (self->value->len && self->column >= SEL_SHEET_MOST_COLUMNS)
    sel_sheet_teller_stop (teller, SEL_SHEET_PROBLEM_TOO_MANY_COLUMNS, NULL);
  if (teller->is_over || self->value->len == 0)
    return;

  while (teller->cells->len < self->column)
    sel_sheet_teller_end_cell (teller, SEL_CELL_EMPTY);
  type = append_value (self);
  sel_sheet_teller_end_cell (teller, type);
}

static void
end_cb (gpointer data, const char *name)
{
  Reader *self = data;

  if (self->place != IN_NOTHING)
    sel_xlsx_text_decode (self->value, self->begin);
  self->place = IN_NOTHING;
  if (strcmp (name, "c") == 0 && self->is_in_cell)
    end_cell (self);
  else if (strcmp (name, "rPh") == 0 && self->phonetic)
    self->phonetic--;
  else if (strcmp (name, "row") == 0)
    sel_sheet_teller_end_row (self->teller);
}

/* The place of the sheet that is called @name; that of the first shown when none is asked for. */
static gboolean
find_sheet (SelXlsxWorkbook *workbook, const char *name, guint *sheet)
{
  g_autofree char *names = NULL;

  *sheet = workbook->first_shown;
  if (name == NULL || *name == '\0')
    return TRUE;

  for (*sheet = 0; *sheet < workbook->sheets->len; (*sheet)++)
    if (strcmp (g_ptr_array_index (workbook->names, *sheet), name) == 0)
      return TRUE;

  names = g_strjoinv (", ", (char **) workbook->names->pdata);
  sel_sheet_teller_stop (workbook->package->teller, SEL_SHEET_PROBLEM_NO_SUCH_SHEET, names);
  return FALSE;
}

static void
read_sheet (SelXlsxWorkbook *workbook, guint sheet)
{
  static const SelXlsxHandler handler = { .start = start_cb, .end = end_cb, .text = text_cb };
  g_autoptr (GString) value = g_string_new (NULL);
  SelSheetTeller *teller = workbook->package->teller;
  Reader self = { .teller = teller, .workbook = workbook, .value = value };
  gboolean is_found;

  sel_sheet_teller_found (teller, SEL_SHEET_XLSX, 0, 0, sheet,
                          (const char *const *) workbook->names->pdata);
  if (sel_xlsx_workbook_load (workbook) &&
      sel_xlsx_package_read (workbook->package, g_ptr_array_index (workbook->sheets, sheet),
                             &handler, &self, &is_found) &&
      !is_found)
    stop_damaged (&self);
  sel_sheet_teller_finish (teller);
}

/**
 * sel_xlsx_reader_run:
 * @file: (transfer none): open for reading, and a file that can be read from any place
 * @sheet: (nullable): the name of the sheet that is wanted
 */
void
sel_xlsx_reader_run (SelSheetTeller *teller, int file, const char *sheet)
{
  g_auto (SelXlsxWorkbook) workbook = { 0 };
  SelXlsxPackage package;
  guint place;

  xmlInitParser ();
  if (sel_xlsx_package_open (&package, teller, file) &&
      sel_xlsx_workbook_open (&workbook, &package) && find_sheet (&workbook, sheet, &place))
    read_sheet (&workbook, place);
}
