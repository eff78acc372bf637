/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/export-selection.h"

#include <glib/gi18n-lib.h>

#include "store/title.h"

/* Every statement of a choice begins with it: 0 stands for what was not named. */
#define CHOICE "WITH choice (partner, programme, cohort) AS (VALUES ($1, $2, $3)) "

#define AGREEMENTS \
  "(SELECT party.agreement FROM party JOIN choice ON party.partner = choice.partner)"
#define COHORTS                                                                           \
  "(SELECT c.id FROM cohort c JOIN choice ON (choice.cohort = 0 OR c.id = choice.cohort)" \
  " AND (choice.programme = 0 OR c.programme = choice.programme))"
#define SESSIONS "(SELECT s.id FROM session s WHERE s.cohort IN " COHORTS ")"

/* Who takes part in a cohort; in a programme, also those who have no cohort yet; or anywhere. */
#define ENROLMENTS                                         \
  "(SELECT e.id FROM enrolment e JOIN choice ON CASE"      \
  " WHEN choice.cohort <> 0 THEN e.cohort = choice.cohort" \
  " ELSE choice.programme = 0 OR e.programme = choice.programme OR e.cohort IN " COHORTS " END)"
#define GROUPS \
  "(SELECT g.id FROM \"group\" g JOIN choice ON g.programme = choice.programme)"

#define KIND(name) (1u << SEL_EXPORT_##name)

/* What each choice is about; all else that a file needs is what this refers to. */
static const struct
{
  guint kinds;
  const SelRecordType *type;
  const char *sql;
} seeds[] = {
  { KIND (AGREEMENTS), &sel_agreement_type,
    CHOICE "SELECT id FROM agreement WHERE id IN " AGREEMENTS },
  { KIND (AGREEMENTS), &sel_party_type,
    CHOICE "SELECT id FROM party WHERE agreement IN " AGREEMENTS },
  { KIND (AGREEMENTS), &sel_witness_type,
    CHOICE "SELECT id FROM witness WHERE agreement IN " AGREEMENTS },
  { KIND (AGREEMENTS), &sel_scope_item_type,
    CHOICE "SELECT id FROM scope_item WHERE agreement IN " AGREEMENTS },
  { KIND (AGREEMENTS), &sel_obligation_type,
    CHOICE "SELECT id FROM obligation WHERE agreement IN " AGREEMENTS },
  { KIND (AGREEMENTS), &sel_amendment_type,
    CHOICE "SELECT id FROM amendment WHERE agreement IN " AGREEMENTS },
  { KIND (AGREEMENTS), &sel_document_type,
    CHOICE "SELECT id FROM document WHERE agreement IN " AGREEMENTS },
  { KIND (SCHEDULE), &sel_cohort_type, CHOICE "SELECT id FROM cohort WHERE id IN " COHORTS },
  { KIND (SCHEDULE), &sel_session_type, CHOICE "SELECT id FROM session WHERE id IN " SESSIONS },
  { KIND (SCHEDULE), &sel_session_instructor_type,
    CHOICE "SELECT id FROM session_instructor WHERE session IN " SESSIONS },
  { KIND (ROSTER), &sel_programme_type,
    CHOICE "SELECT p.id FROM programme p JOIN choice ON p.id = choice.programme" },
  { KIND (ROSTER), &sel_cohort_type,
    CHOICE "SELECT c.id FROM cohort c JOIN choice ON c.id = choice.cohort" },
  { KIND (ROSTER), &sel_group_type, CHOICE "SELECT id FROM \"group\" WHERE id IN " GROUPS },
  { KIND (ROSTER), &sel_membership_type,
    CHOICE "SELECT id FROM membership WHERE \"group\" IN " GROUPS },
  { KIND (ROSTER), &sel_mentoring_type,
    CHOICE "SELECT id FROM mentoring WHERE \"group\" IN " GROUPS },
  { KIND (ROSTER) | KIND (OUTCOMES), &sel_enrolment_type,
    CHOICE "SELECT id FROM enrolment WHERE id IN " ENROLMENTS },
  { KIND (OUTCOMES), &sel_follow_up_type,
    CHOICE "SELECT id FROM follow_up WHERE enrolment IN " ENROLMENTS },
};

static GArray *
runs_of (SelExportSelection *self, const SelRecordType *type)
{
  return self->runs[sel_record_type_index (type)];
}

