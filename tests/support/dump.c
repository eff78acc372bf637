/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/dump.h"

#include "store/content.h"
#include "store/record-sql.h"

/* The uid of the record with @id. */
static char *
dup_uid (SelConnection *connection, const SelRecordType *type, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT uid FROM \"%s\" WHERE id = $1", type->name);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, &error);
  gboolean has_row;

  g_assert_no_error (error);
  sel_statement_bind_int (stmt, 1, id);
  sel_statement_step (stmt, &has_row, &error);
  g_assert_no_error (error);
  g_assert_true (has_row);
  return g_strdup (sel_statement_get_text (stmt, 0));
}

/* That the bytes are those of the document, and which they are. */
static void
append_content (GString *text, SelConnection *connection, const SelDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sel_content_get (connection, document->sha256, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_string_append_printf (text, "  content: %s, %" G_GSIZE_FORMAT " bytes\n", found,
                          g_bytes_get_size (bytes));
}

static char *
dup_record (SelConnection *connection, const SelRecordType *type, const SelRecord *record)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s\n", type->name, record->uid);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      g_autofree char *value = NULL;

      if (sel_field_is_empty (field, record))
        continue;
      value = field->kind == SEL_FIELD_REFERENCE
                ? dup_uid (connection, field->refers_to, *SEL_MEMBER_CONST (gint64, record, field))
                : sel_field_dup_text (field, record);
      g_string_append_printf (text, "  %s: %s\n", field->name, value);
    }
  if (type == &sel_document_type)
    append_content (text, connection, (const SelDocument *) record);

  return g_string_free (text, FALSE);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
append_type (GString *text, SelConnection *connection, const SelRecordType *type)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection, sel_record_sql_scan (type), &error);
  SelRecord *record = sel_record_new (type);
  gboolean has_row;

  g_assert_no_error (error);
  sel_statement_bind_int (stmt, 1, 0);
  while (sel_statement_step (stmt, &has_row, &error) && has_row)
    {
      sel_record_read_row (stmt, type, record, &error);
      g_assert_no_error (error);
      g_ptr_array_add (records, dup_record (connection, type, record));
    }
  g_assert_no_error (error);
  sel_record_free (type, record);

  g_ptr_array_sort (records, compare_texts);
  for (guint i = 0; i < records->len; i++)
    g_string_append (text, g_ptr_array_index (records, i));
}

/* Every record of every type by its uid, with its fields as text, and references as uids. */
char *
sel_dump_register (SelStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (store, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    append_type (text, reading->connection, sel_record_types[i]);

  return g_string_free (text, FALSE);
}
