/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge-records.h"

#include <glib/gi18n-lib.h>

#include "store/owned.h"
#include "store/record.h"

/* Merges are followed no further than this: a chain so long is a damaged file. */
#define MOST_STEPS 100

/* Parts of which a whole has only one: when the wholes become one, so do these. Two are the same
 * when they agree in the @fields, and where the second is empty, in @without it as well: in a cohort
 * a person is once, whatever the programme. Where the rest differs, the one that has come further
 * counts, as its @progress says, or else that of the one that stays; what is lacking is filled from
 * the other, unless their @answers differ, to which the rest belongs. Those that @stay are left for
 * a person to choose from when wholes are merged, since a party has a number and a signature of its
 * own; but what two offices say of one is one. Of those a whole may have several that agree, as when
 * two parties owe the same: none is one with another where both say something else in @apart. */
typedef struct
{
  const SelRecordType *type;
  const char *fields[2];
  const char *without;
  const char *progress;
  const char *answer;
  const char *apart[2];
  gboolean stays;
} Once;

static const Once once[] = {
  { &sel_enrolment_type, { "participant", "cohort" }, "programme", "stage" },
  { &sel_membership_type, { "group", "participant" } },
  { &sel_mentoring_type, { "mentor", "group" } },
  { &sel_attendance_type, { "session", "enrolment" } },
  { &sel_follow_up_type, { "enrolment", "due_on" }, .answer = "outcome" },
  { &sel_session_instructor_type, { "session", "instructor" } },
  { &sel_programme_agreement_type, { "programme", "agreement" } },
  { &sel_party_type, { "agreement", "partner" }, .stays = TRUE },
  { &sel_witness_type, { "agreement", "name" }, .stays = TRUE },
  { &sel_scope_item_type, { "agreement", "text" }, .stays = TRUE },
  { &sel_obligation_type, { "agreement", "text" }, .apart = { "party", "due_on" }, .stays = TRUE },
  { &sel_document_type, { "agreement", "sha256" }, .stays = TRUE },
  { &sel_amendment_type, { "agreement", "article" }, .apart = { "text" }, .stays = TRUE },
  { &sel_review_type, { "agreement", "reviewer" }, .apart = { "sent_on" }, .stays = TRUE },
  { &sel_realisation_type, { "agreement", "done_on" }, .apart = { "text", "obligation" },
    .stays = TRUE },
  { &sel_session_type, { "cohort", "starts_at" }, .apart = { "topic" }, .stays = TRUE },
};

static const Once *
find_once (const SelRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    if (once[i].type == type)
      return &once[i];

  return NULL;
}

/* The fields in which another part has to agree with @record. */
static guint
list_agreeing (const Once *self, gconstpointer record, const SelField **fields)
{
  guint n = 0;

  for (; n < G_N_ELEMENTS (self->fields); n++)
    fields[n] = sel_record_type_field (self->type, self->fields[n]);
  if (self->without && sel_field_is_empty (fields[n - 1], record))
    fields[n++] = sel_record_type_field (self->type, self->without);

  return n;
}

static void
bind_field (SelStatement *stmt, int parameter, const SelField *field, gconstpointer record)
{
  g_autofree char *text = sel_field_dup_text (field, record);

  if (sel_field_is_empty (field, record))
    sel_statement_bind_null (stmt, parameter);
  else if (field->kind == SEL_FIELD_REFERENCE)
    sel_statement_bind_int (stmt, parameter, *SEL_MEMBER_CONST (gint64, record, field));
  else
    sel_statement_bind_text (stmt, parameter, text);
}

/* Appends the condition on @field, whose value is bound later. */
static void
append_condition (GString *sql, const SelField *field, guint parameter, gboolean may_lack)
{
  g_string_append_printf (sql, " AND (\"%s\" IS $%u", field->name, parameter);
  if (may_lack)
    g_string_append_printf (sql, " OR \"%s\" IS NULL OR $%u IS NULL", field->name, parameter);
  g_string_append_c (sql, ')');
}

