/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/agreement-link.h"

#include "store/tuples.h"

static const SelField link_members[] = {
  SEL_TUPLE (SelAgreementLink, REFERENCE, id),
  SEL_TUPLE (SelAgreementLink, REFERENCE, parent),
  SEL_TUPLE (SelAgreementLink, REFERENCE, renews),
  SEL_TUPLE_CHOICE (SelAgreementLink, kind, sel_agreement_kinds),
  SEL_TUPLE (SelAgreementLink, TEXT, title),
  SEL_TUPLE (SelAgreementLink, TEXT, number),
  SEL_TUPLE (SelAgreementLink, TEXT, partners),
  SEL_TUPLE (SelAgreementLink, DATE, signed_on),
  SEL_TUPLE_CHOICE (SelAgreementLink, terms.stage, sel_agreement_stages),
  SEL_TUPLE (SelAgreementLink, DATE, terms.starts_on),
  SEL_TUPLE (SelAgreementLink, DATE, terms.ends_on),
  SEL_TUPLE (SelAgreementLink, DATE, terms.terminated_on),
  SEL_TUPLE (SelAgreementLink, DATE, terms.successor_starts_on),
  SEL_TUPLE (SelAgreementLink, DATE, terms.notice_by),
};
SEL_TUPLE_TYPE (SelAgreementLink, link)

static void
find_states (GArray *links, const GDate *today, guint notice_days)
{
  for (guint i = 0; i < links->len; i++)
    {
      SelAgreementLink *link = &g_array_index (links, SelAgreementLink, i);

      link->state = sel_agreement_state_on (&link->terms, today, notice_days);
    }
}

/* @sql begins with SEL_SQL_AGREEMENT_LINKS; @id is its parameter. An array of #SelAgreementLink. */
GArray *
sel_agreement_links_read (SelConnection *connection,
                          const char *sql,
                          gint64 id,
                          const GDate *today,
                          guint notice_days,
                          GError **error)
{
  GArray *links = sel_tuples_read_of (connection, sql, id, &link_type, error);

  if (links)
    find_states (links, today, notice_days);
  return links;
}

/* Those with these @ids (gint64), in their order. What is no longer there is left out. */
GArray *
sel_agreement_links_read_each (SelConnection *connection,
                               GArray *ids,
                               const GDate *today,
                               guint notice_days,
                               GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection, SEL_SQL_AGREEMENT_LINKS " WHERE r.id = $1", error);
  g_autoptr (GArray) links = sel_tuples_new (&link_type);

  if (stmt == NULL)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      sel_statement_bind_int (stmt, 1, g_array_index (ids, gint64, i));
      if (!sel_tuples_append (links, stmt, &link_type, error))
        return NULL;
      sel_statement_reset (stmt);
    }

  find_states (links, today, notice_days);
  return g_steal_pointer (&links);
}

/* From when to when it is in force. */
SelAgreementSpan
sel_agreement_link_get_span (const SelAgreementLink *self)
{
  return sel_agreement_span (&self->terms.starts_on, &self->signed_on, &self->terms.ends_on);
}
