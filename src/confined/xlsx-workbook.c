/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/xlsx-workbook.h"

#include <string.h>

#include "confined/xlsx-format.h"

/* The part that @target leads to from the folder of @from. */
static char *
dup_target (const char *from, const char *target)
{
  g_autofree char *folder = g_path_get_dirname (from);
  g_autofree char *root = g_strconcat ("/", g_str_equal (folder, ".") ? "" : folder, NULL);
  g_autofree char *path = g_canonicalize_filename (target, root);

  return g_strdup (path + 1);
}

static char *
dup_relations_part (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *name = g_path_get_basename (part);

  return g_str_equal (folder, ".") ? g_strdup_printf ("_rels/%s.rels", name)
                                   : g_strdup_printf ("%s/_rels/%s.rels", folder, name);
}

static void
start_of_package (gpointer data, const char *name, const SelXlsxAttributes *attributes)
{
  SelXlsxWorkbook *self = data;
  g_autofree char *type = sel_xlsx_attribute_dup (attributes, "Type");
  g_autofree char *target = sel_xlsx_attribute_dup (attributes, "Target");

  if (strcmp (name, "Relationship") == 0 && type && target && self->part == NULL &&
      g_str_has_suffix (type, "/officeDocument"))
    self->part = dup_target ("", target);
}

static void
start_of_relations (gpointer data, const char *name, const SelXlsxAttributes *attributes)
{
  SelXlsxWorkbook *self = data;
  g_autofree char *type = sel_xlsx_attribute_dup (attributes, "Type");
  g_autofree char *target = sel_xlsx_attribute_dup (attributes, "Target");
  g_autofree char *id = sel_xlsx_attribute_dup (attributes, "Id");

  if (strcmp (name, "Relationship") != 0 || !type || !target || !id)
    return;

  if (g_str_has_suffix (type, "/worksheet") &&
      g_hash_table_size (self->targets) < SEL_SHEET_MOST_PARTS)
    g_hash_table_insert (self->targets, g_steal_pointer (&id), dup_target (self->part, target));
  else if (g_str_has_suffix (type, "/sharedStrings") && self->strings_part == NULL)
    self->strings_part = dup_target (self->part, target);
  else if (g_str_has_suffix (type, "/styles") && self->styles_part == NULL)
    self->styles_part = dup_target (self->part, target);
}

/* A sheet that is a chart has no table. */
static void
take_sheet (SelXlsxWorkbook *self, const SelXlsxAttributes *attributes)
{
  g_autofree char *name = sel_xlsx_attribute_dup (attributes, "name");
  g_autofree char *id = sel_xlsx_attribute_dup (attributes, "id");
  const char *part = id ? g_hash_table_lookup (self->targets, id) : NULL;
  char state[16];

  if (name == NULL || part == NULL || strlen (name) > SEL_SHEET_MOST_NAME)
    return;
  if (self->names->len == SEL_SHEET_MOST_SHEETS)
    {
      sel_sheet_teller_stop (self->package->teller, SEL_SHEET_PROBLEM_TOO_MANY_SHEETS, NULL);
      return;
    }

  sel_xlsx_attribute_get (attributes, "state", state, sizeof state);
  if (self->first_shown == self->names->len && g_str_has_suffix (state, "idden"))
    self->first_shown++;
  g_ptr_array_add (self->names, g_steal_pointer (&name));
  g_ptr_array_add (self->sheets, g_strdup (part));
}

static void
start_of_workbook (gpointer data, const char *name, const SelXlsxAttributes *attributes)
{
  SelXlsxWorkbook *self = data;

  if (strcmp (name, "workbookPr") == 0)
    self->is_1904 = sel_xlsx_attribute_is_true (attributes, "date1904");
  else if (strcmp (name, "sheet") == 0)
    take_sheet (self, attributes);
}

/* What a zip file is that is no workbook. */
static SelSheetProblem
judge (SelXlsxPackage *package)
{
  g_autofree char *type = sel_xlsx_package_dup_start (package, "mimetype", 100);

  return type && g_str_has_prefix (type, "application/vnd.oasis.opendocument")
           ? SEL_SHEET_PROBLEM_OPEN_DOCUMENT
           : SEL_SHEET_PROBLEM_NOT_A_SHEET;
}

static gboolean
stop (SelXlsxWorkbook *self, SelSheetProblem problem)
{
  sel_sheet_teller_stop (self->package->teller, problem, NULL);
  return FALSE;
}

/**
 * sel_xlsx_workbook_open:
 * @self: (out): undefined memory; clear it in any case
 *
 * Finds the sheets.
 *
 * Returns: %FALSE when it is no workbook; why was told
 */
gboolean
sel_xlsx_workbook_open (SelXlsxWorkbook *self, SelXlsxPackage *package)
{
  static const SelXlsxHandler of_package = { .start = start_of_package };
  static const SelXlsxHandler of_relations = { .start = start_of_relations };
  static const SelXlsxHandler of_workbook = { .start = start_of_workbook };
  g_autofree char *relations = NULL;
  gboolean is_found;

  *self = (SelXlsxWorkbook){ .package = package };
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_new (NULL);
  self->begins = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->dates = g_array_new (FALSE, FALSE, sizeof (gboolean));

  if (!sel_xlsx_package_read (package, "_rels/.rels", &of_package, self, &is_found))
    return FALSE;
  if (self->part == NULL || !g_str_has_suffix (self->part, ".xml"))
    return stop (self, judge (package));

  relations = dup_relations_part (self->part);
  if (!sel_xlsx_package_read (package, relations, &of_relations, self, &is_found) ||
      !sel_xlsx_package_read (package, self->part, &of_workbook, self, &is_found))
    return FALSE;
  if (self->names->len == 0)
    return stop (self, is_found ? SEL_SHEET_PROBLEM_NOT_A_SHEET : SEL_SHEET_PROBLEM_DAMAGED);

  if (self->first_shown == self->names->len)
    self->first_shown = 0;
  g_ptr_array_add (self->names, NULL);
  return TRUE;
}

