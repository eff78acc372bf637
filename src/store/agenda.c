/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/agenda.h"

#include "domain/obligation-state.h"
#include "store/agreement-sql.h"
#include "store/tuples.h"

/* $1 is today and $2 the last day that is soon; not every kind asks for both. */
#define DAY "WITH day AS (SELECT $1 AS today, $2 AS horizon) "
#define TODAY "(SELECT today FROM day)"
#define HORIZON "(SELECT horizon FROM day)"
#define MOST " LIMIT " G_STRINGIFY (SEL_AGENDA_MOST)

/* Agreements that bind, and that no signed agreement follows. Together with the last day these are
 * the states "expiring" and "expired" of SEL_SQL_AGREEMENT_STATE; a test holds the two equal. */
#define UNRENEWED                                                                    \
  "(r.stage = 'signed' OR (r.stage = 'terminated' AND r.terminated_on > " TODAY "))" \
  " AND " SEL_SQL_SUCCESSOR_STARTS_ON " IS NULL"
#define STARTED "(r.starts_on IS NULL OR r.starts_on <= " TODAY ")"

/* The day that an addendum sets is that of the agreement which it changes. Few are changed: the index
 * on the last day finds the others. */
#define ENDS SEL_SQL_AGREEMENT_ENDS_ON
#define CHANGED \
  "(SELECT d.parent FROM agreement d WHERE d.parent IS NOT NULL AND d.kind = 'addendum')"
#define ENDING(when)                                                    \
  " FROM agreement r WHERE (r.ends_on " when " OR r.id IN " CHANGED ")" \
  " AND " ENDS " " when " AND r.kind <> 'addendum' AND " UNRENEWED
#define EXPIRING ENDING ("BETWEEN " TODAY " AND " HORIZON) " AND " STARTED
#define EXPIRED ENDING ("< " TODAY) " AND " STARTED
#define OPEN_ENDED ENDING ("IS NULL")

#define NOTICE                                                                             \
  " FROM agreement r WHERE r.notice_given_on IS NULL"                                      \
  " AND (r.notice_months IS NOT NULL OR r.notice_days IS NOT NULL)"                        \
  " AND " ENDS " >= " TODAY " AND " SEL_SQL_NOTICE_BY " <= " HORIZON " AND " UNRENEWED     \
  " AND r.kind <> 'addendum'"

/* A draft that nobody has to sign any more waits for nobody. */
#define REVIEW                                                                             \
  " FROM review v JOIN agreement r ON r.id = v.agreement WHERE v.decision IS NULL"         \
  " AND r.stage IN ('draft', 'under_review')"

/* Numbers may come later than the signature; what has ended is not pressing any more. */
#define NUMBER                                             \
  " FROM party JOIN agreement r ON r.id = party.agreement" \
  " WHERE party.number IS NULL AND r.stage = 'signed'"     \
  " AND coalesce (" ENDS ", '9999') >= " TODAY

/* A paper of its own is known by its number. */
#define AUTHORITY                                                                          \
  " FROM party JOIN agreement r ON r.id = party.agreement WHERE (party.authority IS NULL"  \
  " OR (party.authority <> 'office' AND party.authority_number IS NULL))"                  \
  " AND r.stage = 'signed' AND coalesce (" ENDS ", '9999') >= " TODAY

#define COHORT " FROM cohort r WHERE r.starts_on >= " TODAY " AND r.starts_on <= " HORIZON
#define FOLLOW_UP " FROM follow_up f WHERE f.outcome IS NULL AND f.due_on <= " HORIZON

/* The columns are those of item_members. */
#define AGREEMENT(date) "r.id, r.title, " SEL_SQL_AGREEMENT_PARTNERS ", NULL, " date
#define PARTNER "(SELECT coalesce (p.short_name, p.name) FROM partner p WHERE p.id = party.partner)"
#define COURSE "(SELECT course.name FROM course WHERE course.id = r.course)"
#define OF_ENROLMENT(what, join) \
  "(SELECT " what " FROM enrolment e " join " WHERE e.id = f.enrolment)"
