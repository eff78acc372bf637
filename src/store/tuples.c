/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tuples.h"

/* What does not have the form of its member is left unsaid: everything was checked on its way into
 * the database. */
static void
read_member (SelStatement *stmt, int column, const SelField *member, gpointer tuple)
{
  sel_field_clear (member, tuple);
  if (sel_statement_is_null (stmt, column))
    return;

  switch (member->kind)
    {
    case SEL_FIELD_TEXT:
      *SEL_MEMBER (char *, tuple, member) = g_strdup (sel_statement_get_text (stmt, column));
      break;
    case SEL_FIELD_INTEGER:
    case SEL_FIELD_REFERENCE:
      *SEL_MEMBER (gint64, tuple, member) = sel_statement_get_int (stmt, column);
      break;
    case SEL_FIELD_BOOLEAN:
      *SEL_MEMBER (gboolean, tuple, member) = sel_statement_get_int (stmt, column) != 0;
      break;
    case SEL_FIELD_REAL:
      *SEL_MEMBER (double, tuple, member) = sel_statement_get_real (stmt, column);
      break;
    default:
      sel_field_set_text (member, tuple, sel_statement_get_text (stmt, column), NULL);
      break;
    }
}

/* Fills @tuple, which is zero or was filled before, from the row that @stmt stands on: so one
 * struct can take a million rows in turn. */
void
sel_tuple_read (SelStatement *stmt, const SelTupleType *type, gpointer tuple)
{
  for (guint i = 0; i < type->n_members; i++)
    read_member (stmt, (int) i, &type->members[i], tuple);
}

/* An empty array of the structs, which it clears when it is freed. */
GArray *
sel_tuples_new (const SelTupleType *type)
{
  GArray *tuples = g_array_new (FALSE, TRUE, (guint) type->size);

  g_array_set_clear_func (tuples, type->clear);
  return tuples;
}

/* Appends every row that @stmt gives. Members that the type does not list are zero. */
gboolean
sel_tuples_append (GArray *tuples, SelStatement *stmt, const SelTupleType *type, GError **error)
{
  gboolean has_row;

  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return TRUE;

      g_array_set_size (tuples, tuples->len + 1);
      sel_tuple_read (stmt, type, tuples->data + type->size * (tuples->len - 1));
    }

  return FALSE;
}

/* Every row that @stmt, whose parameters are bound, gives. */
GArray *
sel_tuples_read (SelStatement *stmt, const SelTupleType *type, GError **error)
{
  g_autoptr (GArray) tuples = sel_tuples_new (type);

  return sel_tuples_append (tuples, stmt, type, error) ? g_steal_pointer (&tuples) : NULL;
}

/* The answer to a query about one record, whose id is its only parameter. */
GArray *
sel_tuples_read_of (SelConnection *connection,
                    const char *sql,
                    gint64 id,
                    const SelTupleType *type,
                    GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_int (stmt, 1, id);
  return sel_tuples_read (stmt, type, error);
}

/* Frees what the listed members own, and leaves them saying nothing. */
void
sel_tuple_clear (const SelTupleType *type, gpointer tuple)
{
  for (guint i = 0; i < type->n_members; i++)
    sel_field_clear (&type->members[i], tuple);
}

/* As the database keeps it; @date is valid. */
void
sel_statement_bind_date (SelStatement *stmt, int parameter, const GDate *date)
{
  g_autofree char *text = sel_date_dup_text (date);

  sel_statement_bind_text (stmt, parameter, text);
}