typedef struct
{
  SelXlsxWorkbook *workbook;
  gboolean is_text;
  gsize begin;    /* of the text at hand */
  guint phonetic; /* how a text is spoken is no part of it */
} Strings;

static void
start_of_strings (gpointer data,
                  const char *name,
                  G_GNUC_UNUSED const SelXlsxAttributes *attributes)
{
  Strings *self = data;
  GArray *begins = self->workbook->begins;
  const guint32 begin = (guint32) self->workbook->strings->len;

  if (strcmp (name, "si") == 0 && begins->len == SEL_SHEET_MOST_STRINGS / 8)
    stop (self->workbook, SEL_SHEET_PROBLEM_TOO_MUCH_TEXT);
  else if (strcmp (name, "si") == 0)
    g_array_append_val (begins, begin);
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
  else
    {
      self->is_text = strcmp (name, "t") == 0 && self->phonetic == 0 && begins->len;
      self->begin = begin;
    }
}

static void
end_of_strings (gpointer data, const char *name)
{
  Strings *self = data;

  if (self->is_text)
    sel_xlsx_text_decode (self->workbook->strings, self->begin);
  self->is_text = FALSE;
  if (strcmp (name, "rPh") == 0)
    self->phonetic--;
  else if (strcmp (name, "si") == 0)
    g_string_append_c (self->workbook->strings, '\0');
}

static void
text_of_strings (gpointer data, const char *text, gsize length)
{
  Strings *self = data;
  GString *strings = self->workbook->strings;

  if (!self->is_text)
    return;
  if (strings->len + length > SEL_SHEET_MOST_STRINGS)
    stop (self->workbook, SEL_SHEET_PROBLEM_TOO_MUCH_TEXT);
  else
    g_string_append_len (strings, text, (gssize) length);
}

typedef struct
{
  SelXlsxWorkbook *workbook;
  GHashTable *codes; /* of formats, by their numbers */
  gboolean is_of_cells;
} Styles;

static void
take_style (Styles *self, guint id)
{
  GArray *dates = self->workbook->dates;
  const gboolean is_date =
    sel_xlsx_format_is_date (id, g_hash_table_lookup (self->codes, GUINT_TO_POINTER (id)));

  if (dates->len < SEL_SHEET_MOST_STYLES)
    g_array_append_val (dates, is_date);
}

static void
start_of_styles (gpointer data, const char *name, const SelXlsxAttributes *attributes)
{
  Styles *self = data;
  char text[16];
  guint id;

  sel_xlsx_attribute_get (attributes, "numFmtId", text, sizeof text);
  id = (guint) g_ascii_strtoull (text, NULL, 10);
  if (strcmp (name, "cellXfs") == 0)
    self->is_of_cells = TRUE;
  else if (strcmp (name, "xf") == 0 && self->is_of_cells)
    take_style (self, id);
  else if (strcmp (name, "numFmt") == 0 && g_hash_table_size (self->codes) < SEL_SHEET_MOST_STYLES)
    {
      char *code = sel_xlsx_attribute_dup (attributes, "formatCode");

      if (code)
        g_hash_table_insert (self->codes, GUINT_TO_POINTER (id), code);
    }
}

static void
end_of_styles (gpointer data, const char *name)
{
  Styles *self = data;

  if (strcmp (name, "cellXfs") == 0)
    self->is_of_cells = FALSE;
}

/* Reads what the cells refer to; FALSE when something was wrong, which was told. */
gboolean
sel_xlsx_workbook_load (SelXlsxWorkbook *self)
{
  static const SelXlsxHandler of_strings = {
    .start = start_of_strings, .end = end_of_strings, .text = text_of_strings
  };
  static const SelXlsxHandler of_styles = { .start = start_of_styles, .end = end_of_styles };
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Strings strings = { .workbook = self };
  Styles styles = { .workbook = self, .codes = codes };
  gboolean is_found;

  return (self->styles_part == NULL || sel_xlsx_package_read (self->package, self->styles_part,
                                                              &of_styles, &styles, &is_found)) &&
         (self->strings_part == NULL || sel_xlsx_package_read (self->package, self->strings_part,
                                                               &of_strings, &strings, &is_found));
}

void
sel_xlsx_workbook_clear (SelXlsxWorkbook *self)
{
  if (self->targets == NULL)
    return;

  g_hash_table_unref (g_steal_pointer (&self->targets));
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->sheets);
  g_string_free (self->strings, TRUE);
  g_array_unref (self->begins);
  g_array_unref (self->dates);
  g_free (self->part);
  g_free (self->strings_part);
  g_free (self->styles_part);
}

/* The text of this number; NULL when there is none. */
const char *
sel_xlsx_workbook_get_string (SelXlsxWorkbook *self, guint64 index)
{
  return index < self->begins->len
           ? self->strings->str + g_array_index (self->begins, guint32, index)
           : NULL;
}

gboolean
sel_xlsx_workbook_is_date (SelXlsxWorkbook *self, guint64 style)
{
  return style < self->dates->len && g_array_index (self->dates, gboolean, style);
}
