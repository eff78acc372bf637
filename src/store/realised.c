/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/realised.h"

#include <glib/gi18n-lib.h>

#include "store/cohort-sql.h"
#include "store/exchange-sql.h"
#include "store/tuples.h"

/* The agreement $1 and all that is made under it; a cohort that names no agreement belongs to those
 * of its programme. $2 is today. The joins go from the agreement outwards, also where the statistics
 * of the planner say that most cohorts are small: "+" keeps it from all those without an agreement. */
#define UNDER                                                                                  \
  "WITH RECURSIVE ask (agreement, today) AS (VALUES ($1, $2)),"                                \
  " under (id) AS (SELECT agreement FROM ask UNION"                                            \
  " SELECT a.id FROM under JOIN agreement a ON a.parent = under.id),"                          \
  " held (id) AS (SELECT c.id FROM under CROSS JOIN cohort c WHERE c.agreement = under.id"     \
  " AND c.starts_on <= (SELECT today FROM ask)"                                                \
  " UNION SELECT c.id FROM under CROSS JOIN programme_agreement x CROSS JOIN cohort c"         \
  " WHERE x.agreement = under.id AND c.programme = x.programme AND +c.agreement IS NULL"       \
  " AND c.starts_on <= (SELECT today FROM ask))"

#define SENT "(SELECT count (*) FROM export WHERE agreement IN (SELECT id FROM under))"
#define RECEIVED                                                                              \
  "(SELECT count (DISTINCT x.id) FROM exchange x JOIN origin o ON o.sender = x.sender"        \
  " AND o.type = 'agreement' JOIN identity i ON i.origin = o.id AND i.key = x.agreement"      \
  " WHERE i.record IN (SELECT id FROM under) AND " SEL_SQL_UNDONE_AT ("x.id") " IS NULL)"
#define COHORTS "(SELECT count (*) FROM held)"
#define PEOPLE(condition)                                                              \
  "(SELECT count (DISTINCT e.participant) FROM held CROSS JOIN enrolment e"            \
  " WHERE e.cohort = held.id AND " condition ")"
#define OUTCOME                                                 \
  "(SELECT f.outcome FROM follow_up f WHERE f.enrolment = e.id" \
  " AND f.outcome IS NOT NULL ORDER BY f.due_on DESC, f.id DESC LIMIT 1)"
#define ENROLLED PEOPLE (SEL_SQL_HOLDS_SEAT)
#define TRAINED PEOPLE ("e.stage = 'completed'")
#define WORKING PEOPLE ("e.stage = 'completed' AND " OUTCOME " IN ('employed', 'own_business')")
#define FOLLOW_UPS                                                                 \
  "(SELECT count (*) FROM held CROSS JOIN enrolment e CROSS JOIN follow_up f"      \
  " WHERE e.cohort = held.id AND f.enrolment = e.id AND f.held_on IS NOT NULL)"

/* In the order of #SelRealised. */
static const char counts_sql[] = UNDER " SELECT " SENT "," RECEIVED "," COHORTS "," ENROLLED
                                       "," TRAINED "," WORKING "," FOLLOW_UPS;

/**
 * sel_realised_count:
 *
 * Counts, on a thread: of a large umbrella there is much to count.
 *
 * Returns: (transfer full) (nullable): %SEL_N_REALISED counts, in the order of #SelRealised
 */
gint64 *
sel_realised_count (SelConnection *connection,
                    gint64 agreement,
                    const GDate *today,
                    GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, counts_sql, error);
  gint64 *counts;
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_int (stmt, 1, agreement);
  sel_statement_bind_date (stmt, 2, today);
  if (!sel_statement_step (stmt, &has_row, error))
    return NULL;

  counts = g_new (gint64, SEL_N_REALISED);
  for (guint i = 0; i < SEL_N_REALISED; i++)
    counts[i] = sel_statement_get_int (stmt, (int) i);
  return counts;
}

/* What tells how far a scope item or an obligation about @topic came: 1 << #SelRealised each. Of other
 * topics the register has no records of its own; what was done for them is written down
 * (domain/realisation.h). */
