/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field tables say what the columns are; the schema says it again, and here it is compared. */
#include "support.h"

static const char *
sql_type (const SelField *field)
{
  switch (field->kind)
    {
    case SEL_FIELD_INTEGER:
    case SEL_FIELD_REFERENCE:
    case SEL_FIELD_BOOLEAN:
      return "INTEGER";
    case SEL_FIELD_REAL:
      return "REAL";
    default:
      return "TEXT";
    }
}

/* The columns of a type as PRAGMA table_info has them: name, type, NOT NULL. */
static char *
expected_columns (const SelRecordType *type)
{
  GString *text = g_string_new ("id INTEGER 0\nuid TEXT 1\nversion INTEGER 1\n");

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      gboolean is_required =
        !(field->flags & SEL_FIELD_OPTIONAL) || field->kind == SEL_FIELD_BOOLEAN;

      g_string_append_printf (text, "%s %s %d\n", field->name, sql_type (field), is_required);
    }

  return g_string_free (text, FALSE);
}

static char *
list_rows (SelConnection *connection, const char *sql, guint n_columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, &error);
  GString *text = g_string_new (NULL);
  gboolean has_row;

  g_assert_no_error (error);
  while (sel_statement_step (stmt, &has_row, &error) && has_row)
    for (guint i = 0; i < n_columns; i++)
      g_string_append_printf (text, "%s%c", sel_statement_get_text (stmt, (int) i),
                              i + 1 < n_columns ? ' ' : '\n');
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

static void
test_columns (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    {
      const SelRecordType *type = sel_record_types[i];
      g_autofree char *sql = g_strdup_printf (
        "SELECT name, type, \"notnull\" FROM pragma_table_info ('%s') ORDER BY cid", type->name);
      g_autofree char *columns = list_rows (reading->connection, sql, 3);
      g_autofree char *expected = expected_columns (type);

      g_test_message ("%s", type->name);
      g_assert_cmpstr (columns, ==, expected);
    }
}

static void
test_references (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    {
      const SelRecordType *type = sel_record_types[i];
      g_autofree char *sql = g_strdup_printf (
        "SELECT f.\"from\", f.\"table\", f.\"to\" FROM pragma_foreign_key_list ('%s') f"
        " JOIN pragma_table_info ('%s') c ON c.name = f.\"from\" ORDER BY c.cid",
        type->name, type->name);
      g_autofree char *references = list_rows (reading->connection, sql, 3);
      g_autoptr (GString) expected = g_string_new (NULL);

      for (guint f = 0; f < type->n_fields; f++)
        if (type->fields[f].kind == SEL_FIELD_REFERENCE)
          g_string_append_printf (expected, "%s %s id\n", type->fields[f].name,
                                  type->fields[f].refers_to->name);

      g_test_message ("%s", type->name);
      g_assert_cmpstr (references, ==, expected->str);
    }
}

/* Whoever deletes a record, or opens it, asks for those that refer to it. */
static void
test_references_are_indexed (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    for (guint f = 0; f < sel_record_types[i]->n_fields; f++)
      if (sel_record_types[i]->fields[f].kind == SEL_FIELD_REFERENCE)
        {
          g_autofree char *sql =
            g_strdup_printf ("SELECT count (*) FROM pragma_index_list ('%s') l,"
                             " pragma_index_info (l.name) c"
                             " WHERE c.seqno = 0 AND l.partial = 0 AND c.name = '%s'",
                             sel_record_types[i]->name, sel_record_types[i]->fields[f].name);

          g_test_message ("%s.%s", sel_record_types[i]->name, sel_record_types[i]->fields[f].name);
          g_assert_cmpint (ask (store, sql), >, 0);
        }
}

static void
test_every_table_is_strict (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  g_assert_cmpint (
    ask (store, "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                " AND strict = 0 AND name NOT LIKE 'sqlite_%'"),
    ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/schema/columns", test_columns);
  g_test_add_func ("/store/schema/references", test_references);
  g_test_add_func ("/store/schema/references-are-indexed", test_references_are_indexed);
  g_test_add_func ("/store/schema/every-table-is-strict", test_every_table_is_strict);
  return g_test_run ();
}
