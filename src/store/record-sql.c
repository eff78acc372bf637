/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/record-sql.h"

typedef struct
{
  char *select;
  char *scan;
  char *insert;
  char *update;
  char *delete;
  char *delete_run;
} Texts;

/* $1 is the id, $2 the uid, $3 the version, $4 … the fields in the order of the table. */
#define FIRST_FIELD 4

static char *
make_select (const SelRecordType *type, const char *rest)
{
  GString *sql = g_string_new ("SELECT id, uid, version");

  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", type->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\" %s", type->name, rest);

  return g_string_free (sql, FALSE);
}

static char *
make_insert (const SelRecordType *type)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (id, uid, version", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", type->fields[i].name);
  g_string_append (sql, ") VALUES ($1, $2, $3");
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, ", $%u", i + FIRST_FIELD);
  g_string_append (sql, ")");

  return g_string_free (sql, FALSE);
}

static char *
make_update (const SelRecordType *type)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE \"%s\" SET id = $1, uid = $2, version = $3", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\" = $%u", type->fields[i].name, i + FIRST_FIELD);
  g_string_append (sql, " WHERE id = $1");

  return g_string_free (sql, FALSE);
}

static const Texts *
texts_of (const SelRecordType *type)
{
  static Texts texts[SEL_N_RECORD_TYPES];
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
        {
          texts[i].select = make_select (sel_record_types[i], "WHERE id = $1");
          texts[i].scan = make_select (sel_record_types[i], "WHERE id > $1 ORDER BY id");
          texts[i].insert = make_insert (sel_record_types[i]);
          texts[i].update = make_update (sel_record_types[i]);
          texts[i].delete =
            g_strdup_printf ("DELETE FROM \"%s\" WHERE id = $1", sel_record_types[i]->name);
          texts[i].delete_run = g_strdup_printf (
            "DELETE FROM \"%s\" WHERE id BETWEEN $1 AND $2", sel_record_types[i]->name);
        }
      g_once_init_leave (&is_ready, 1);
    }

  return &texts[sel_record_type_index (type)];
}

const char *
sel_record_sql_select (const SelRecordType *type)
{
  return texts_of (type)->select;
}

/* All records after the id $1, in the order of their ids. */
const char *
sel_record_sql_scan (const SelRecordType *type)
{
  return texts_of (type)->scan;
}

const char *
sel_record_sql_insert (const SelRecordType *type)
{
  return texts_of (type)->insert;
}

const char *
sel_record_sql_update (const SelRecordType *type)
{
  return texts_of (type)->update;
}

const char *
sel_record_sql_delete (const SelRecordType *type)
{
  return texts_of (type)->delete;
}

/* All from the id $1 to $2. */
const char *
sel_record_sql_delete_run (const SelRecordType *type)
{
  return texts_of (type)->delete_run;
}

static void
bind_field (SelStatement *stmt, int parameter, const SelField *field, gconstpointer record)
{
  g_autofree char *text = NULL;

  switch (field->kind)
    {
    case SEL_FIELD_TEXT:
      sel_statement_lend_text (stmt, parameter, *SEL_MEMBER_CONST (char *, record, field));
      return;
    case SEL_FIELD_BOOLEAN:
      sel_statement_bind_int (stmt, parameter, *SEL_MEMBER_CONST (gboolean, record, field));
      return;
    default:
      break;
    }

  if (sel_field_is_empty (field, record))
    {
      sel_statement_bind_null (stmt, parameter);
      return;
    }

  switch (field->kind)
    {
    case SEL_FIELD_INTEGER:
    case SEL_FIELD_REFERENCE:
      sel_statement_bind_int (stmt, parameter, *SEL_MEMBER_CONST (gint64, record, field));
      break;
    case SEL_FIELD_REAL:
      sel_statement_bind_real (stmt, parameter, *SEL_MEMBER_CONST (double, record, field));
      break;
    case SEL_FIELD_CHOICE:
      sel_statement_lend_text (stmt, parameter,
                               field->choices[*SEL_MEMBER_CONST (int, record, field) - 1].code);
      break;
    default:
      text = sel_field_dup_text (field, record);
      sel_statement_bind_text (stmt, parameter, text);
      break;
    }
}

/* Binds the whole record, which must live until the statement was run, to an insert or update of
 * its type. */
void
sel_record_bind (SelStatement *stmt, const SelRecordType *type, gconstpointer record)
{
  const SelRecord *head = record;

  sel_statement_bind_int (stmt, 1, head->id);
  sel_statement_lend_text (stmt, 2, head->uid);
  sel_statement_bind_int (stmt, 3, head->version);
  for (guint i = 0; i < type->n_fields; i++)
    bind_field (stmt, (int) i + FIRST_FIELD, &type->fields[i], record);
}

static gboolean
read_field (SelStatement *stmt, int column, const SelField *field, gpointer record, GError **error)
{
  if (sel_statement_is_null (stmt, column))
    {
      sel_field_clear (field, record);
      return TRUE;
    }

  switch (field->kind)
    {
    case SEL_FIELD_TEXT:
      sel_field_clear (field, record);
      *SEL_MEMBER (char *, record, field) = g_strdup (sel_statement_get_text (stmt, column));
      return TRUE;
    case SEL_FIELD_INTEGER:
    case SEL_FIELD_REFERENCE:
      *SEL_MEMBER (gint64, record, field) = sel_statement_get_int (stmt, column);
      return TRUE;
    case SEL_FIELD_BOOLEAN:
      *SEL_MEMBER (gboolean, record, field) = sel_statement_get_int (stmt, column) != 0;
      return TRUE;
    case SEL_FIELD_REAL:
      *SEL_MEMBER (double, record, field) = sel_statement_get_real (stmt, column);
      return TRUE;
    default:
      return sel_field_set_text (field, record, sel_statement_get_text (stmt, column), error);
    }
}

/* Fills @record, made by sel_record_new(), from a row of sel_record_sql_select() or _scan(). A
 * field that does not hold what it should is an error of %SEL_RECORD_ERROR. */
gboolean
sel_record_read_row (SelStatement *stmt, const SelRecordType *type, gpointer record, GError **error)
{
  SelRecord *head = record;

  head->id = sel_statement_get_int (stmt, 0);
  g_free (head->uid);
  head->uid = g_strdup (sel_statement_get_text (stmt, 1));
  head->version = sel_statement_get_int (stmt, 2);
  for (guint i = 0; i < type->n_fields; i++)
    if (!read_field (stmt, (int) i + 3, &type->fields[i], record, error))
      return FALSE;

  return TRUE;
}
