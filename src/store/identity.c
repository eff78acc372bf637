/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/identity.h"

#include "store/identity-sql.h"
#include "store/merge-records.h"

typedef struct
{
  char *find;
  char *find_uid;
} Texts;

/* The statements that name a type's table. A record that was deleted is looked past. */
static const Texts *
texts_of (const SelRecordType *type)
{
  static Texts texts[SEL_N_RECORD_TYPES];
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
        {
          const char *name = sel_record_types[i]->name;

          texts[i].find =
            g_strdup_printf ("SELECT (SELECT id FROM \"%s\" WHERE id = identity.record), record,"
                             " exchange, line FROM identity"
                             " WHERE origin = $1 AND key = $2",
                             name);
          texts[i].find_uid = g_strdup_printf ("SELECT id FROM \"%s\" WHERE uid = $1", name);
        }
      g_once_init_leave (&is_ready, 1);
    }

  return &texts[sel_record_type_index (type)];
}

/* The place of @sender's identifiers of @type, which is made when it is new. */
gboolean
sel_identity_get_origin (SelAct *act,
                         const char *sender,
                         const SelRecordType *type,
                         gint64 *origin,
                         GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (sel_act_get_connection (act),
                            "INSERT INTO origin (sender, type) VALUES ($1, $2)"
                            " ON CONFLICT (sender, type) DO UPDATE SET type = excluded.type"
                            " RETURNING id",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, sender);
  sel_statement_bind_text (stmt, 2, type->name);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *origin = sel_statement_get_int (stmt, 0);
  return TRUE;
}

/* What the origin, one of @type, calls @key. */
gboolean
sel_identity_find (SelConnection *connection,
                   const SelRecordType *type,
                   gint64 origin,
                   const char *key,
                   SelIdentity *identity,
                   GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, texts_of (type)->find, error);
  gboolean has_row;

  *identity = (SelIdentity){ 0 };
  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, origin);
  sel_statement_lend_text (stmt, 2, key);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    *identity = (SelIdentity){ sel_statement_get_int (stmt, 0), sel_statement_get_int (stmt, 2),
                               sel_statement_get_int (stmt, 3), sel_statement_get_int (stmt, 1) };
  return !has_row || identity->record ||
         sel_merge_follow (connection, type, identity->named, &identity->record, error);
}

/* Adding and changing are apart because SQLite keeps a copy of every page that a statement touches
 * when it may do either, and nearly all identifiers of a file are new. */
gboolean
sel_identity_set (SelAct *act,
                  gint64 origin,
                  const char *key,
                  const SelIdentity *identity,
                  GError **error)
{
  static const char *const ways[] = {
    "INSERT INTO identity (record, exchange, line, origin, key)"
    " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (origin, key) DO NOTHING",
    "UPDATE identity SET record = $1, exchange = $2, line = $3 WHERE origin = $4 AND key = $5",
  };
  SelConnection *connection = sel_act_get_connection (act);
  gboolean is_set = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (ways) && !is_set; i++)
    {
      g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, ways[i], error);

      if (stmt == NULL)
        return FALSE;

      sel_statement_bind_int (stmt, 1, identity->record);
      sel_statement_bind_int (stmt, 2, identity->exchange);
      sel_statement_bind_int (stmt, 3, identity->line);
      sel_statement_bind_int (stmt, 4, origin);
      sel_statement_lend_text (stmt, 5, key);
      if (!sel_statement_run (stmt, error))
        return FALSE;
      is_set = sel_connection_get_n_changed (connection) > 0;
    }

  return TRUE;
}

/* What the origin calls @record already: free @key with g_free(), NULL for nothing. */
gboolean
sel_identity_dup_key (SelConnection *connection,
                      gint64 origin,
                      gint64 record,
                      char **key,
                      GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT key FROM identity"
                            " WHERE record = $1 AND origin = $2 ORDER BY key LIMIT 1",
                            error);
  gboolean has_row;

  *key = NULL;
  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, record);
  sel_statement_bind_int (stmt, 2, origin);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    *key = g_strdup (sel_statement_get_text (stmt, 0));
  return TRUE;
}

static gboolean
find_by_text (SelConnection *connection,
              const char *sql,
              const char *text,
              gint64 *record,
              GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);
  gboolean has_row;

  *record = 0;
  if (stmt == NULL)
    return FALSE;

  sel_statement_lend_text (stmt, 1, text);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    *record = sel_statement_get_int (stmt, 0);
  return TRUE;
}

/* The id of the record of @type that every office knows by @uid; 0 for none. */
gboolean
sel_identity_find_uid (SelConnection *connection,
                       const SelRecordType *type,
                       const char *uid,
                       gint64 *record,
                       GError **error)
{
  return find_by_text (connection, texts_of (type)->find_uid, uid, record, error) &&
         (*record || sel_merge_follow_uid (connection, type, uid, record, error));
}

/* The id of the participant with this NIK; 0 for none. */
gboolean
sel_identity_find_nik (SelConnection *connection, const char *nik, gint64 *record, GError **error)
{
  return find_by_text (connection, "SELECT id FROM participant WHERE nik = $1", nik, record, error);
}

/* The number of the newest file of @sender that added @record or changed it, and stands; 0 for
 * none. */
gboolean
sel_identity_find_newest (SelConnection *connection,
                          const char *sender,
                          const SelRecordType *type,
                          gint64 record,
                          gint64 *sequence,
                          GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, SEL_SQL_NEWEST_BY, error);
  gboolean has_row;

  *sequence = 0;
  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, sender);
  sel_statement_bind_text (stmt, 2, type->name);
  sel_statement_bind_int (stmt, 3, record);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    *sequence = sel_statement_get_int (stmt, 0);
  return TRUE;
}

/* Whether what stands in @field of @record came from a file of @sender, as the change log has it:
 * from the last change of the field that was not taken back, or with the run of new records that the
 * record was in. */
gboolean
sel_identity_is_said_by (SelConnection *connection,
                         const char *sender,
                         const SelRecordType *type,
                         gint64 record,
                         const SelField *field,
                         gboolean *is_said_by,
                         GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, SEL_SQL_SAID_BY, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, type->name);
  sel_statement_bind_int (stmt, 2, record);
  sel_statement_bind_text (stmt, 3, field->name);
  sel_statement_bind_text (stmt, 4, sender);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *is_said_by = has_row && sel_statement_get_int (stmt, 0) != 0;
  return TRUE;
}

/* Whether a file of @sender with the number @sequence, or without one (0) and of the @hash (else
 * NULL), said @text in @field of @record, which may have become part of another, and which says
 * something else since. */
gboolean
sel_identity_was_said (SelConnection *connection,
                       const char *sender,
                       gint64 sequence,
                       const char *hash,
                       const SelRecordType *type,
                       gint64 record,
                       const SelField *field,
                       const char *text,
                       gboolean *was_said,
                       GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, SEL_SQL_SAID_BEFORE, error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, type->name);
  sel_statement_bind_int (stmt, 2, record);
  sel_statement_bind_text (stmt, 3, field->name);
  sel_statement_bind_text (stmt, 4, sender);
  sel_statement_bind_int (stmt, 5, sequence);
  sel_statement_bind_text (stmt, 6, hash ? hash : "");
  sel_statement_bind_text (stmt, 7, text);
  return sel_statement_step (stmt, was_said, error);
}