#define PERSON OF_ENROLMENT ("p.name", "JOIN participant p ON p.id = e.participant")
#define PROGRAMME                                       \
  OF_ENROLMENT ("p.name",                               \
                "LEFT JOIN cohort c ON c.id = e.cohort" \
                " JOIN programme p ON p.id = coalesce (e.programme, c.programme)")

#define KIND(opens, columns, conditions, order)                       \
  {                                                                   \
    &opens, DAY "SELECT " columns conditions " ORDER BY " order MOST, \
      DAY "SELECT count (*)" conditions                               \
  }

static const struct
{
  const SelRecordType *opens;
  const char *list;
  const char *count;
} kinds[SEL_N_AGENDA_KINDS] = {
  [SEL_AGENDA_EXPIRING] = KIND (sel_agreement_type,
                                AGREEMENT (ENDS " AS last_day"),
                                EXPIRING,
                                "last_day, r.id"),
  [SEL_AGENDA_NOTICE] = KIND (sel_agreement_type,
                              AGREEMENT (SEL_SQL_NOTICE_BY " AS notice_by"),
                              NOTICE,
                              "notice_by, r.id"),
  [SEL_AGENDA_EXPIRED] = KIND (sel_agreement_type,
                               AGREEMENT (ENDS " AS last_day"),
                               EXPIRED,
                               "last_day DESC, r.id DESC"),
  [SEL_AGENDA_OBLIGATION] = { &sel_agreement_type, NULL, NULL }, /* see read_due_obligations() */
  [SEL_AGENDA_NUMBER] = KIND (sel_agreement_type,
                              "r.id, r.title, " PARTNER ", NULL, r.signed_on",
                              NUMBER,
                              "r.signed_on, r.id, party.position"),
  [SEL_AGENDA_REVIEW] = KIND (sel_agreement_type,
                              "r.id, r.title, v.reviewer, NULL, coalesce (v.due_on, v.sent_on)",
                              REVIEW,
                              "coalesce (v.due_on, v.sent_on, '9999'), v.id"),
  [SEL_AGENDA_COHORT] = KIND (sel_cohort_type,
                              "r.id, r.name, NULL, " COURSE ", r.starts_on",
                              COHORT,
                              "r.starts_on, r.id"),
  [SEL_AGENDA_FOLLOW_UP] = KIND (sel_participant_type,
                                 OF_ENROLMENT ("e.participant", "") ", " PERSON
                                                                    ", NULL, " PROGRAMME ", f.due_on",
                                 FOLLOW_UP,
                                 "f.due_on, f.id"),
  [SEL_AGENDA_OPEN_ENDED] = KIND (sel_agreement_type,
                                  AGREEMENT ("coalesce (r.starts_on, r.signed_on) AS since"),
                                  OPEN_ENDED,
                                  "since, r.id"),
  [SEL_AGENDA_AUTHORITY] = KIND (sel_agreement_type,
                                 "r.id, r.title, " PARTNER ", party.signatory, r.signed_on",
                                 AUTHORITY,
                                 "r.signed_on DESC, r.id, party.position"),
};

static const SelField item_members[] = {
  SEL_TUPLE (SelAgendaItem, REFERENCE, id),
  SEL_TUPLE (SelAgendaItem, TEXT, title),
  SEL_TUPLE (SelAgendaItem, TEXT, partner),
  SEL_TUPLE (SelAgendaItem, TEXT, context),
  SEL_TUPLE (SelAgendaItem, DATE, date),
};
SEL_TUPLE_TYPE (SelAgendaItem, item)

/* When an obligation that recurs is due next, only sel_obligation_state_on() can tell: the dates of
 * all that may be due are read, and the texts of those that are shown. Drafts do not bind. */
typedef struct
{
  gint64 id;
  SelObligationTerms terms;
  GDate next_due;
} Obligation;