/* Adds the ids that @stmt gives in @column, where they are not null. */
static gboolean
add_ids (GArray *runs, SelStatement *stmt, int column, GError **error)
{
  gboolean has_row;

  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (!sel_statement_is_null (stmt, column))
        sel_runs_add (runs, sel_statement_get_int (stmt, column));
    }

  return FALSE;
}

static gboolean
add_seed (SelExportSelection *self,
          SelConnection *connection,
          guint seed,
          const SelExportChoice *choice,
          GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, seeds[seed].sql, error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, choice->partner);
  sel_statement_bind_int (stmt, 2, choice->programme);
  sel_statement_bind_int (stmt, 3, choice->cohort);
  return add_ids (runs_of (self, seeds[seed].type), stmt, 0, error);
}

/* Of all records the bounds are enough: that there are gaps between them is met while they are
 * written. */
static gboolean
add_all (GArray *runs, SelConnection *connection, const SelRecordType *type, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT min (id), max (id) FROM \"%s\"", type->name);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);
  gboolean has_row;
  SelRun run;

  if (stmt == NULL || !sel_statement_step (stmt, &has_row, error))
    return FALSE;

  run = (SelRun){ sel_statement_get_int (stmt, 0), sel_statement_get_int (stmt, 1) };
  if (!sel_statement_is_null (stmt, 0))
    g_array_append_val (runs, run);
  return TRUE;
}

static gboolean
add_chosen (SelExportSelection *self,
            SelConnection *connection,
            const SelExportChoice *choice,
            GError **error)
{
  if (choice->kind == SEL_EXPORT_EVERYTHING)
    {
      for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
        if (!add_all (self->runs[i], connection, sel_record_types[i], error))
          return FALSE;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    if (seeds[i].kinds & 1u << choice->kind &&
        !add_seed (self, connection, i, choice, error))
      return FALSE;

  /* The header names it. */
  if (choice->agreement)
    sel_runs_add (runs_of (self, &sel_agreement_type), choice->agreement);
  return TRUE;
}

/* Adds to @found what the records of @type in @runs refer to by @field. */
static gboolean
add_referred (GArray *found,
              const GArray *runs,
              SelConnection *connection,
              const SelRecordType *type,
              const SelField *field,
              GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id BETWEEN $1 AND $2", field->name,
                     type->name);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      const SelRun run = g_array_index (runs, SelRun, i);

      sel_statement_reset (stmt);
      sel_statement_bind_int (stmt, 1, run.first);
      sel_statement_bind_int (stmt, 2, run.last);
      if (!add_ids (found, stmt, 0, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
refers_to_itself (const SelRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].refers_to == type)
      return TRUE;

  return FALSE;
}

/* Adds what the records of @type refer to, and in turn what those of their own kind do; nothing by
 * a field that stays behind. */
static gboolean
close_type (SelExportSelection *self,
            SelConnection *connection,
            const SelRecordType *type,
            SelSensitivity most,
            GError **error)
{
  GArray *runs = runs_of (self, type);
  guint64 n_before;

  do
    {
      g_autoptr (GArray) from = NULL;

      sel_runs_settle (runs);
      n_before = sel_runs_get_n (runs);
      from = g_array_copy (runs);
      for (guint i = 0; i < type->n_fields; i++)
        {
          const SelField *field = &type->fields[i];

          if (field->kind == SEL_FIELD_REFERENCE && sel_export_carries (most, field) &&
              !add_referred (runs_of (self, field->refers_to), from, connection, type, field,
                             error))
            return FALSE;
        }
      sel_runs_settle (runs);
    }
  while (sel_runs_get_n (runs) > n_before);

  return TRUE;
}

/* No type refers to one after it: from the last to the first, each is whole when its turn comes. */
static gboolean
close_all (SelExportSelection *self,
           SelConnection *connection,
           SelSensitivity most,
           GError **error)
{
  for (guint i = SEL_N_RECORD_TYPES; i > 0; i--)
    if (!close_type (self, connection, sel_record_types[i - 1], most, error))
      return FALSE;

  return TRUE;
}

/* A record, and those of its own kind that it refers to. */
typedef struct
{
  gint64 id;
  gint64 above[2]; /* 0 for none */
} Node;

static gboolean
read_nodes (GArray *nodes,
            const GArray *runs,
            SelConnection *connection,
            const SelRecordType *type,
            GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  g_autoptr (SelStatement) stmt = NULL;
  gboolean has_row = TRUE;
  guint n_above = 0;

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].refers_to == type)
      {
        g_string_append_printf (sql, ", \"%s\"", type->fields[i].name);
        n_above++;
      }
  g_assert (n_above <= G_N_ELEMENTS (((Node *) NULL)->above));
  g_string_append_printf (sql, " FROM \"%s\" WHERE id BETWEEN $1 AND $2 ORDER BY id", type->name);
  if (!(stmt = sel_connection_prepare (connection, sql->str, error)))
    return FALSE;

  for (guint i = 0; i < runs->len; i++, has_row = TRUE)
    {
      const SelRun run = g_array_index (runs, SelRun, i);

      sel_statement_reset (stmt);
      sel_statement_bind_int (stmt, 1, run.first);
      sel_statement_bind_int (stmt, 2, run.last);
      while (has_row)
        {
          Node node = { 0 };

          if (!sel_statement_step (stmt, &has_row, error))
            return FALSE;
          node.id = has_row ? sel_statement_get_int (stmt, 0) : 0;
          for (guint a = 0; has_row && a < n_above; a++)
            node.above[a] = sel_statement_get_int (stmt, 1 + (int) a);
          if (has_row)
            g_array_append_val (nodes, node);
        }
    }

  return TRUE;
}

