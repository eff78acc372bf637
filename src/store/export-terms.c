/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/export-terms.h"

#include "domain/scope-item.h"
#include "store/agreement-link.h"
#include "store/agreement-sql.h"

static gboolean
read_is_party (SelConnection *connection,
               const SelExportChoice *choice,
               gboolean *is_party,
               GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT 1 FROM party WHERE agreement = $1 AND partner = $2", error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, choice->agreement);
  sel_statement_bind_int (stmt, 2, choice->partner);
  return sel_statement_step (stmt, is_party, error);
}

/* The place of @code in the setting of a line of scope, as #SelExportTerms counts it. */
static guint
carries_bit (const char *code)
{
  for (guint i = 0; code && sel_scope_carries[i].code; i++)
    if (g_str_equal (sel_scope_carries[i].code, code))
      return 1u << (i + 1);

  return 1u << 0;
}

static gboolean
read_carries (SelConnection *connection, gint64 agreement, guint *carries, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection,
    "SELECT carries FROM scope_item WHERE agreement = $1 AND topic = 'data_exchange'", error);
  gboolean has_row;

  *carries = 0;
  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, agreement);
  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      *carries |= carries_bit (sel_statement_get_text (stmt, 0));
    }

  return FALSE;
}

/* Cohorts whose people SelExportSelection would have, as it has them: those of the programme, and
 * those in which someone takes part for it. An agreement is in line with those that it was made
 * under or renews, and with those that were made under it or renew it. */
static const char elsewhere_sql[] =
  "WITH RECURSIVE link (child, origin) AS"
  " (SELECT id, parent FROM agreement WHERE parent IS NOT NULL"
  " UNION ALL SELECT id, renews FROM agreement WHERE renews IS NOT NULL),"
  " before (id) AS"
  " (SELECT $1 UNION SELECT link.origin FROM link JOIN before ON link.child = before.id),"
  " after (id) AS"
  " (SELECT $1 UNION SELECT link.child FROM link JOIN after ON link.origin = after.id)"
  " SELECT count (*) FROM cohort c WHERE c.agreement NOT IN"
  " (SELECT id FROM before UNION ALL SELECT id FROM after)"
  " AND ($2 = 0 OR c.programme = $2"
  " OR c.id IN (SELECT e.cohort FROM enrolment e WHERE e.programme = $2)) AND ($3 = 0 OR c.id = $3)"
  " AND EXISTS (SELECT 1 FROM enrolment e WHERE e.cohort = c.id)";

static gboolean
count_elsewhere (SelConnection *connection,
                 const SelExportChoice *choice,
                 guint64 *n_elsewhere,
                 GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, elsewhere_sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, choice->agreement);
  sel_statement_bind_int (stmt, 2, choice->programme);
  sel_statement_bind_int (stmt, 3, choice->cohort);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *n_elsewhere = has_row ? (guint64) sel_statement_get_int (stmt, 0) : 0;
  return TRUE;
}

/* Fills @terms, but for the purpose, which is the caller's. An agreement that is no longer there is
 * none. */
gboolean
sel_export_terms_read (SelConnection *connection,
                       const SelExportChoice *choice,
                       const GDate *today,
                       SelExportTerms *terms,
                       GError **error)
{
  g_autoptr (GArray) links =
    sel_agreement_links_read (connection, SEL_SQL_AGREEMENT_LINKS " WHERE r.id = $1",
                              choice->agreement, today, 0, error);

  if (links == NULL)
    return FALSE;

  terms->kind = choice->kind;
  terms->n_elsewhere = 0;
  terms->has_agreement = links->len > 0;
  if (!terms->has_agreement)
    return TRUE;

  terms->state = g_array_index (links, SelAgreementLink, 0).state;
  return read_is_party (connection, choice, &terms->is_party, error) &&
         (!sel_export_has_people (choice->kind) ||
          count_elsewhere (connection, choice, &terms->n_elsewhere, error)) &&
         read_carries (connection, choice->agreement, &terms->carries, error);
}