/**
 * sel_merge_list_counterparts:
 * @record: of @type; may not be written yet
 * @exactly: whether they have to agree in what keeps those apart of which a whole may have several,
 *   and not only where both say it
 *
 * Finds the other parts of the same whole that stand for the same.
 *
 * Returns: (element-type gint64): their ids, in order
 */
GArray *
sel_merge_list_counterparts (SelConnection *connection,
                             const SelRecordType *type,
                             gconstpointer record,
                             gboolean exactly,
                             GError **error)
{
  const Once *part = find_once (type);
  const SelField *fields[5];
  g_autoptr (GString) sql = NULL;
  g_autoptr (SelStatement) stmt = NULL;
  guint n_agreeing, n;

  if (part == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));

  n = n_agreeing = list_agreeing (part, record, fields);
  if (part->stays && sel_field_is_empty (fields[n - 1], record))
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < G_N_ELEMENTS (part->apart) && part->apart[i]; i++)
    fields[n++] = sel_record_type_field (type, part->apart[i]);

  sql = g_string_new (NULL);
  g_string_append_printf (sql, "SELECT id FROM \"%s\" WHERE id <> $1", type->name);
  for (guint i = 0; i < n; i++)
    append_condition (sql, fields[i], i + 2, i >= n_agreeing && !exactly);
  g_string_append (sql, " ORDER BY id");
  if (!(stmt = sel_connection_prepare (connection, sql->str, error)))
    return NULL;

  sel_statement_bind_int (stmt, 1, ((const SelRecord *) record)->id);
  for (guint i = 0; i < n; i++)
    bind_field (stmt, (int) i + 2, fields[i], record);
  return sel_statement_read_ids (stmt, error);
}

/* Whether the type has parts that are kept apart by more than their whole and what they are about. */
gboolean
sel_merge_has_apart (const SelRecordType *type)
{
  const Once *part = find_once (type);

  return part && part->apart[0];
}

/* Makes @referring, whose @field is the one that goes, refer to the one that stays. */
static gboolean
turn_one (SelAct *act,
          const SelRecordType *type,
          const SelField *field,
          gint64 referring,
          gint64 stays,
          GError **error)
{
  SelConnection *connection = sel_act_get_connection (act);
  gpointer record = sel_record_load (connection, type, referring, error);
  const Once *part = find_once (type);
  g_autoptr (GArray) others = NULL;
  gboolean is_done = FALSE;

  if (record == NULL)
    return FALSE;

  /* What is its own parent by then has none. */
  *SEL_MEMBER (gint64, record, field) = referring == stays && field->refers_to == type ? 0 : stays;
  if (part == NULL || part->stays)
    is_done = sel_act_update (act, type, record, error);
  else if ((others = sel_merge_list_counterparts (connection, type, record, TRUE, error)))
    is_done = others->len ? sel_merge_records (act, type, g_array_index (others, gint64, 0),
                                               referring, NULL, error)
                          : sel_act_update (act, type, record, error);
  sel_record_free (type, record);
  return is_done;
}

static gboolean
turn_all (SelAct *act, const SelRecordType *type, gint64 stays, gint64 goes, GError **error)
{
  for (guint t = 0; t < SEL_N_RECORD_TYPES; t++)
    for (guint f = 0; f < sel_record_types[t]->n_fields; f++)
      {
        const SelField *field = &sel_record_types[t]->fields[f];
        g_autoptr (GArray) referring = NULL;

        if (field->refers_to != type)
          continue;

        referring = g_array_new (FALSE, FALSE, sizeof (SelOwned));
        if (!sel_owned_append_referring (sel_act_get_connection (act), sel_record_types[t], field,
                                         goes, referring, referring, error))
          return FALSE;
        for (guint i = 0; i < referring->len; i++)
          if (!turn_one (act, sel_record_types[t], field, g_array_index (referring, SelOwned, i).id,
                         stays, error))
            return FALSE;
      }

  return TRUE;
}

static gboolean
remember (SelAct *act, const SelRecordType *type, const SelRecord *gone, gint64 stays, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (sel_act_get_connection (act),
                            "INSERT INTO merged (type, record, uid, stays) VALUES ($1, $2, $3, $4)"
                            " ON CONFLICT (type, record) DO UPDATE SET stays = excluded.stays",
                            error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, type->name);
  sel_statement_bind_int (stmt, 2, gone->id);
  sel_statement_bind_text (stmt, 3, gone->uid);
  sel_statement_bind_int (stmt, 4, stays);
  return sel_statement_run (stmt, error);
}