static const char obligations_sql[] =
  "SELECT o.id, o.due_on, o.recurrence, " SEL_SQL_OBLIGATION_DONE_ON ", " SEL_SQL_AGREEMENT_ENDS_ON ","
  " CASE WHEN r.stage = 'terminated' THEN r.terminated_on END"
  " FROM obligation o CROSS JOIN agreement r WHERE r.id = o.agreement AND o.due_on <= $1"
  " AND (o.done_on IS NULL OR o.recurrence IS NOT NULL) AND r.stage IN ('signed', 'terminated')";

static const char obligation_item_sql[] =
  "SELECT r.id, o.text, coalesce ((SELECT coalesce (p.short_name, p.name) FROM party"
  " JOIN partner p ON p.id = party.partner WHERE party.id = o.party),"
  " " SEL_SQL_AGREEMENT_PARTNERS
  "), r.title, NULL FROM obligation o JOIN agreement r ON r.id = o.agreement WHERE o.id = $1";

static const SelField obligation_members[] = {
  SEL_TUPLE (Obligation, REFERENCE, id),
  SEL_TUPLE (Obligation, DATE, terms.due_on),
  SEL_TUPLE_CHOICE (Obligation, terms.recurrence, sel_recurrences),
  SEL_TUPLE (Obligation, DATE, terms.done_on),
  SEL_TUPLE (Obligation, DATE, terms.ends_on),
  SEL_TUPLE (Obligation, DATE, terms.terminated_on),
};
SEL_TUPLE_TYPE (Obligation, obligation)

static int
compare_obligations (gconstpointer a, gconstpointer b)
{
  const Obligation *one = a;
  const Obligation *other = b;
  int order = g_date_compare (&one->next_due, &other->next_due);

  return order ? order : (one->id > other->id) - (one->id < other->id);
}

/* Those due or overdue, in no order. */
static GArray *
read_due_obligations (SelConnection *connection, const GDate *today, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, obligations_sql, error);
  g_autoptr (GArray) obligations = NULL;
  GDate horizon = *today;
  guint n_due = 0;

  if (stmt == NULL)
    return NULL;

  g_date_add_days (&horizon, SEL_AGENDA_DAYS);
  sel_statement_bind_date (stmt, 1, &horizon);
  if (!(obligations = sel_tuples_read (stmt, &obligation_type, error)))
    return NULL;

  for (guint i = 0; i < obligations->len; i++)
    {
      Obligation *obligation = &g_array_index (obligations, Obligation, i);
      SelObligationState state = sel_obligation_state_on (&obligation->terms,
                                                          today,
                                                          SEL_AGENDA_DAYS,
                                                          &obligation->next_due);

      if (state == SEL_OBLIGATION_DUE || state == SEL_OBLIGATION_OVERDUE)
        g_array_index (obligations, Obligation, n_due++) = *obligation;
    }

  g_array_set_size (obligations, n_due);
  return g_steal_pointer (&obligations);
}

static gboolean
read_obligations (SelConnection *connection,
                  const GDate *today,
                  SelAgendaGroup *group,
                  GError **error)
{
  g_autoptr (GArray) obligations = NULL;
  g_autoptr (SelStatement) stmt = NULL;
  guint n_dated = 0;

  if (!(obligations = read_due_obligations (connection, today, error)) ||
      !(stmt = sel_connection_prepare (connection, obligation_item_sql, error)))
    return FALSE;

  g_array_sort (obligations, compare_obligations);
  group->n_all = obligations->len;
  group->items = sel_tuples_new (&item_type);
  for (guint i = 0; i < MIN (obligations->len, SEL_AGENDA_MOST); i++)
    {
      const Obligation *obligation = &g_array_index (obligations, Obligation, i);

      sel_statement_bind_int (stmt, 1, obligation->id);
      if (!sel_tuples_append (group->items, stmt, &item_type, error))
        return FALSE;
      sel_statement_reset (stmt);

      /* There is one unless it was deleted since. */
      for (; n_dated < group->items->len; n_dated++)
        g_array_index (group->items, SelAgendaItem, n_dated).date = obligation->next_due;
    }

  return TRUE;
}