static gboolean
is_ready (const Node *node, GHashTable *placed)
{
  for (guint i = 0; i < G_N_ELEMENTS (node->above); i++)
    if (node->above[i] && !g_hash_table_contains (placed, &node->above[i]))
      return FALSE;

  return TRUE;
}

/* Moves to @order each of @nodes whose turn it is, and keeps the rest in their order. */
static void
place_ready (GArray *nodes, GHashTable *placed, GArray *order)
{
  guint n_left = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      Node node = g_array_index (nodes, Node, i);

      if (is_ready (&node, placed))
        {
          g_hash_table_add (placed, g_memdup2 (&node.id, sizeof node.id));
          sel_runs_add (order, node.id);
        }
      else
        g_array_index (nodes, Node, n_left++) = node;
    }

  g_array_set_size (nodes, n_left);
}

static gboolean
fail_for_circle (SelConnection *connection, const SelRecordType *type, gint64 id, GError **error)
{
  g_autofree char *title = sel_title_dup (connection, type, id, error);

  if (title)
    g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED,
                 /* Translators: a kind of record and the title of one: Agreement “Exchange of data”
                  */
                 _ ("%s “%s” refers back to itself over others, or to one that does, so that "
                    "none of them can come first in a file. Correct that first."),
                 _ (type->label), title);
  return FALSE;
}

/* Puts what is referred to first, and all else in the order of the ids: a register that took in the
 * file has them in its order, and gives the same file. */
static gboolean
order_type (SelExportSelection *self,
            SelConnection *connection,
            const SelRecordType *type,
            GError **error)
{
  GArray **runs = &self->runs[sel_record_type_index (type)];
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_autoptr (GArray) order = sel_runs_new ();
  g_autoptr (GHashTable) placed =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!read_nodes (nodes, *runs, connection, type, error))
    return FALSE;

  for (guint n_left = nodes->len; n_left > 0; n_left = nodes->len)
    {
      place_ready (nodes, placed, order);
      if (nodes->len == n_left)
        return fail_for_circle (connection, type, g_array_index (nodes, Node, 0).id, error);
    }

  g_array_unref (*runs);
  *runs = g_steal_pointer (&order);
  return TRUE;
}

/* Reads what @choice selects, where @most is the most sensitive field that may travel; within a
 * transaction, so that it stays true while it is written. */
SelExportSelection *
sel_export_selection_read (SelConnection *connection,
                           const SelExportChoice *choice,
                           SelSensitivity most,
                           GError **error)
{
  g_autoptr (SelExportSelection) self = g_new0 (SelExportSelection, 1);

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    self->runs[i] = sel_runs_new ();

  if (!add_chosen (self, connection, choice, error) ||
      (choice->kind != SEL_EXPORT_EVERYTHING && !close_all (self, connection, most, error)))
    return NULL;

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (refers_to_itself (sel_record_types[i]) &&
        !order_type (self, connection, sel_record_types[i], error))
      return NULL;
  return g_steal_pointer (&self);
}

void
sel_export_selection_free (SelExportSelection *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    g_array_unref (self->runs[i]);
  g_free (self);
}
