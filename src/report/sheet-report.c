/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheet-report.h"

#include <glib/gi18n-lib.h>

#include "exchange/mapping-needs.h"
#include "report/text-table.h"

/* Rows that are shown. */
#define MOST_ROWS 10

/* One cell as it would be read: text, or why it would be refused. */
typedef struct
{
  char *text;
  GError *wrong;
} Value;

static void
clear_value (Value *value)
{
  g_free (value->text);
  g_clear_error (&value->wrong);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Value, clear_value)

static Value
read_value (const SelRosterLook *look,
            const SelLookRow *row,
            const SelRosterColumn *column,
            gboolean reveals)
{
  Value value = { 0 };

  value.text = sel_roster_look_dup_value (look, row, column, &value.wrong);
  if (value.text && !reveals && sel_roster_column_is_personal (column))
    {
      g_autofree char *shown = g_steal_pointer (&value.text);

      value.text = sel_text_dup_masked (shown);
    }
  return value;
}

/* The columns of the mapping, in the order of a template. */
static GPtrArray *
list_columns (const SelRosterLook *look)
{
  GPtrArray *columns = g_ptr_array_new ();
  const SelRosterColumn *column;

  for (guint i = 0; (column = sel_roster_column_at (look->mapping->kind, i)); i++)
    if (g_hash_table_contains (look->mapping->headers, column->name))
      g_ptr_array_add (columns, (gpointer) column);

  return columns;
}

/* What the mapping makes of the column that is called @header; NULL for nothing. */
static const SelRosterColumn *
find_column (const SelRosterLook *look, const char *header)
{
  const SelRosterColumn *column = sel_roster_column_by_header (look->mapping->kind, header);
  const char *taken =
    column ? g_hash_table_lookup (look->mapping->headers, column->name) : NULL;

  return g_strcmp0 (taken, header) == 0 ? column : NULL;
}

static char *
dup_file_line (const char *file, const SelRosterLook *look)
{
  if (look->kind == SEL_SHEET_IMS)
    /* Translators: a file's name, and an encoding */
    return g_strdup_printf (_ ("%s: IMS Enterprise, in %s"), file,
                            sel_sheet_encoding_name (look->encoding));
  if (look->kind == SEL_SHEET_XLSX)
    /* Translators: a file's name, and that of a sheet in it */
    return g_strdup_printf (_ ("%s: XLSX workbook, sheet “%s”"), file,
                            look->sheets[look->sheet]);
  if (look->delimiter == '\t')
    /* Translators: a file's name, and an encoding */
    return g_strdup_printf (_ ("%s: CSV with tabs between the columns, in %s"), file,
                            sel_sheet_encoding_name (look->encoding));
  /* Translators: a file's name, a character, and an encoding */
  return g_strdup_printf (_ ("%s: CSV with “%c” between the columns, in %s"), file,
                          (char) look->delimiter, sel_sheet_encoding_name (look->encoding));
}

static void
append_columns (GString *page, const SelRosterLook *look)
{
  const SelLookRow *header = g_ptr_array_index (look->rows, look->header);
  g_autoptr (SelTextTable) table = sel_text_table_new (2, 2);

  sel_text_table_add (table, _ ("Column"));
  sel_text_table_add (table, _ ("Field"));
  for (guint i = 0; i < header->n_cells; i++)
    {
      const char *text = header->cells[i].text;
      const SelRosterColumn *column = text ? find_column (look, text) : NULL;

      if (text == NULL)
        continue;
      sel_text_table_add (table, text);
      sel_text_table_add (table, column ? sel_roster_column_header (column) : "–");
    }

  g_string_append_c (page, '\n');
  sel_text_table_append_to (table, page);
}

/* A person reads the label of a choice, not its code. */
static const char *
get_shown (const SelRosterColumn *column, const char *text)
{
  const SelField *field = sel_roster_column_field (column);

  if (text && field && field->kind == SEL_FIELD_CHOICE)
    for (const SelChoice *choice = field->choices; choice->code; choice++)
      if (g_str_equal (choice->code, text))
        return sel_choice_label (choice);

  return text;
}

static void
append_rows (GString *page, const SelRosterLook *look, gboolean reveals)
{
  g_autoptr (GPtrArray) columns = list_columns (look);
  g_autoptr (SelTextTable) table = sel_text_table_new (1 + columns->len, 1 + columns->len);
  g_autoptr (GString) problems = g_string_new (NULL);
  const guint end = MIN (look->rows->len, look->header + 1 + MOST_ROWS);

  sel_text_table_add (table, _ ("Row"));
  for (guint i = 0; i < columns->len; i++)
    sel_text_table_add (table, sel_roster_column_header (g_ptr_array_index (columns, i)));
  for (guint i = look->header + 1; i < end; i++)
    {
      const SelLookRow *row = g_ptr_array_index (look->rows, i);
      g_autofree char *number = g_strdup_printf ("%u", row->number);

      sel_text_table_add (table, number);
      for (guint j = 0; j < columns->len; j++)
        {
          const SelRosterColumn *column = g_ptr_array_index (columns, j);
          g_auto (Value) value = read_value (look, row, column, reveals);

          sel_text_table_add (table, value.wrong ? "!" : get_shown (column, value.text));
          if (value.wrong)
            {
              /* Translators: the number of a row, and a whole sentence */
              g_string_append_printf (problems, _ ("Row %u, %s"), row->number,
                                      value.wrong->message);
              g_string_append_c (problems, '\n');
            }
        }
    }

  g_string_append_c (page, '\n');
  sel_text_table_append_to (table, page);
  if (problems->len)
    g_string_append_printf (page, "\n%s", problems->str);
}