/* Whether @goes has come further than @stays. */
static gboolean
is_further (const Once *part, gconstpointer stays, gconstpointer goes)
{
  const SelField *progress;

  if (part == NULL || part->progress == NULL)
    return FALSE;

  progress = sel_record_type_field (part->type, part->progress);
  return *SEL_MEMBER_CONST (int, goes, progress) > *SEL_MEMBER_CONST (int, stays, progress);
}

/* Keeps in @said, which another office says of a part that is there, how far @present had come. */
void
sel_merge_keep_progress (const SelRecordType *type, gpointer said, gconstpointer present)
{
  const Once *part = find_once (type);

  if (is_further (part, said, present))
    sel_field_copy (sel_record_type_field (type, part->progress), said, present);
}

/* Whether each says something else, so that what goes with one answer is not said of the other. */
static gboolean
answers_differ (const Once *part, gconstpointer stays, gconstpointer goes)
{
  const SelField *answer;

  if (part == NULL || part->answer == NULL)
    return FALSE;

  answer = sel_record_type_field (part->type, part->answer);
  return !sel_field_is_empty (answer, stays) && !sel_field_is_empty (answer, goes) &&
         !sel_field_is_equal (answer, stays, goes);
}

/* What stands where nobody chose: the further of the two, filled from the other, in the place of
 * the one that stays. */
static gpointer
dup_further (const SelRecordType *type, gconstpointer stays, gconstpointer goes)
{
  const Once *part = find_once (type);
  gpointer values;

  if (answers_differ (part, stays, goes))
    return sel_record_copy (type, stays);
  if (!is_further (part, stays, goes))
    return sel_merge_dup_filled (type, stays, goes);

  values = sel_merge_dup_filled (type, goes, stays);
  for (guint i = 0; i < G_N_ELEMENTS (part->fields); i++)
    sel_field_copy (sel_record_type_field (type, part->fields[i]), values, stays);
  return values;
}

/* Writes what stands in the record in the end; the version is what turning left. */
static gboolean
write_final (SelAct *act,
             const SelRecordType *type,
             gint64 stays,
             gint64 goes,
             gconstpointer values,
             GError **error)
{
  SelRecord *now = sel_record_load (sel_act_get_connection (act), type, stays, error);
  gboolean is_done;

  if (now == NULL)
    return FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      gint64 *reference = SEL_MEMBER (gint64, now, field);

      sel_field_copy (field, now, values);
      if (field->refers_to == type && (*reference == stays || *reference == goes))
        *reference = 0;
    }
  is_done = sel_act_update (act, type, now, error);
  sel_record_free (type, now);
  return is_done;
}

/* @first, with what it lacks taken from @second. To be freed with sel_record_free(). */
gpointer
sel_merge_dup_filled (const SelRecordType *type, gconstpointer first, gconstpointer second)
{
  gpointer filled = sel_record_copy (type, first);

  for (guint i = 0; i < type->n_fields; i++)
    if (sel_field_is_empty (&type->fields[i], filled))
      sel_field_copy (&type->fields[i], filled, second);

  return filled;
}

/* A choice waits while an import runs, which may change what it was made from. */
static gboolean
check_seen (const SelMergeChoice *choice,
            const SelRecord *stays,
            const SelRecord *goes,
            GError **error)
{
  if (choice == NULL || (stays->version == ((const SelRecord *) choice->values)->version &&
                         goes->version == choice->goes_version))
    return TRUE;

  g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT,
                       _ ("One of the two was changed after you chose what stands. Nothing was "
                          "merged; look at both again and choose anew."));
  return FALSE;
}

/**
 * sel_merge_records:
 * @stays: the id of the record that the two become
 * @goes: the id of the other
 * @choice: (nullable): what is to stand in the fields; NULL for what stands in the one that stays,
 *   filled from the other
 *
 * Makes one of two records, and of their parts that there can be only one of, such as two enrolments
 * in one cohort. When either is another than was chosen from, that is %SEL_STORE_ERROR_CONFLICT.
 */
