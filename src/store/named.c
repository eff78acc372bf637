/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/named.h"

#include <glib/gi18n-lib.h>

#include "store/merge-records.h"
#include "store/title.h"

/* So many of those that may be meant are named; one more is read, to know that there are more. */
#define MOST_OFFERS 5
#define MOST_READ "6"

/* What can be named: by its uid, in whatever case, or by what people call it. */
static const struct
{
  const SelRecordType *type;
  const char *sql;
} names[] = {
  { &sel_partner_type,
    "SELECT id FROM partner WHERE uid = lower ($1) OR name = $1 COLLATE NOCASE"
    " OR short_name = $1 COLLATE NOCASE LIMIT " MOST_READ },
  { &sel_agreement_type,
    "SELECT id FROM agreement WHERE uid = lower ($1)"
    " UNION SELECT agreement FROM party WHERE number = $1 COLLATE NOCASE LIMIT " MOST_READ },
  { &sel_programme_type,
    "SELECT id FROM programme WHERE uid = lower ($1) OR name = $1 COLLATE NOCASE LIMIT " MOST_READ },
  { &sel_cohort_type,
    "SELECT id FROM cohort WHERE uid = lower ($1) OR name = $1 COLLATE NOCASE LIMIT " MOST_READ },
  { &sel_participant_type,
    "SELECT id FROM participant WHERE uid = lower ($1) OR nik = $1"
    " UNION SELECT id FROM participant WHERE name = $1 COLLATE NOCASE LIMIT " MOST_READ },
};

static const char *
find_sql (const SelRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].type == type)
      return names[i].sql;

  g_return_val_if_reached (NULL);
}

/* Says of a record how it can be named, on a line of its own. A person’s name stands in no message. */
static gboolean
offer (GString *message,
       SelConnection *connection,
       const SelRecordType *type,
       gint64 id,
       GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT uid, %s FROM \"%s\" WHERE id = $1",
                     type == &sel_participant_type ? "birth_date" : "NULL", type->name);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);
  g_autofree char *title = NULL;
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, id);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  if (type == &sel_participant_type)
    title = g_strdup (sel_statement_get_text (stmt, 1));
  else if (!(title = sel_title_dup (connection, type, id, error)))
    return FALSE;

  g_string_append_printf (message, "\n  %s%s%s", sel_statement_get_text (stmt, 0),
                          title ? "  " : "", title ? title : "");
  return TRUE;
}

static gboolean
fail (GString *message, GError **error)
{
  g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND, message->str);
  return FALSE;
}

/* Of others than people, those are offered that have it in their names. */
static gboolean
fail_none (SelConnection *connection, const SelRecordType *type, const char *name, GError **error)
{
  g_autoptr (GString) message = g_string_new (NULL);
  g_autoptr (GPtrArray) like = NULL;

  if (type == &sel_participant_type)
    {
      g_string_append (message, _ ("This participant is not in the register: give the UID, the NIK, "
                                   "or the name as it stands there."));
      return fail (message, error);
    }

  if (!(like = sel_title_search (connection, type, NULL, 0, name, MOST_OFFERS, error)))
    return FALSE;

  g_string_append_printf (message,
                          /* Translators: a kind of record, and what one is called: Partner “BNN” */
                          _ ("%s “%s” is not in the register: give its UID, or its name or number "
                             "as it stands there."),
                          _ (type->label), name);
  if (like->len)
    g_string_append_printf (message, " %s", _ ("These are there:"));
  for (guint i = 0; i < like->len; i++)
    if (!offer (message, connection, type, sel_row_get_id (like->pdata[i]), error))
      return FALSE;
  return fail (message, error);
}

static gboolean
fail_several (SelConnection *connection,
              const SelRecordType *type,
              const char *name,
              const GArray *ids,
              GError **error)
{
  g_autoptr (GString) message = g_string_new (NULL);

  if (type == &sel_participant_type)
    g_string_append (message, _ ("This participant is not the only one of that name: give the UID or "
                                 "the NIK of the one that is meant."));
  else
    g_string_append_printf (message,
                            /* Translators: a kind of record, and what one is called: Partner “BNN” */
                            _ ("%s “%s” is not the only one of that name: give the UID of the one "
                               "that is meant."),
                            _ (type->label), name);

  for (guint i = 0; i < MIN (ids->len, MOST_OFFERS); i++)
    if (!offer (message, connection, type, g_array_index (ids, gint64, i), error))
      return FALSE;
  if (ids->len > MOST_OFFERS)
    g_string_append (message, "\n  …");
  return fail (message, error);
}

/* Reads the ids of those that are called @name. */
static GArray *
read_ids (SelConnection *connection, const SelRecordType *type, const char *name, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, find_sql (type), error);

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_text (stmt, 1, name);
  return sel_statement_read_ids (stmt, error);
}

/* The id of the one record of @type that is called @name: a partner, an agreement, a programme, a
 * cohort or a participant; by the UID of one that was merged since, the one that it became part of.
 * None, or several, is %SEL_STORE_ERROR_NOT_FOUND, which names those that may be meant. */
gboolean
sel_named_find (SelConnection *connection,
                const SelRecordType *type,
                const char *name,
                gint64 *id,
                GError **error)
{
  g_autoptr (GArray) ids = read_ids (connection, type, name, error);
  g_autofree char *uid = g_ascii_strdown (name, -1);

  if (ids == NULL)
    return FALSE;
  if (ids->len > 1)
    return fail_several (connection, type, name, ids, error);
  if (ids->len == 0)
    return sel_merge_follow_uid (connection, type, uid, id, error) &&
           (*id || fail_none (connection, type, name, error));

  *id = g_array_index (ids, gint64, 0);
  return TRUE;
}
