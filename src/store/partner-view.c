/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/partner-view.h"

#include "store/tuples.h"

static const char agreements_sql[] = SEL_SQL_AGREEMENT_LINKS
  " WHERE r.id IN (SELECT party.agreement FROM party WHERE party.partner = $1)"
  " ORDER BY coalesce (r.signed_on, '') DESC, r.id DESC";

static const char children_sql[] =
  "SELECT id, name, kind, region FROM partner WHERE parent = $1 ORDER BY name COLLATE NOCASE, id";

static const SelField child_members[] = {
  SEL_TUPLE (SelPartnerChild, REFERENCE, id),
  SEL_TUPLE (SelPartnerChild, TEXT, name),
  SEL_TUPLE_CHOICE (SelPartnerChild, kind, sel_partner_kinds),
  SEL_TUPLE (SelPartnerChild, TEXT, region),
};
SEL_TUPLE_TYPE (SelPartnerChild, child)

static const char venues_sql[] =
  "SELECT id, name, capacity, zone FROM venue WHERE partner = $1 ORDER BY name COLLATE NOCASE, id";

static const SelField venue_members[] = {
  SEL_TUPLE (SelPartnerVenue, REFERENCE, id),
  SEL_TUPLE (SelPartnerVenue, TEXT, name),
  SEL_TUPLE (SelPartnerVenue, INTEGER, capacity),
  SEL_TUPLE_CHOICE (SelPartnerVenue, zone, sel_zones),
};
SEL_TUPLE_TYPE (SelPartnerVenue, venue)

static const char instructors_sql[] =
  "SELECT id, name, vocations FROM instructor WHERE partner = $1 ORDER BY name COLLATE NOCASE, id";

static const SelField instructor_members[] = {
  SEL_TUPLE (SelPartnerInstructor, REFERENCE, id),
  SEL_TUPLE (SelPartnerInstructor, TEXT, name),
  SEL_TUPLE (SelPartnerInstructor, TEXT, vocations),
};
SEL_TUPLE_TYPE (SelPartnerInstructor, instructor)

/* A person's record names the institution that sent them, and so may each enrolment; both are
 * answered by indexes, the second in the order of the people. */
static const char referred_sql[] =
  "SELECT (SELECT count (*) FROM participant p WHERE p.referrer = x.id)"
  " + (SELECT count (DISTINCT e.participant) FROM enrolment e"
  " JOIN participant p ON p.id = e.participant"
  " WHERE e.referrer = x.id AND (p.referrer IS NULL OR p.referrer <> x.id))"
  " FROM partner x WHERE x.id = $1";

static gboolean
count_referred (SelPartnerView *self, SelConnection *connection, gint64 id, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, referred_sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, id);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  self->n_referred = has_row ? sel_statement_get_int (stmt, 0) : 0;
  return TRUE;
}

/* Reads what hangs on the partner, on whatever thread calls; the states of its agreements are
 * those of @today. */
SelPartnerView *
sel_partner_view_read (SelConnection *connection,
                       gint64 id,
                       const GDate *today,
                       guint notice_days,
                       GError **error)
{
  g_autoptr (SelPartnerView) self = g_new0 (SelPartnerView, 1);

  self->agreements = sel_agreement_links_read (connection,
                                               agreements_sql,
                                               id,
                                               today,
                                               notice_days,
                                               error);
  if (self->agreements == NULL)
    return NULL;

  self->instructors = sel_tuples_read_of (connection, instructors_sql, id, &instructor_type, error);
  if (self->instructors == NULL)
    return NULL;

  if (!(self->children = sel_tuples_read_of (connection, children_sql, id, &child_type, error)) ||
      !(self->venues = sel_tuples_read_of (connection, venues_sql, id, &venue_type, error)) ||
      !count_referred (self, connection, id, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
sel_partner_view_free (SelPartnerView *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->agreements, g_array_unref);
  g_clear_pointer (&self->children, g_array_unref);
  g_clear_pointer (&self->venues, g_array_unref);
  g_clear_pointer (&self->instructors, g_array_unref);
  g_free (self);
}
