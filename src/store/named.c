/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/named.h"

#include <glib/gi18n-lib.h>

/* What can be named: by its uid, in whatever case, or by what people call it. */
static const struct
{
  const SelRecordType *type;
  const char *sql;
} names[] = {
  { &sel_partner_type,
    "SELECT id FROM partner WHERE uid = lower ($1) OR name = $1 COLLATE NOCASE"
    " OR short_name = $1 COLLATE NOCASE LIMIT 2" },
  { &sel_agreement_type,
    "SELECT id FROM agreement WHERE uid = lower ($1)"
    " UNION SELECT agreement FROM party WHERE number = $1 COLLATE NOCASE LIMIT 2" },
  { &sel_programme_type,
    "SELECT id FROM programme WHERE uid = lower ($1) OR name = $1 COLLATE NOCASE LIMIT 2" },
  { &sel_cohort_type,
    "SELECT id FROM cohort WHERE uid = lower ($1) OR name = $1 COLLATE NOCASE LIMIT 2" },
};

static const char *
find_sql (const SelRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].type == type)
      return names[i].sql;

  g_return_val_if_reached (NULL);
}

/* The id of the one record of @type that is called @name: a partner, an agreement, a programme or
 * a cohort. None, or several, is %SEL_STORE_ERROR_NOT_FOUND. */
gboolean
sel_named_find (SelConnection *connection,
                const SelRecordType *type,
                const char *name,
                gint64 *id,
                GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, find_sql (type), error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, name);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND,
                   /* Translators: a kind of record, and what one is called: Partner “BNN” */
                   _ ("%s “%s” is not in the register: give its UID, or its name or number as it "
                      "stands there."),
                   _ (type->label), name);
      return FALSE;
    }

  *id = sel_statement_get_int (stmt, 0);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND,
                 /* Translators: a kind of record, and what one is called: Partner “BNN” */
                 _ ("%s “%s” is not the only one of that name: give the UID of the one that is "
                    "meant."),
                 _ (type->label), name);
  return !has_row;
}