static guint
counted_of_topic (SelScopeTopic topic)
{
  switch (topic)
    {
    case SEL_SCOPE_DATA_EXCHANGE:
      return 1u << SEL_REALISED_SENT | 1u << SEL_REALISED_RECEIVED;
    case SEL_SCOPE_TRAINING:
    case SEL_SCOPE_CAPACITY:
      return 1u << SEL_REALISED_COHORTS | 1u << SEL_REALISED_ENROLLED | 1u << SEL_REALISED_TRAINED;
    case SEL_SCOPE_PLACEMENT:
      return 1u << SEL_REALISED_TRAINED | 1u << SEL_REALISED_WORKING;
    case SEL_SCOPE_REHABILITATION:
      return 1u << SEL_REALISED_ENROLLED | 1u << SEL_REALISED_TRAINED;
    case SEL_SCOPE_MONITORING:
      return 1u << SEL_REALISED_FOLLOW_UPS;
    case SEL_SCOPE_OUTREACH:
    case SEL_SCOPE_FACILITIES:
    case SEL_SCOPE_OTHER:
    default:
      return 0;
    }
}

/* "2 cohorts held". */
static char *
dup_count (SelRealised what, gint64 count)
{
  g_autofree char *number = sel_number_dup_display ((double) count);
  const gulong n = (gulong) count;

  switch (what)
    {
    case SEL_REALISED_SENT:
      return g_strdup_printf (ngettext ("%s export", "%s exports", n), number);
    case SEL_REALISED_RECEIVED:
      return g_strdup_printf (ngettext ("%s file received", "%s files received", n), number);
    case SEL_REALISED_COHORTS:
      return g_strdup_printf (ngettext ("%s cohort held", "%s cohorts held", n), number);
    case SEL_REALISED_ENROLLED:
      return g_strdup_printf (ngettext ("%s person took part", "%s people took part", n), number);
    case SEL_REALISED_TRAINED:
      return g_strdup_printf (ngettext ("%s person trained", "%s people trained", n), number);
    case SEL_REALISED_WORKING:
      return g_strdup_printf (ngettext ("%s person working", "%s people working", n), number);
    case SEL_REALISED_FOLLOW_UPS:
    default:
      return g_strdup_printf (ngettext ("%s follow-up held", "%s follow-ups held", n), number);
    }
}

/* NULL for nothing. */
static char *
dup_counts (const gint64 *counts, guint counted)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (guint i = 0; counts && i < SEL_N_REALISED; i++)
    if (counted & 1u << i && counts[i] > 0)
      g_ptr_array_add (parts, dup_count (i, counts[i]));
  return parts->len ? g_strjoinv (", ", (char **) parts->pdata) : NULL;
}

/* What was counted, which may be NULL, and what was written down; NULL for neither. */
static char *
dup_with_entries (const char *counted, gint64 n_entries)
{
  g_autofree char *number = sel_number_dup_display ((double) n_entries);
  g_autofree char *entries = NULL;

  if (n_entries == 0)
    return g_strdup (counted);

  /* Translators: how often it was written down that something was done */
  entries = g_strdup_printf (ngettext ("%s entry", "%s entries", (gulong) n_entries), number);
  return counted ? g_strdup_printf ("%s, %s", counted, entries) : g_steal_pointer (&entries);
}

/* "2 cohorts held, 24 people trained, 1 entry": all that was counted, and what was written down
 * beside it. @counts may be NULL. NULL for nothing. Free with g_free(). */
char *
sel_realised_dup_text (const gint64 *counts, gint64 n_entries)
{
  g_autofree char *text = dup_counts (counts, ~0u);

  return dup_with_entries (text, n_entries);
}

/**
 * sel_realised_dup_text_of_topic:
 * @counts: (nullable): of the whole agreement
 * @topic: of a promise; 0 for none
 * @n_promises: how many of its kind, itself included, have the topic: what was counted is of all
 * @n_entries: what was written down for this one
 *
 * What tells how far the promise came.
 *
 * Returns: (transfer full) (nullable): %NULL where nothing is counted for such a promise and
 * nothing was written down
 */
char *
sel_realised_dup_text_of_topic (const gint64 *counts, int topic, guint n_promises, gint64 n_entries)
{
  const guint counted = counts && topic ? counted_of_topic ((SelScopeTopic) topic) : 0;
  g_autofree char *own = dup_counts (counts, counted);
  g_autofree char *shared =
    own && n_promises > 1
      /* Translators: "2 cohorts held, 24 people trained", counted for all of them at once */
      ? g_strdup_printf (_ ("%s (together with the other items of this topic)"), own)
      : NULL;
  char *text = dup_with_entries (shared ? shared : own, n_entries);

  return text || counted == 0 ? text : g_strdup (_ ("nothing recorded yet"));
}
