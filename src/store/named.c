/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/named.h"

#include <glib/gi18n-lib.h>

#include "store/merge-records.h"

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
  { &sel_participant_type,
    "SELECT id FROM participant WHERE uid = lower ($1) OR nik = $1"
    " UNION SELECT id FROM participant WHERE name = $1 COLLATE NOCASE LIMIT 2" },
};

static const char *
find_sql (const SelRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].type == type)
      return names[i].sql;

  g_return_val_if_reached (NULL);
}

/* What a person is called stands in no message. */
static gboolean
fail_none (const SelRecordType *type, const char *name, GError **error)
{
  if (type == &sel_participant_type)
    g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND,
                         _ ("This participant is not in the register: give the UID, the NIK, or the "
                            "name as it stands there."));
  else
    g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND,
                 /* Translators: a kind of record, and what one is called: Partner “BNN” */
                 _ ("%s “%s” is not in the register: give its UID, or its name or number as it "
                    "stands there."),
                 _ (type->label), name);
  return FALSE;
}

static gboolean
fail_several (const SelRecordType *type, const char *name, GError **error)
{
  if (type == &sel_participant_type)
    g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND,
                         _ ("This participant is not the only one of that name: give the UID or the "
                            "NIK of the one that is meant."));
  else
    g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND,
                 /* Translators: a kind of record, and what one is called: Partner “BNN” */
                 _ ("%s “%s” is not the only one of that name: give the UID of the one that is "
                    "meant."),
                 _ (type->label), name);
  return FALSE;
}

/* The id of the one record of @type that is called @name: a partner, an agreement, a programme, a
 * cohort or a participant; by the UID of one that was merged since, the one that it became part of.
 * None, or several, is %SEL_STORE_ERROR_NOT_FOUND. */
gboolean
sel_named_find (SelConnection *connection,
                const SelRecordType *type,
                const char *name,
                gint64 *id,
                GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, find_sql (type), error);
  g_autofree char *uid = g_ascii_strdown (name, -1);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, name);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return sel_merge_follow_uid (connection, type, uid, id, error) &&
           (*id || fail_none (type, name, error));

  *id = sel_statement_get_int (stmt, 0);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;
  return !has_row || fail_several (type, name, error);
}
