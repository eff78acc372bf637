/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exchange file of an export, as its schema has it. */
#include <string.h>

#include "exchange/export-private.h"
#include "store/record-export.h"

/* How many records lie between two looks at the progress. */
#define PROGRESS_STEP 1024

static void
put (SelXmlWriter *writer, const char *markup)
{
  sel_xml_writer_put (writer, markup, strlen (markup));
}

static void
write_header (SelExporting *self)
{
  const SelRecordType *type = &sel_exchange_header_type;

  put (self->writer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" SEL_EXCHANGE_ROOT
                     " xmlns=\"" SEL_EXCHANGE_NAMESPACE "\">\n  <header>\n");
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      g_autofree char *text = sel_field_dup_text (field, self->result->header);
      g_autofree char *open = g_strdup_printf ("    <%s>", field->name);
      g_autofree char *close = g_strdup_printf ("</%s>\n", field->name);

      if (sel_field_is_empty (field, self->result->header))
        continue;
      put (self->writer, open);
      sel_xml_writer_put_text (self->writer, text);
      put (self->writer, close);
    }
  put (self->writer, "  </header>\n");
}

/* A field as it is written a million times. */
typedef struct
{
  const SelField *field;
  int column;
  gboolean is_withheld; /* the code that tells nothing stands in its place */
  gboolean has_left;    /* in some record */
  GString *open;
  GString *close;
} Column;

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_string_free (column->open, TRUE);
  g_string_free (column->close, TRUE);
}

/* The fields of @type that the file has, in their order. */
static GArray *
make_columns (const SelRecordType *type, SelSensitivity most)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));

  g_array_set_clear_func (columns, clear_column);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      Column column = {
        .field = field,
        .column = SEL_RECORD_EXPORT_FIRST_FIELD + (int) i,
        .is_withheld = !sel_export_carries (most, field),
      };

      if (column.is_withheld && field->stand_in == NULL)
        continue;
      column.open = g_string_new (NULL);
      column.close = g_string_new (NULL);
      g_string_printf (column.open, "    <%s>", field->name);
      g_string_printf (column.close, "</%s>\n", field->name);
      g_array_append_val (columns, column);
    }

  return columns;
}

/* Nothing but what a reader takes for nothing: an empty element is refused. */
static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static void
write_field (SelExporting *self, Column *column, const char *text)
{
  if (is_blank (text))
    return;

  column->has_left |= !column->is_withheld;
  sel_xml_writer_put (self->writer, column->open->str, column->open->len);
  sel_xml_writer_put_text (self->writer, text);
  sel_xml_writer_put (self->writer, column->close->str, column->close->len);
}

/* Writes the record that @stmt stands on. */
static void
write_record (SelExporting *self, SelStatement *stmt, GArray *columns, const SelRecordType *type)
{
  const gint64 id = sel_statement_get_int (stmt, SEL_RECORD_EXPORT_ID);

  put (self->writer, "  <");
  put (self->writer, type->name);
  put (self->writer, " id=\"");
  put (self->writer, sel_statement_get_text (stmt, SEL_RECORD_EXPORT_UID));
  put (self->writer, "\">\n");
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      if (column->is_withheld)
        write_field (self, column, column->field->stand_in);
      else if (type == &sel_document_type && column->field->offset == offsetof (SelDocument, file))
        write_field (self, column, g_hash_table_lookup (self->names, &id));
      else
        write_field (self, column, sel_statement_get_text (stmt, column->column));
    }
  put (self->writer, "  </");
  put (self->writer, type->name);
  put (self->writer, ">\n");
}

static gboolean
write_run (SelExporting *self, SelStatement *stmt, GArray *columns, guint index, GError **error)
{
  const SelRecordType *type = sel_record_types[index];
  gboolean has_row;

  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return TRUE;

      write_record (self, stmt, columns, type);
      sel_runs_add (self->written[index], sel_statement_get_int (stmt, SEL_RECORD_EXPORT_ID));
      self->result->n_of[index]++;
      if (++self->result->n % PROGRESS_STEP == 0 && !sel_exporting_go_on (self, error))
        return FALSE;
    }

  return FALSE;
}

static void
note_sensitivity (SelExporting *self, const GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      if (column->has_left)
        self->result->sensitivity = MAX (self->result->sensitivity, column->field->sensitivity);
    }
}

static gboolean
write_type (SelExporting *self, guint index, GError **error)
{
  const SelRecordType *type = sel_record_types[index];
  const GArray *runs = self->selection->runs[index];
  g_autoptr (GArray) columns = make_columns (type, self->result->most);
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection, sel_record_export_sql (type), error);

  if (stmt == NULL || !sel_exporting_go_on (self, error))
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      const SelRun *run = &g_array_index (runs, SelRun, i);

      sel_statement_reset (stmt);
      sel_statement_bind_int (stmt, 1, run->first);
      sel_statement_bind_int (stmt, 2, run->last);
      if (!write_run (self, stmt, columns, index, error))
        return FALSE;
    }

  note_sensitivity (self, columns);
  return TRUE;
}

/* Writes the exchange file: its header, and what is selected, type by type. */
gboolean
sel_exporting_write (SelExporting *self, GError **error)
{
  int file = sel_export_files_begin (self->files, self->name, error);
  g_autoptr (SelXmlWriter) writer = NULL;

  if (file < 0)
    return FALSE;

  self->writer = writer = sel_xml_writer_new (file, self->name);
  write_header (self);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (!write_type (self, i, error))
      return FALSE;

  put (self->writer, "</" SEL_EXCHANGE_ROOT ">\n");
  self->n_expected = self->result->n; /* without the gaps that there were between the ids */
  return sel_xml_writer_flush (self->writer, error) && sel_export_files_end (self->files, error) &&
         sel_exporting_go_on (self, error);
}
