/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/named.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/agreement-link.h"
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
    " UNION SELECT agreement FROM party WHERE number = $1 COLLATE NOCASE"
    " UNION SELECT id FROM agreement WHERE title = $1 COLLATE NOCASE LIMIT " MOST_READ },
  { &sel_programme_type,
    "SELECT id FROM programme WHERE uid = lower ($1) OR name = $1 COLLATE NOCASE LIMIT " MOST_READ },
  { &sel_cohort_type,
    "SELECT id FROM cohort WHERE uid = lower ($1) OR name = $1 COLLATE NOCASE LIMIT " MOST_READ },
  { &sel_participant_type,
    "SELECT id FROM participant WHERE uid = lower ($1) OR nik = $1"
    " UNION SELECT id FROM participant WHERE name = $1 COLLATE NOCASE LIMIT " MOST_READ },
};

typedef struct
{
  SelConnection *connection; /* lent, as all the rest */
  const SelRecordType *type;
  const char *name;
  const GDate *today;
  guint notice_days;
} Asked;

static const char *
find_sql (const SelRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].type == type)
      return names[i].sql;

  g_return_val_if_reached (NULL);
}

/* Reads the ids of those that are called @name. */
static GArray *
read_ids (const Asked *self, const char *name, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection, find_sql (self->type), error);

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_text (stmt, 1, name);
  return sel_statement_read_ids (stmt, error);
}

/* As a word of a command line. Free with g_free(). */
static char *
dup_word (const char *name)
{
  return strpbrk (name, " \t\"'\\$`&|;<>()*?[]#~!") ? g_shell_quote (name) : g_strdup (name);
}

/* "12/PKS/2024  In force  Exchange of data": by its number, unless others have that too. */
static gboolean
offer_agreement (GString *message, const Asked *self, gint64 id, const char *uid, GError **error)
{
  g_autoptr (GArray) links =
    sel_agreement_links_read (self->connection, SEL_SQL_AGREEMENT_LINKS " WHERE r.id = $1", id,
                              self->today, self->notice_days, error);
  const SelAgreementLink *link;
  g_autoptr (GArray) alike = NULL;
  g_autofree char *title = NULL;
  g_autofree char *number = NULL;
  gboolean is_alone = FALSE;

  if (links == NULL)
    return FALSE;
  g_return_val_if_fail (links->len == 1, FALSE);

  link = &g_array_index (links, SelAgreementLink, 0);
  if (link->number)
    {
      if (!(alike = read_ids (self, link->number, error)))
        return FALSE;

      is_alone = alike->len == 1;
      number = dup_word (link->number);
    }

  g_string_append_c (message, '\n');
  if (!is_alone)
    g_string_append_printf (message, "  %s", uid);
  if (number)
    g_string_append_printf (message, "  %s", number);
  title = sel_title_dup_first_words (link->title);
  g_string_append_printf (message, "  %s  %s", sel_agreement_state_label (link->state), title);
  return TRUE;
}

/* Says of a record how it can be named, on a line of its own. A person’s name stands in no message. */
static gboolean
offer (GString *message, const Asked *self, gint64 id, GError **error)
{
  const gboolean is_person = self->type == &sel_participant_type;
  g_autofree char *sql = g_strdup_printf ("SELECT uid, %s FROM \"%s\" WHERE id = $1",
                                          is_person ? "birth_date" : "NULL", self->type->name);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (self->connection, sql, error);
  const char *uid;
  g_autofree char *title = NULL;
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, id);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  uid = sel_statement_get_text (stmt, 0);
  if (self->type == &sel_agreement_type)
    return offer_agreement (message, self, id, uid, error);

  if (is_person)
    title = g_strdup (sel_statement_get_text (stmt, 1));
  else if (!(title = sel_title_dup (self->connection, self->type, id, error)))
    return FALSE;

  g_string_append_printf (message, "\n  %s%s%s", uid, title ? "  " : "", title ? title : "");
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
fail_none (const Asked *self, GError **error)
{
  g_autoptr (GString) message = g_string_new (NULL);
  g_autoptr (GPtrArray) like = NULL;

  if (self->type == &sel_participant_type)
    {
      g_string_append (message, _ ("This participant is not in the register: give the UID, the NIK, "
                                   "or the name as it stands there."));
      return fail (message, error);
    }

  if (!(like = sel_title_search (self->connection, self->type, NULL, 0, self->name, MOST_OFFERS,
                                 error)))
    return FALSE;

  g_string_append_printf (message,
                          /* Translators: a kind of record, and what one is called: Partner “BNN” */
                          _ ("%s “%s” is not in the register: give its UID, or its name or number "
                             "as it stands there."),
                          _ (self->type->label), self->name);
  if (like->len)
    g_string_append_printf (message, " %s", _ ("These are there:"));
  for (guint i = 0; i < like->len; i++)
    if (!offer (message, self, sel_row_get_id (like->pdata[i]), error))
      return FALSE;
  return fail (message, error);
}

static gboolean
fail_several (const Asked *self, const GArray *ids, GError **error)
{
  g_autoptr (GString) message = g_string_new (NULL);

  if (self->type == &sel_participant_type)
    g_string_append (message, _ ("This participant is not the only one of that name: give the UID or "
                                 "the NIK of the one that is meant."));
  else
    g_string_append_printf (message,
                            /* Translators: a kind of record, and what one is called: Partner “BNN” */
                            _ ("%s “%s”: several are called so. Name the one that is meant by what "
                               "its line begins with:"),
                            _ (self->type->label), self->name);

  for (guint i = 0; i < MIN (ids->len, MOST_OFFERS); i++)
    if (!offer (message, self, g_array_index (ids, gint64, i), error))
      return FALSE;
  if (ids->len > MOST_OFFERS)
    g_string_append (message, "\n  …");
  return fail (message, error);
}

/**
 * sel_named_find:
 * @type: of a partner, an agreement, a programme, a cohort or a participant
 * @name: a UID, or what people call it
 * @today: on which the agreements that may be meant have their states
 * @notice_days: see sel_agreement_state_on()
 * @id: (out): of the one record that is called so; by the UID of one that was merged since, of the
 *   one that it became part of
 *
 * None, or several, is %SEL_STORE_ERROR_NOT_FOUND, which names those that may be meant.
 */
gboolean
sel_named_find (SelConnection *connection,
                const SelRecordType *type,
                const char *name,
                const GDate *today,
                guint notice_days,
                gint64 *id,
                GError **error)
{
  const Asked asked = { connection, type, name, today, notice_days };
  g_autoptr (GArray) ids = read_ids (&asked, name, error);
  g_autofree char *uid = g_ascii_strdown (name, -1);

  if (ids == NULL)
    return FALSE;
  if (ids->len > 1)
    return fail_several (&asked, ids, error);
  if (ids->len == 0)
    return sel_merge_follow_uid (connection, type, uid, id, error) &&
           (*id || fail_none (&asked, error));

  *id = g_array_index (ids, gint64, 0);
  return TRUE;
}
