/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/owned.h"

#include <glib/gi18n-lib.h>

static gboolean
has_part (GArray *parts, const SelRecordType *type, gint64 id)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, SelOwned, i).type == type &&
        g_array_index (parts, SelOwned, i).id == id)
      return TRUE;

  return FALSE;
}

/* Appends to @found the records of @type whose @field is @id, unless they are in @but already. */
gboolean
sel_owned_append_referring (SelConnection *connection,
                            const SelRecordType *type,
                            const SelField *field,
                            gint64 id,
                            GArray *but,
                            GArray *found,
                            GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = $1", type->name, field->name);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, id);
  while (sel_statement_step (stmt, &has_row, error))
    {
      SelOwned one;

      if (!has_row)
        return TRUE;
      one = (SelOwned){ type, sel_statement_get_int (stmt, 0) };
      if (!has_part (but, one.type, one.id))
        g_array_append_val (found, one);
    }

  return FALSE;
}

static gboolean
refers_to (const SelField *field, const SelRecordType *type, gboolean as_owner)
{
  return field->kind == SEL_FIELD_REFERENCE && field->refers_to == type &&
         !(field->flags & SEL_FIELD_OWNER) == !as_owner;
}

/* Appends to @parts the records that are part of this one (%SEL_FIELD_OWNER), but not those that
 * are part of them. */
gboolean
sel_owned_append_parts (SelConnection *connection,
                        const SelRecordType *type,
                        gint64 id,
                        GArray *parts,
                        GError **error)
{
  for (guint t = 0; t < SEL_N_RECORD_TYPES; t++)
    for (guint f = 0; f < sel_record_types[t]->n_fields; f++)
      if (refers_to (&sel_record_types[t]->fields[f], type, TRUE) &&
          !sel_owned_append_referring (connection, sel_record_types[t], &sel_record_types[t]->fields[f], id,
                                       parts, parts, error))
        return FALSE;

  return TRUE;
}

/* The record itself and all that is part of it, and of that in turn; owners first. */
GArray *
sel_owned_list (SelConnection *connection, const SelRecordType *type, gint64 id, GError **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SelOwned));
  SelOwned whole = { type, id };

  g_array_append_val (parts, whole);
  for (guint i = 0; i < parts->len; i++)
    {
      const SelOwned owner = g_array_index (parts, SelOwned, i);

      if (!sel_owned_append_parts (connection, owner.type, owner.id, parts, error))
        return NULL;
    }

  return g_steal_pointer (&parts);
}

/* FALSE with %SEL_STORE_ERROR_IN_USE when a record that is not in @parts refers to one that is. */
gboolean
sel_owned_check_free (SelConnection *connection, GArray *parts, GError **error)
{
  g_autoptr (GString) users = g_string_new (NULL);

  for (guint t = 0; t < SEL_N_RECORD_TYPES; t++)
    {
      const SelRecordType *type = sel_record_types[t];
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SelOwned));

      for (guint f = 0; f < type->n_fields; f++)
        for (guint i = 0; i < parts->len; i++)
          {
            const SelOwned *part = &g_array_index (parts, SelOwned, i);

            if (refers_to (&type->fields[f], part->type, FALSE) &&
                !sel_owned_append_referring (connection, type, &type->fields[f], part->id, parts, found,
                                             error))
              return FALSE;
          }

      if (found->len)
        g_string_append_printf (users, "%s%s (%u)", users->len ? ", " : "", _ (type->plural),
                                found->len);
    }

  if (users->len == 0)
    return TRUE;

  g_set_error (
    error, SEL_STORE_ERROR, SEL_STORE_ERROR_IN_USE,
    /* Translators: %s is a list such as "Parties (2), Cohorts (1)" */
    _ ("Other records still refer to it: %s. Nothing was deleted; change or delete those first."),
    users->str);
  return FALSE;
}
