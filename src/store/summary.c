/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/summary.h"

#include "store/agreement-sql.h"
#include "store/targets.h"
#include "store/tuples.h"

static const char agreements_sql[] =
  "SELECT r.id, r.stage, r.starts_on, " SEL_SQL_AGREEMENT_ENDS_ON " AS last_day, r.terminated_on,"
  " " SEL_SQL_SUCCESSOR_STARTS_ON ", " SEL_SQL_NOTICE_BY ","
  " r.kind, " SEL_SQL_AGREEMENT_NUMBER ", r.title, r.signed_on FROM agreement r"
  " ORDER BY last_day IS NULL, last_day, r.title COLLATE NOCASE, r.id";

static const SelField agreement_members[] = {
  SEL_TUPLE (SelSummaryAgreement, REFERENCE, id),
  SEL_TUPLE_CHOICE (SelSummaryAgreement, terms.stage, sel_agreement_stages),
  SEL_TUPLE (SelSummaryAgreement, DATE, terms.starts_on),
  SEL_TUPLE (SelSummaryAgreement, DATE, terms.ends_on),
  SEL_TUPLE (SelSummaryAgreement, DATE, terms.terminated_on),
  SEL_TUPLE (SelSummaryAgreement, DATE, terms.successor_starts_on),
  SEL_TUPLE (SelSummaryAgreement, DATE, terms.notice_by),
  SEL_TUPLE_CHOICE (SelSummaryAgreement, kind, sel_agreement_kinds),
  SEL_TUPLE (SelSummaryAgreement, TEXT, number),
  SEL_TUPLE (SelSummaryAgreement, TEXT, title),
  SEL_TUPLE (SelSummaryAgreement, DATE, signed_on),
};

static void clear_agreement (gpointer data);

static const SelTupleType agreement_type = {
  sizeof (SelSummaryAgreement),
  agreement_members,
  G_N_ELEMENTS (agreement_members),
  clear_agreement,
};

static void
clear_agreement (gpointer data)
{
  sel_tuple_clear (&agreement_type, data);
  g_clear_pointer (&((SelSummaryAgreement *) data)->parties, g_array_unref);
}

static const char parties_sql[] =
  "SELECT partner.name, partner.short_name FROM party JOIN partner ON partner.id = party.partner"
  " WHERE party.agreement = $1 ORDER BY party.position, party.id";

static const SelField party_members[] = {
  SEL_TUPLE (SelSummaryParty, TEXT, name),
  SEL_TUPLE (SelSummaryParty, TEXT, short_name),
};
SEL_TUPLE_TYPE (SelSummaryParty, party)

/* A province is the first two digits of a region's code. */
#define KINDS(table) \
  "SELECT kind, count (*), count (DISTINCT substr (region, 1, 2)) FROM " table " GROUP BY kind"

static const SelField partner_kind_members[] = {
  SEL_TUPLE_CHOICE (SelSummaryKind, kind, sel_partner_kinds),
  SEL_TUPLE (SelSummaryKind, INTEGER, n),
  SEL_TUPLE (SelSummaryKind, INTEGER, n_provinces),
};
SEL_TUPLE_TYPE (SelSummaryKind, partner_kind)

static const SelField participant_kind_members[] = {
  SEL_TUPLE_CHOICE (SelSummaryKind, kind, sel_participant_kinds),
  SEL_TUPLE (SelSummaryKind, INTEGER, n),
  SEL_TUPLE (SelSummaryKind, INTEGER, n_provinces),
};
SEL_TUPLE_TYPE (SelSummaryKind, participant_kind)

static gboolean
read_counts (SelSummary *self, SelConnection *connection, GError **error)
{
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("SELECT count (*) FROM \"%s\"", sel_record_types[i]->name);

      if (!sel_connection_get_int (connection, sql, &self->counts[i], error))
        return FALSE;
    }

  return TRUE;
}

/* In the order of the choices. */
static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  return ((const SelSummaryKind *) a)->kind - ((const SelSummaryKind *) b)->kind;
}

static GArray *
read_kinds (SelConnection *connection, const char *sql, const SelTupleType *type, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);
  GArray *kinds = stmt ? sel_tuples_read (stmt, type, error) : NULL;

  if (kinds)
    g_array_sort (kinds, compare_kinds);
  return kinds;
}

/* By state; those of one state stay in the order of the query. */
static int
compare_states (gconstpointer a, gconstpointer b)
{
  return (int) ((const SelSummaryAgreement *) a)->state -
         (int) ((const SelSummaryAgreement *) b)->state;
}

static GArray *
read_agreements (SelConnection *connection, const GDate *today, guint notice_days, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, agreements_sql, error);
  g_autoptr (GArray) agreements = stmt ? sel_tuples_read (stmt, &agreement_type, error) : NULL;

  for (guint i = 0; agreements && i < agreements->len; i++)
    {
      SelSummaryAgreement *agreement = &g_array_index (agreements, SelSummaryAgreement, i);

      agreement->state = sel_agreement_state_on (&agreement->terms, today, notice_days);
      agreement->parties =
        sel_tuples_read_of (connection, parties_sql, agreement->id, &party_type, error);
      if (agreement->parties == NULL)
        return NULL;
    }

  if (agreements)
    g_array_sort (agreements, compare_states); /* which is stable, as GLib promises */
  return g_steal_pointer (&agreements);
}

/* All figures are of one moment: @connection reads within a transaction. */
SelSummary *
sel_summary_read (SelConnection *connection, const GDate *today, guint notice_days, GError **error)
{
  g_autoptr (SelSummary) self = g_new0 (SelSummary, 1);
  gboolean is_read;

  if (!sel_connection_execute (connection, "BEGIN", error))
    return NULL;

  self->today = *today;
  is_read =
    read_counts (self, connection, error) &&
    (self->partner_kinds = read_kinds (connection, KINDS ("partner"), &partner_kind_type, error)) &&
    (self->participant_kinds =
       read_kinds (connection, KINDS ("participant"), &participant_kind_type, error)) &&
    (self->agreements = read_agreements (connection, today, notice_days, error)) &&
    (self->programmes = sel_targets_read (connection, error));
  sel_connection_execute (connection, "ROLLBACK", NULL);

  return is_read ? g_steal_pointer (&self) : NULL;
}

void
sel_summary_free (SelSummary *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->partner_kinds, g_array_unref);
  g_clear_pointer (&self->participant_kinds, g_array_unref);
  g_clear_pointer (&self->agreements, g_array_unref);
  g_clear_pointer (&self->programmes, g_array_unref);
  g_free (self);
}