/* For a person, in the user's language; what is personal is masked unless @reveals. */
void
sel_sheet_report_append_text (GString *page,
                              const char *file,
                              const SelRosterLook *look,
                              gboolean reveals)
{
  g_autofree char *line = dup_file_line (file, look);
  g_autofree char *sheets = g_strjoinv (", ", look->sheets);
  g_autofree char *missing = sel_mapping_dup_missing (look->mapping);

  g_string_append_printf (page, "%s\n", line);
  if (*sheets)
    {
      /* Translators: names of the sheets of a workbook */
      g_string_append_printf (page, _ ("Sheets: %s"), sheets);
      g_string_append_c (page, '\n');
    }
  if (look->kind == SEL_SHEET_IMS)
    return;
  if (look->header == look->rows->len)
    {
      g_string_append_printf (page, "%s\n", _ ("None of its first rows names a column that is "
                                               "known here."));
      return;
    }

  /* Translators: what a table is about, such as Participants, and the number of a row */
  g_string_append_printf (
    page, _ ("%s, with the names of the columns in row %u"),
    sel_roster_kind_label (look->mapping->kind),
    ((const SelLookRow *) g_ptr_array_index (look->rows, look->header))->number);
  g_string_append_c (page, '\n');
  append_columns (page, look);
  if (missing)
    g_string_append_printf (page, "\n%s %s\n", missing,
                            _ ("What is the same in all rows can be said with --default."));
  append_rows (page, look, reveals);
}

static void
add_columns (JsonBuilder *builder, const SelRosterLook *look)
{
  const SelLookRow *header = look->header < look->rows->len
                               ? g_ptr_array_index (look->rows, look->header)
                               : NULL;

  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; header && i < header->n_cells; i++)
    {
      const char *text = header->cells[i].text;
      const SelRosterColumn *column = text ? find_column (look, text) : NULL;

      if (text == NULL)
        continue;
      json_builder_begin_object (builder);
      sel_json_add_text (builder, "header", text);
      sel_json_add_text (builder, "field", column ? column->name : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_row (JsonBuilder *builder,
         const SelRosterLook *look,
         const SelLookRow *row,
         const GPtrArray *columns,
         gboolean reveals)
{
  json_builder_begin_object (builder);
  sel_json_add_number (builder, "row", row->number);
  for (guint i = 0; i < columns->len; i++)
    {
      const SelRosterColumn *column = g_ptr_array_index (columns, i);
      g_auto (Value) value = read_value (look, row, column, reveals);

      json_builder_set_member_name (builder, column->name);
      json_builder_begin_object (builder);
      sel_json_add_text (builder, "text", value.text);
      if (value.wrong)
        sel_json_add_text (builder, "reason", value.wrong->message);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

/* What new records need and nobody says. */
static void
add_missing (JsonBuilder *builder, const SelMapping *mapping)
{
  const SelRosterColumn *column;

  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; (column = sel_roster_column_at (mapping->kind, i)); i++)
    if (sel_mapping_needs (mapping, column))
      json_builder_add_string_value (builder, column->name);
  json_builder_end_array (builder);
}

/* Adds an object for other programs; reasons are in the user's language all the same. */
void
sel_sheet_report_add_json (JsonBuilder *builder,
                           const char *file,
                           const SelRosterLook *look,
                           gboolean reveals)
{
  static const char *const kinds[] = {
    [SEL_SHEET_CSV] = "csv", [SEL_SHEET_XLSX] = "xlsx", [SEL_SHEET_IMS] = "ims"
  };
  const char delimiter[] = { (char) look->delimiter, '\0' };
  g_autoptr (GPtrArray) columns = list_columns (look);
  const guint end = MIN (look->rows->len, look->header + 1 + MOST_ROWS);

  json_builder_begin_object (builder);
  sel_json_add_text (builder, "file", file);
  sel_json_add_text (builder, "format", kinds[look->kind]);
  sel_json_add_text (builder, "delimiter", *delimiter ? delimiter : NULL);
  sel_json_add_text (builder, "encoding", sel_sheet_encoding_name (look->encoding));
  json_builder_set_member_name (builder, "sheets");
  json_builder_begin_array (builder);
  for (guint i = 0; look->sheets[i]; i++)
    json_builder_add_string_value (builder, look->sheets[i]);
  json_builder_end_array (builder);
  sel_json_add_text (builder, "sheet", look->sheets[0] ? look->sheets[look->sheet] : NULL);
  sel_json_add_text (builder, "kind", sel_roster_kind_name (look->mapping->kind));
  sel_json_add_number (
    builder, "header",
    look->header < look->rows->len
      ? ((const SelLookRow *) g_ptr_array_index (look->rows, look->header))->number
      : SEL_NO_INTEGER);
  add_columns (builder, look);
  add_missing (builder, look->mapping);

  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = look->header + 1; i < end; i++)
    add_row (builder, look, g_ptr_array_index (look->rows, i), columns, reveals);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
