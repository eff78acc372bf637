/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/page-lookup.h"

#include <string.h>

#include "domain/agreement.h"
#include "domain/known-partners.h"
#include "store/title.h"

void
sel_page_lookup_free (SelPageLookup *self)
{
  g_clear_pointer (&self->partners, g_array_unref);
  g_free (self->same);
  g_free (self);
}

/* The names are those of @strings. */
static GArray *
read_partners (SelConnection *connection, GStringChunk *strings, GError **error)
{
  g_autoptr (GArray) partners = g_array_new (FALSE, FALSE, sizeof (SelKnownPartner));
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection, "SELECT id, name, short_name, parent FROM partner", error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  while (sel_statement_step (stmt, &has_row, error))
    {
      const char *short_name;
      SelKnownPartner partner;

      if (!has_row)
        return g_steal_pointer (&partners);

      short_name = sel_statement_get_text (stmt, 2);
      partner.id = sel_statement_get_int (stmt, 0);
      partner.parent = sel_statement_get_int (stmt, 3);
      partner.name = g_string_chunk_insert (strings, sel_statement_get_text (stmt, 1));
      partner.short_name = short_name ? g_string_chunk_insert (strings, short_name) : NULL;
      g_array_append_val (partners, partner);
    }
  return NULL;
}

/* The heading without the institution at its end, of which the party is a part; NULL where that is
 * not so. */
static char *
dup_unit (const SelFoundParty *party)
{
  g_autofree char *heading = party->heading.text ? g_utf8_casefold (party->heading.text, -1) : NULL;
  g_autofree char *whole =
    party->institution.text ? g_utf8_casefold (party->institution.text, -1) : NULL;

  if (!heading || !whole || strlen (heading) <= strlen (whole) + 1 ||
      !g_str_has_suffix (heading, whole))
    return NULL;
  heading[strlen (heading) - strlen (whole)] = '\0';
  return g_steal_pointer (&heading);
}

/* The heading names the party itself; the signatory may act for what it is a part of, which is
 * another partner. */
static gint64
find_partner (GArray *partners, const SelFoundParty *party)
{
  const SelKnownPartner *known = (const SelKnownPartner *) partners->data;
  gint64 found = 0;
  g_autofree char *unit = dup_unit (party);

  if (party->heading.text)
    found = sel_known_partners_find (known, partners->len, party->heading.text);
  if (found == 0 && unit)
    found = sel_known_partners_find (known, partners->len, unit);
  if (!party->heading.text && party->institution.text)
    found = sel_known_partners_find (known, partners->len, party->institution.text);
  return found;
}

typedef struct
{
  SelPageCited *cited;
  gboolean is_unclear; /* more than one */
} Sought;

static void
note (Sought *sought, gint64 id, guint number)
{
  SelPageCited *cited = sought->cited;

  if (sought->is_unclear || cited->id == id)
    return;

  sought->is_unclear = cited->id != 0;
  *cited = sought->is_unclear ? (SelPageCited){ 0 } : (SelPageCited){ id, number };
}

/* Notes all agreements that have @number; one of the same kind as the text comes before it, and one of
 * another is above it. Both may be of the same. */
static gboolean
note_all (SelStatement *stmt,
          const char *text,
          guint number,
          const char *kind,
          Sought *same_kind,
          Sought *others,
          GError **error)
{
  gboolean has_row;

  sel_statement_reset (stmt);
  sel_statement_lend_text (stmt, 1, text);
  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      note (g_strcmp0 (kind, sel_statement_get_text (stmt, 1)) == 0 ? same_kind : others,
            sel_statement_get_int (stmt, 0), number);
    }

  return FALSE;
}

/* What the text cites, and whose numbers it bears. */
static gboolean
find_cited (SelPageLookup *self,
            SelConnection *connection,
            const SelFoundAgreement *found,
            GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection,
    "SELECT DISTINCT p.agreement, r.kind FROM party p JOIN agreement r ON r.id = p.agreement"
    " WHERE p.number = $1 COLLATE NOCASE LIMIT 3",
    error);
  /* An addendum is never the next one of what it cites. */
  const char *kind = found->kind && found->kind != SEL_AGREEMENT_ADDENDUM
                       ? sel_agreement_kinds[found->kind - 1].code
                       : NULL;
  Sought parent = { &self->parent, FALSE };
  Sought renews = { &self->renews, FALSE };
  Sought alike = { &self->alike, FALSE };

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < found->parents->len; i++)
    {
      const SelFoundText *number = g_ptr_array_index (found->parents, i);

      if (!note_all (stmt, number->text, i, kind, &renews, &parent, error))
        return FALSE;
    }
  for (guint i = 0; i < found->parties->len; i++)
    {
      const SelFoundParty *party = g_ptr_array_index (found->parties, i);

      if (party->number.text &&
          !note_all (stmt, party->number.text, i, kind, &alike, &alike, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_same (SelPageLookup *self, SelConnection *connection, const char *sha256, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT agreement FROM document WHERE sha256 = $1 ORDER BY id LIMIT 1", error);
  g_autoptr (GArray) ids = NULL;

  if (stmt == NULL)
    return FALSE;

  sel_statement_lend_text (stmt, 1, sha256);
  if (!(ids = sel_statement_read_ids (stmt, error)))
    return FALSE;
  if (ids->len == 0)
    return TRUE;

  self->same =
    sel_title_dup (connection, &sel_agreement_type, g_array_index (ids, gint64, 0), error);
  return self->same != NULL;
}

/**
 * sel_page_lookup_new:
 * @sha256: of the file
 *
 * Returns: (transfer full) (nullable): what of the register @found means
 */
SelPageLookup *
sel_page_lookup_new (SelConnection *connection,
                     const SelFoundAgreement *found,
                     const char *sha256,
                     GError **error)
{
  g_autoptr (SelPageLookup) self = g_new0 (SelPageLookup, 1);
  g_autoptr (GStringChunk) strings = g_string_chunk_new (4096);
  g_autoptr (GArray) partners = read_partners (connection, strings, error);

  if (partners == NULL || !find_cited (self, connection, found, error) ||
      !find_same (self, connection, sha256, error))
    return NULL;

  self->partners = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < found->parties->len; i++)
    {
      const gint64 partner = find_partner (partners, g_ptr_array_index (found->parties, i));

      g_array_append_val (self->partners, partner);
    }
  return g_steal_pointer (&self);
}