gboolean
sel_merge_records (SelAct *act,
                   const SelRecordType *type,
                   gint64 stays,
                   gint64 goes,
                   const SelMergeChoice *choice,
                   GError **error)
{
  SelConnection *connection = sel_act_get_connection (act);
  gpointer one = NULL;
  gpointer other = NULL;
  gpointer values = NULL;
  gboolean is_done = FALSE;

  g_return_val_if_fail (stays != goes, FALSE);

  if ((one = sel_record_load (connection, type, stays, error)) &&
      (other = sel_record_load (connection, type, goes, error)) &&
      check_seen (choice, one, other, error))
    {
      values = choice ? sel_record_copy (type, choice->values) : dup_further (type, one, other);
      is_done = turn_all (act, type, stays, goes, error) &&
                remember (act, type, other, stays, error) &&
                sel_act_delete (act, type, goes, error) &&
                sel_act_note_merge (act, type, stays, goes, error) &&
                write_final (act, type, stays, goes, values, error);
    }

  sel_record_free (type, one);
  sel_record_free (type, other);
  sel_record_free (type, values);
  return is_done;
}

static gboolean
read_stays (SelConnection *connection,
            const SelRecordType *type,
            gint64 gone,
            gint64 *stays,
            GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT stays FROM merged WHERE type = $1 AND record = $2", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, type->name);
  sel_statement_bind_int (stmt, 2, gone);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  *stays = has_row ? sel_statement_get_int (stmt, 0) : 0;
  return TRUE;
}

/* The record that @gone, which is not there any more, became part of; 0 when it was not merged, or
 * into one that went as well. */
gboolean
sel_merge_follow (SelConnection *connection,
                  const SelRecordType *type,
                  gint64 gone,
                  gint64 *record,
                  GError **error)
{
  gint64 at = gone;

  *record = 0;
  for (guint i = 0; i < MOST_STEPS && *record == 0; i++)
    {
      if (!read_stays (connection, type, at, &at, error))
        return FALSE;
      if (at == 0)
        return TRUE;
      if (!sel_record_exists (connection, type, at, record, error))
        return FALSE;
    }

  return TRUE;
}

/* The same, by the UID of the one that is gone. */
gboolean
sel_merge_follow_uid (SelConnection *connection,
                      const SelRecordType *type,
                      const char *uid,
                      gint64 *record,
                      GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT record FROM merged WHERE type = $1 AND uid = $2", error);
  gboolean has_row;

  *record = 0;
  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, type->name);
  sel_statement_bind_text (stmt, 2, uid);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;

  return !has_row ||
         sel_merge_follow (connection, type, sel_statement_get_int (stmt, 0), record, error);
}

/* The merges of the records from @first to @last that are there were undone. Before these records
 * go for good, so does what would lead from them to others. */
gboolean
sel_merge_forget_run (SelAct *act,
                      const SelRecordType *type,
                      gint64 first,
                      gint64 last,
                      GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("DELETE FROM merged WHERE type = $1 AND record BETWEEN $2 AND $3"
                     " AND EXISTS (SELECT 1 FROM \"%s\" r WHERE r.id = merged.record)",
                     type->name);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (sel_act_get_connection (act), sql, error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, type->name);
  sel_statement_bind_int (stmt, 2, first);
  sel_statement_bind_int (stmt, 3, last);
  return sel_statement_run (stmt, error);
}

/* As sel_merge_forget_run(), of a record and all that is part of it: a person who deletes it, after
 * it was told apart from another, does not mean the other. */
gboolean
sel_merge_forget (SelAct *act, const SelRecordType *type, gint64 id, GError **error)
{
  g_autoptr (GArray) parts = sel_owned_list (sel_act_get_connection (act), type, id, error);

  for (guint i = 0; parts && i < parts->len; i++)
    {
      const SelOwned *part = &g_array_index (parts, SelOwned, i);

      if (!sel_merge_forget_run (act, part->type, part->id, part->id, error))
        return FALSE;
    }

  return parts != NULL;
}