static SelStatement *
prepare (SelConnection *connection,
         SelAgendaKind kind,
         const char *sql,
         const GDate *today,
         guint notice_days,
         GError **error)
{
  SelStatement *stmt = sel_connection_prepare (connection, sql, error);
  GDate horizon = *today;

  if (stmt == NULL)
    return NULL;

  g_date_add_days (&horizon,
                   kind == SEL_AGENDA_EXPIRING || kind == SEL_AGENDA_NOTICE ? notice_days
                   : kind == SEL_AGENDA_FOLLOW_UP ? SEL_AGENDA_FOLLOW_UP_DAYS
                                                  : SEL_AGENDA_DAYS);
  sel_statement_bind_date (stmt, 1, today);
  sel_statement_bind_date (stmt, 2, &horizon);
  return stmt;
}

static gboolean
count (SelConnection *connection,
       SelAgendaKind kind,
       const GDate *today,
       guint notice_days,
       gint64 *n_all,
       GError **error)
{
  g_autoptr (SelStatement) stmt = NULL;
  gboolean has_row;

  if (!(stmt = prepare (connection, kind, kinds[kind].count, today, notice_days, error)) ||
      !sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *n_all = sel_statement_get_int (stmt, 0);
  return TRUE;
}

static gboolean
read_items (SelConnection *connection,
            SelAgendaKind kind,
            const GDate *today,
            guint notice_days,
            SelAgendaGroup *group,
            GError **error)
{
  g_autoptr (SelStatement) stmt = NULL;

  if (!(stmt = prepare (connection, kind, kinds[kind].list, today, notice_days, error)) ||
      !(group->items = sel_tuples_read (stmt, &item_type, error)))
    return FALSE;

  group->n_all = group->items->len;
  return group->items->len < SEL_AGENDA_MOST ||
         count (connection, kind, today, notice_days, &group->n_all, error);
}

static void
count_days (SelAgendaGroup *group, const GDate *today)
{
  for (guint i = 0; i < group->items->len; i++)
    {
      SelAgendaItem *item = &g_array_index (group->items, SelAgendaItem, i);

      if (g_date_valid (&item->date))
        item->days = g_date_days_between (today, &item->date);
    }
}

/**
 * sel_agenda_read:
 * @today: a valid date
 * @notice_days: an agreement is expiring when it ends within so many days
 *
 * Reads the most pressing items of each kind, on whatever thread calls.
 */
SelAgenda *
sel_agenda_read (SelConnection *connection,
                 const GDate *today,
                 guint notice_days,
                 GError **error)
{
  g_autoptr (SelAgenda) self = g_new0 (SelAgenda, 1);

  for (guint i = 0; i < SEL_N_AGENDA_KINDS; i++)
    {
      if (!(i == SEL_AGENDA_OBLIGATION
              ? read_obligations (connection, today, &self->groups[i], error)
              : read_items (connection, i, today, notice_days, &self->groups[i], error)))
        return NULL;
      count_days (&self->groups[i], today);
    }

  return g_steal_pointer (&self);
}

void
sel_agenda_free (SelAgenda *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SEL_N_AGENDA_KINDS; i++)
    g_clear_pointer (&self->groups[i].items, g_array_unref);
  g_free (self);
}

/* How many items wait in all. Agreements without a last day, and parties without an authority, are not
 * among them: they are looked through now and then, and would stand there for good. */
gboolean
sel_agenda_count (SelConnection *connection,
                  const GDate *today,
                  guint notice_days,
                  gint64 *n_waiting,
                  GError **error)
{
  g_autoptr (GArray) obligations = read_due_obligations (connection, today, error);

  if (obligations == NULL)
    return FALSE;

  *n_waiting = obligations->len;
  for (guint i = 0; i < SEL_N_AGENDA_KINDS; i++)
    {
      gint64 n_all;

      if (i == SEL_AGENDA_OBLIGATION || i >= SEL_AGENDA_OPEN_ENDED)
        continue;
      if (!count (connection, i, today, notice_days, &n_all, error))
        return FALSE;
      *n_waiting += n_all;
    }

  return TRUE;
}

/* The type of the record that an item of this kind opens. */
const SelRecordType *
sel_agenda_kind_opens (SelAgendaKind kind)
{
  return kinds[kind].opens;
}
