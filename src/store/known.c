/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/known.h"

typedef struct
{
  char *by_name;
  char *uid;
} Texts;

/* The statements that name a type's table; that of a name only where records have one. */
static const Texts *
texts_of (const SelRecordType *type)
{
  static Texts texts[SEL_N_RECORD_TYPES];
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
        {
          const SelRecordType *each = sel_record_types[i];
          const gboolean has_short_name = sel_record_type_field (each, "short_name") != NULL;

          texts[i].by_name = g_strdup_printf (
            "SELECT id FROM \"%s\" WHERE name = $1 COLLATE NOCASE%s LIMIT 2", each->name,
            has_short_name ? " OR short_name = $1 COLLATE NOCASE" : "");
          texts[i].uid = g_strdup_printf ("SELECT uid FROM \"%s\" WHERE id = $1", each->name);
        }
      g_once_init_leave (&is_ready, 1);
    }

  return &texts[sel_record_type_index (type)];
}

/* The id in the first row, unless there is a second. */
static gboolean
take_only (SelStatement *stmt, gint64 *record, GError **error)
{
  gboolean has_row;

  *record = 0;
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  *record = sel_statement_get_int (stmt, 0);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    *record = SEL_KNOWN_SEVERAL;
  return TRUE;
}

/* The record of @type, one that has a name, that is called @name, whatever its capitals. */
gboolean
sel_known_by_name (SelConnection *connection,
                   const SelRecordType *type,
                   const char *name,
                   gint64 *record,
                   GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection, texts_of (type)->by_name, error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_lend_text (stmt, 1, name);
  return take_only (stmt, record, error);
}

/* The participant of this name who was born on that day. */
gboolean
sel_known_person (SelConnection *connection,
                  const char *name,
                  const char *birth_date,
                  gint64 *record,
                  GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT id FROM participant"
                            " WHERE name = $1 COLLATE NOCASE AND birth_date = $2 LIMIT 2",
                            error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_lend_text (stmt, 1, name);
  sel_statement_lend_text (stmt, 2, birth_date);
  return take_only (stmt, record, error);
}

/* The session of the cohort that starts from @from to @to, both included. */
gboolean
sel_known_session (SelConnection *connection,
                   gint64 cohort,
                   const char *from,
                   const char *to,
                   gint64 *record,
                   GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT id FROM session"
                            " WHERE cohort = $1 AND starts_at BETWEEN $2 AND $3 LIMIT 2",
                            error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, cohort);
  sel_statement_lend_text (stmt, 2, from);
  sel_statement_lend_text (stmt, 3, to);
  return take_only (stmt, record, error);
}

/* The enrolment of the participant in the cohort, or where that is 0 in the programme. */
gboolean
sel_known_enrolment (SelConnection *connection,
                     gint64 participant,
                     gint64 cohort,
                     gint64 programme,
                     gint64 *record,
                     GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection,
    cohort ? "SELECT id FROM enrolment WHERE participant = $1 AND cohort = $2 LIMIT 2"
           : "SELECT id FROM enrolment WHERE participant = $1 AND programme = $2 LIMIT 2",
    error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, participant);
  sel_statement_bind_int (stmt, 2, cohort ? cohort : programme);
  return take_only (stmt, record, error);
}

gboolean
sel_known_attendance (SelConnection *connection,
                      gint64 session,
                      gint64 enrolment,
                      gint64 *record,
                      GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT id FROM attendance WHERE session = $1 AND enrolment = $2", error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, session);
  sel_statement_bind_int (stmt, 2, enrolment);
  return take_only (stmt, record, error);
}

/* The place of @sender's identifiers of @type; 0 while there is none. */
gboolean
sel_known_origin (SelConnection *connection,
                  const char *sender,
                  const SelRecordType *type,
                  gint64 *origin,
                  GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT id FROM origin WHERE sender = $1 AND type = $2", error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_lend_text (stmt, 1, sender);
  sel_statement_lend_text (stmt, 2, type->name);
  return take_only (stmt, origin, error);
}

/* How every office knows the record: free @uid with g_free(), NULL when it is gone. */
gboolean
sel_known_dup_uid (SelConnection *connection,
                   const SelRecordType *type,
                   gint64 record,
                   char **uid,
                   GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, texts_of (type)->uid, error);
  gboolean has_row;

  *uid = NULL;
  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, record);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    *uid = g_strdup (sel_statement_get_text (stmt, 0));
  return TRUE;
}
