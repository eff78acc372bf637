/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/targets.h"

#include "store/tuples.h"

static const SelField target_members[] = {
  SEL_TUPLE (SelTarget, REFERENCE, id),
  SEL_TUPLE (SelTarget, TEXT, name),
  SEL_TUPLE (SelTarget, INTEGER, target),
  SEL_TUPLE_CHOICE (SelTarget, target_stage, sel_target_stages),
};
SEL_TUPLE_TYPE (SelTarget, target)

static const char programmes_sql[] =
  "SELECT id, name, target, target_stage FROM programme ORDER BY name COLLATE NOCASE, id";

/* Both streams come in the order of programme and person, so that a person's rows stand together
 * and a million of them are counted as they pass. */
static const char stages_sql[] =
  "SELECT e.programme AS programme, e.participant AS participant, e.stage AS stage"
  " FROM enrolment e WHERE e.programme IS NOT NULL"
  " UNION ALL"
  " SELECT c.programme, e.participant, e.stage"
  " FROM cohort c JOIN enrolment e ON e.cohort = c.id"
  " WHERE e.programme IS NULL AND c.programme IS NOT NULL"
  " ORDER BY 1, 2";

/* The last outcome of a person comes last. */
static const char outcomes_sql[] =
  "SELECT coalesce (e.programme, c.programme), e.participant, f.outcome"
  " FROM follow_up f JOIN enrolment e ON e.id = f.enrolment LEFT JOIN cohort c ON c.id = e.cohort"
  " WHERE f.outcome IS NOT NULL"
  " ORDER BY 1, 2, f.held_on, f.id";

/* A stage or an outcome of a person. */
typedef struct
{
  gint64 programme; /* 0: neither the enrolment nor its cohort names one */
  gint64 participant;
  int choice;
} Step;

static const SelField stage_step_members[] = {
  SEL_TUPLE (Step, REFERENCE, programme),
  SEL_TUPLE (Step, REFERENCE, participant),
  SEL_TUPLE_CHOICE (Step, choice, sel_enrolment_stages),
};
SEL_TUPLE_TYPE (Step, stage_step)

static const SelField outcome_step_members[] = {
  SEL_TUPLE (Step, REFERENCE, programme),
  SEL_TUPLE (Step, REFERENCE, participant),
  SEL_TUPLE_CHOICE (Step, choice, sel_outcomes),
};
SEL_TUPLE_TYPE (Step, outcome_step)

/* Counts a person: @seen has a bit, 1 << the choice, for each step, and @last is the last one. */
typedef void (*CountFunc) (SelTarget *target, guint seen, int last);

static void
count_stages (SelTarget *target, guint seen, G_GNUC_UNUSED int last)
{
  target->people++;
  for (guint stage = 1; stage < G_N_ELEMENTS (target->by_stage); stage++)
    target->by_stage[stage] += (seen & SEL_STAGE_BIT (stage)) != 0;

  target->reached[SEL_TARGET_ENROLLED] += sel_target_is_reached (SEL_TARGET_ENROLLED, seen, 0);
  target->reached[SEL_TARGET_COMPLETED] += sel_target_is_reached (SEL_TARGET_COMPLETED, seen, 0);
}

static void
count_outcome (SelTarget *target, G_GNUC_UNUSED guint seen, int last)
{
  target->by_outcome[last]++;
  target->reached[SEL_TARGET_WORKING] += sel_target_is_reached (SEL_TARGET_WORKING, 0, last);
}

static gboolean
count_people (SelConnection *connection,
              const char *sql,
              const SelTupleType *type,
              CountFunc count,
              GHashTable *targets,
              GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);
  Step person = { 0 };
  guint seen = 0;
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  while (has_row)
    {
      Step step = { 0 };

      if (!sel_statement_step (stmt, &has_row, error))
        return FALSE;
      if (has_row)
        sel_tuple_read (stmt, type, &step);

      if (step.programme != person.programme || step.participant != person.participant)
        {
          SelTarget *target = g_hash_table_lookup (targets, &person.programme);

          if (target)
            count (target, seen, person.choice);
          seen = 0;
        }
      person = step;
      seen |= 1u << step.choice;
    }

  return TRUE;
}

/* What every programme set out to reach, and what it did reach: an array of #SelTarget by name. */
GArray *
sel_targets_read (SelConnection *connection, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, programmes_sql, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) targets = NULL;

  if (stmt == NULL || !(targets = sel_tuples_read (stmt, &target_type, error)))
    return NULL;

  for (guint i = 0; i < targets->len; i++)
    {
      SelTarget *target = &g_array_index (targets, SelTarget, i);

      g_hash_table_insert (by_id, &target->id, target);
    }

  if (!count_people (connection, stages_sql, &stage_step_type, count_stages, by_id, error) ||
      !count_people (connection, outcomes_sql, &outcome_step_type, count_outcome, by_id, error))
    return NULL;

  return g_steal_pointer (&targets);
}

/* How many people count towards the target. */
gint64
sel_target_actual (const SelTarget *self)
{
  return self->reached[self->target_stage ? self->target_stage : SEL_TARGET_STAGE_DEFAULT];
}
