/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/page-lookup.h"

#include <string.h>

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

static gboolean
find_parent (SelPageLookup *self,
             SelConnection *connection,
             const SelFoundAgreement *found,
             GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT DISTINCT agreement FROM party WHERE number = $1 COLLATE NOCASE LIMIT 2",
    error);

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < found->parents->len; i++)
    {
      const SelFoundText *number = g_ptr_array_index (found->parents, i);
      g_autoptr (GArray) ids = NULL;

      sel_statement_reset (stmt);
      sel_statement_lend_text (stmt, 1, number->text);
      if (!(ids = sel_statement_read_ids (stmt, error)))
        return FALSE;
      if (ids->len == 0)
        continue;
      if (ids->len > 1 || (self->parent && self->parent != g_array_index (ids, gint64, 0)))
        {
          self->parent = 0;
          return TRUE;
        }
      if (self->parent == 0)
        self->parent_number = i;
      self->parent = g_array_index (ids, gint64, 0);
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

  if (partners == NULL || !find_parent (self, connection, found, error) ||
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
