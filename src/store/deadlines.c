/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/deadlines.h"

#include "domain/obligation-state.h"
#include "domain/records.h"
#include "store/agreement-sql.h"
#include "store/tuples.h"

/* An agreement binds until it is renewed or over; of one that was terminated nobody is reminded any
 * more. $1 is today. */
#define BINDS                                                             \
  "r.stage = 'signed'"                                                    \
  " AND r.kind <> 'addendum' AND " SEL_SQL_SUCCESSOR_STARTS_ON " IS NULL" \
  " AND " SEL_SQL_AGREEMENT_ENDS_ON " >= $1"

/* The columns of deadline_members; @of is the record whose day it is. */
#define DEADLINE(of, what, day)                                         \
  "SELECT r.id, r.title, " SEL_SQL_AGREEMENT_NUMBER                     \
  ", " SEL_SQL_AGREEMENT_PARTNERS ", " of ".uid, " of ".version, " what \
  ", " day

#define DATED(of, what, day, from) DEADLINE (of, what, day) " FROM " from

static const char *const dated_sql[SEL_N_DEADLINE_KINDS] = {
  [SEL_DEADLINE_END] =
    DATED ("r", "NULL", SEL_SQL_AGREEMENT_ENDS_ON, "agreement r WHERE " BINDS),
  [SEL_DEADLINE_NOTICE] =
    DATED ("r",
           "NULL",
           SEL_SQL_NOTICE_BY,
           "agreement r WHERE (r.notice_months IS NOT NULL OR r.notice_days IS NOT NULL)"
           " AND " SEL_SQL_NOTICE_BY " >= $1 AND " BINDS),
  [SEL_DEADLINE_REVIEW] =
    DATED ("v",
           "v.reviewer",
           "v.due_on",
           "review v JOIN agreement r ON r.id = v.agreement WHERE v.decision IS NULL"
           " AND v.due_on >= $1 AND r.stage IN ('draft', 'under_review')"),
};

static const SelField deadline_members[] = {
  SEL_TUPLE (SelDeadline, REFERENCE, agreement),
  SEL_TUPLE (SelDeadline, TEXT, title),
  SEL_TUPLE (SelDeadline, TEXT, number),
  SEL_TUPLE (SelDeadline, TEXT, partners),
  SEL_TUPLE (SelDeadline, TEXT, uid),
  SEL_TUPLE (SelDeadline, INTEGER, version),
  SEL_TUPLE (SelDeadline, TEXT, what),
  SEL_TUPLE (SelDeadline, DATE, day),
};
SEL_TUPLE_TYPE (SelDeadline, deadline)

/* When what recurs is due next, only sel_obligation_state_on() can tell. */
typedef struct
{
  SelDeadline deadline;
  SelObligationTerms terms;
} Owed;

/* The columns of owed_members. */
#define OWED                                                                             \
  DEADLINE ("o", "o.text", "o.due_on")                                                   \
  ", o.due_on, o.recurrence, " SEL_SQL_OBLIGATION_DONE_ON ", " SEL_SQL_AGREEMENT_ENDS_ON \
  ", CASE WHEN r.stage = 'terminated' THEN r.terminated_on END"

static const char owed_sql[] = OWED " FROM obligation o JOIN agreement r ON r.id = o.agreement"
                                    " WHERE o.due_on IS NOT NULL"
                                    " AND r.stage IN ('signed', 'terminated')";

static const SelField owed_members[] = {
  SEL_TUPLE (Owed, REFERENCE, deadline.agreement),
  SEL_TUPLE (Owed, TEXT, deadline.title),
  SEL_TUPLE (Owed, TEXT, deadline.number),
  SEL_TUPLE (Owed, TEXT, deadline.partners),
  SEL_TUPLE (Owed, TEXT, deadline.uid),
  SEL_TUPLE (Owed, INTEGER, deadline.version),
  SEL_TUPLE (Owed, TEXT, deadline.what),
  SEL_TUPLE (Owed, DATE, deadline.day),
  SEL_TUPLE (Owed, DATE, terms.due_on),
  SEL_TUPLE_CHOICE (Owed, terms.recurrence, sel_recurrences),
  SEL_TUPLE (Owed, DATE, terms.done_on),
  SEL_TUPLE (Owed, DATE, terms.ends_on),
  SEL_TUPLE (Owed, DATE, terms.terminated_on),
};
SEL_TUPLE_TYPE (Owed, owed)

static gboolean
append_dated (SelConnection *connection,
              SelDeadlineKind kind,
              const GDate *today,
              GArray *deadlines,
              GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, dated_sql[kind], error);
  const guint before = deadlines->len;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_date (stmt, 1, today);
  if (!sel_tuples_append (deadlines, stmt, &deadline_type, error))
    return FALSE;

  for (guint i = before; i < deadlines->len; i++)
    g_array_index (deadlines, SelDeadline, i).kind = kind;
  return TRUE;
}

static gboolean
append_owed (SelConnection *connection, const GDate *today, GArray *deadlines, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, owed_sql, error);
  g_autoptr (GArray) owed = stmt ? sel_tuples_read (stmt, &owed_type, error) : NULL;

  if (owed == NULL)
    return FALSE;

  for (guint i = 0; i < owed->len; i++)
    {
      Owed *one = &g_array_index (owed, Owed, i);
      GDate due;
      SelDeadline deadline;

      sel_obligation_state_on (&one->terms, today, 0, &due);
      if (!g_date_valid (&due))
        continue;

      deadline = one->deadline;
      deadline.kind = SEL_DEADLINE_OBLIGATION;
      deadline.day = due;
      g_array_append_val (deadlines, deadline);
      one->deadline = (SelDeadline){ 0 };
    }

  return TRUE;
}

static int
compare_deadlines (gconstpointer a, gconstpointer b)
{
  const SelDeadline *one = a;
  const SelDeadline *other = b;
  int order = g_date_compare (&one->day, &other->day);

  if (order == 0)
    order = (one->kind > other->kind) - (one->kind < other->kind);
  if (order == 0)
    order = (one->agreement > other->agreement) - (one->agreement < other->agreement);
  return order ? order : g_strcmp0 (one->uid, other->uid);
}

/**
 * sel_deadlines_read:
 * @today: a valid date
 *
 * Reads the days that are still to come, and those of obligations that are overdue, on whatever thread
 * calls.
 *
 * Returns: (element-type SelDeadline): the nearest first
 */
GArray *
sel_deadlines_read (SelConnection *connection, const GDate *today, GError **error)
{
  g_autoptr (GArray) deadlines = sel_tuples_new (&deadline_type);

  for (SelDeadlineKind kind = 0; kind < SEL_N_DEADLINE_KINDS; kind++)
    if (!(kind == SEL_DEADLINE_OBLIGATION
            ? append_owed (connection, today, deadlines, error)
            : append_dated (connection, kind, today, deadlines, error)))
      return NULL;

  g_array_sort (deadlines, compare_deadlines);
  return g_steal_pointer (&deadlines);
}
