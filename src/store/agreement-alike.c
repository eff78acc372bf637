/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/agreement-alike.h"

#include "store/tuples.h"

void
sel_agreement_typed_free (SelAgreementTyped *self)
{
  g_free (self->title);
  g_array_unref (self->partners);
  g_free (self);
}

/* Addenda bear the name of what they change; and what is made under the one that is written down ($1),
 * or renews it, is known to be another. */
static const char known_sql[] =
  "SELECT r.id, r.title, coalesce (r.starts_on, r.signed_on), " SEL_SQL_AGREEMENT_ENDS_ON ","
  " (SELECT group_concat (party.partner, ' ') FROM party WHERE party.agreement = r.id)"
  " FROM agreement r WHERE r.kind <> 'addendum' AND coalesce (r.parent, 0) <> $1"
  " AND coalesce (r.renews, 0) <> $1";

typedef struct
{
  gint64 id;
  char *title;
  SelAgreementSpan span;
  char *partners;
} Known;

static const SelField known_members[] = {
  SEL_TUPLE (Known, REFERENCE, id),
  SEL_TUPLE (Known, TEXT, title),
  SEL_TUPLE (Known, DATE, span.first_day),
  SEL_TUPLE (Known, DATE, span.last_day),
  SEL_TUPLE (Known, TEXT, partners),
};
SEL_TUPLE_TYPE (Known, known)

typedef struct
{
  gint64 id;
  double likeness;
} Alike;

static void
add_partners (SelAgreementOutline *outline, const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids ? ids : "", " ", -1);

  for (guint i = 0; parts[i]; i++)
    if (*parts[i])
      {
        const gint64 id = g_ascii_strtoll (parts[i], NULL, 10);

        g_array_append_val (outline->partners, id);
      }
}

/* Keeps the likest, the likest first. */
static void
note (GArray *alike, gint64 id, double likeness)
{
  const Alike one = { id, likeness };
  guint place = alike->len;

  while (place > 0 && g_array_index (alike, Alike, place - 1).likeness < likeness)
    place--;
  g_array_insert_val (alike, place, one);
  if (alike->len > SEL_AGREEMENT_ALIKE_MOST)
    g_array_set_size (alike, SEL_AGREEMENT_ALIKE_MOST);
}

static gboolean
is_apart (const SelAgreementTyped *typed, gint64 id)
{
  return id == typed->id || id == typed->parent || id == typed->renews;
}

/* Its own parties, where it is in the register. */
static gboolean
add_own_partners (SelConnection *connection,
                  gint64 id,
                  SelAgreementOutline *outline,
                  GError **error)
{
  g_autoptr (SelStatement) stmt = NULL;
  g_autoptr (GArray) ids = NULL;

  if (id == 0)
    return TRUE;
  if (!(stmt = sel_connection_prepare (connection, "SELECT partner FROM party WHERE agreement = $1",
                                       error)))
    return FALSE;

  sel_statement_bind_int (stmt, 1, id);
  if (!(ids = sel_statement_read_ids (stmt, error)))
    return FALSE;

  g_array_append_vals (outline->partners, ids->data, ids->len);
  return TRUE;
}

static GArray *
find_alike (SelConnection *connection, const SelAgreementTyped *typed, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, known_sql, error);
  g_autoptr (SelAgreementOutline) outline = sel_agreement_outline_new (typed->title, &typed->span);
  g_autoptr (GArray) alike = g_array_new (FALSE, FALSE, sizeof (Alike));
  gboolean has_row;

  if (stmt == NULL || !add_own_partners (connection, typed->id, outline, error))
    return NULL;

  sel_statement_bind_int (stmt, 1, typed->id ? typed->id : -1);
  g_array_append_vals (outline->partners, typed->partners->data, typed->partners->len);
  while (sel_statement_step (stmt, &has_row, error))
    {
      g_autoptr (SelAgreementOutline) of_known = NULL;
      Known known = { 0 };
      double likeness;

      if (!has_row)
        return g_steal_pointer (&alike);

      sel_tuple_read (stmt, &known_type, &known);
      of_known = sel_agreement_outline_new (known.title, &known.span);
      add_partners (of_known, known.partners);
      likeness = sel_agreement_outline_compare (outline, of_known);
      if (likeness > 0 && !is_apart (typed, known.id))
        note (alike, known.id, likeness);
      sel_tuple_clear (&known_type, &known);
    }

  return NULL;
}

/**
 * sel_agreement_alike_read:
 *
 * Looks through all agreements, on whatever thread calls: a fifth of a second for 20,000.
 *
 * Returns: (element-type SelAgreementLink): the likest first
 */
GArray *
sel_agreement_alike_read (SelConnection *connection,
                          const SelAgreementTyped *typed,
                          GError **error)
{
  g_autoptr (GArray) alike = find_alike (connection, typed, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (alike == NULL)
    return NULL;

  for (guint i = 0; i < alike->len; i++)
    g_array_append_val (ids, g_array_index (alike, Alike, i).id);
  return sel_agreement_links_read_each (connection, ids, &typed->today, typed->notice_days, error);
}
