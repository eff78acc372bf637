/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/record-export.h"

/* A field as the text that stands in a file; of a reference, the uid of what it refers to. */
static void
append_column (GString *sql, const SelField *field)
{
  switch (field->kind)
    {
    case SEL_FIELD_REFERENCE:
      g_string_append_printf (sql, ", (SELECT o.uid FROM \"%s\" o WHERE o.id = r.\"%s\")",
                              field->refers_to->name, field->name);
      break;
    case SEL_FIELD_BOOLEAN:
      g_string_append_printf (sql, ", CASE WHEN r.\"%s\" = 0 THEN 'false' ELSE 'true' END",
                              field->name);
      break;
    default:
      g_string_append_printf (sql, ", r.\"%s\"", field->name);
      break;
    }
}

static char *
make_sql (const SelRecordType *type)
{
  GString *sql = g_string_new ("SELECT r.id, r.uid");

  for (guint i = 0; i < type->n_fields; i++)
    append_column (sql, &type->fields[i]);
  g_string_append_printf (sql, " FROM \"%s\" r WHERE r.id BETWEEN $1 AND $2 ORDER BY r.id",
                          type->name);

  return g_string_free (sql, FALSE);
}

/* The records of @type with the ids $1 to $2, in the order of their ids. The columns after the
 * first two are the fields, which sel_statement_get_text() gives in the form of a file. */
const char *
sel_record_export_sql (const SelRecordType *type)
{
  static char *texts[SEL_N_RECORD_TYPES];
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
        texts[i] = make_sql (sel_record_types[i]);
      g_once_init_leave (&is_ready, 1);
    }

  return texts[sel_record_type_index (type)];
}
