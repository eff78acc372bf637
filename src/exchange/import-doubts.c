/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import-doubts.h"

#include <glib/gi18n-lib.h>

#include "domain/nik.h"
#include "store/identity.h"
#include "store/title.h"

typedef struct
{
  SelAct *act;               /* borrowed */
  SelConnection *connection; /* borrowed */
  const SelNewcomers *newcomers;
  const SelDecisions *decisions;
  SelImportResult *result; /* borrowed */
} Doubts;

static gboolean
find_origin (Doubts *self, const SelRecordType *type, gint64 *origin, GError **error)
{
  return sel_identity_get_origin (self->act, self->result->header->sender, type, origin, error);
}

/* The newer record came with this file; the older one may have, too. */
static gboolean
name (Doubts *self, const SelLikeness *likeness, SelImportPair *pair, GError **error)
{
  SelIdentity identity;
  gint64 origin;

  if (!sel_act_make_index (self->act, SEL_IDENTITY_INDEX, error) ||
      !find_origin (self, pair->type, &origin, error) ||
      !sel_identity_dup_key (self->connection, origin, likeness->other, &pair->key, error) ||
      !sel_identity_find (self->connection, pair->type, origin, pair->key, &identity, error))
    return FALSE;
  pair->line = (guint) identity.line;

  if (!sel_identity_dup_key (self->connection, origin, likeness->one, &pair->older_key, error))
    return FALSE;
  if (pair->older_key && (!sel_identity_find (self->connection, pair->type, origin,
                                              pair->older_key, &identity, error)))
    return FALSE;
  if (pair->older_key == NULL || identity.exchange != self->result->exchange)
    {
      g_clear_pointer (&pair->older_key, g_free);
      pair->older = likeness->one;
    }

  return TRUE;
}

static gboolean
describe (Doubts *self, const SelLikeness *likeness, SelImportPair *pair, GError **error)
{
  if (!name (self, likeness, pair, error))
    return FALSE;

  pair->theirs = sel_title_dup_texts (self->connection, pair->type, likeness->other, error);
  if (pair->theirs)
    pair->ours = sel_title_dup_texts (self->connection, pair->type, likeness->one, error);
  return pair->ours != NULL;
}

/* Adds the pair to the plan. */
static gboolean
plan_pair (Doubts *self, const SelLikeness *likeness, SelDecision *decision, GError **error)
{
  SelImportPair *pair;
  const SelImportPair *before;

  *decision = SEL_DECISION_LATER;
  if (self->result->pairs->len >= SEL_IMPORT_MOST_NOTES)
    return TRUE;

  pair = sel_import_pair_new (likeness->type);
  g_ptr_array_add (self->result->pairs, pair);
  if (!describe (self, likeness, pair, error))
    return FALSE;

  before = sel_decisions_find (self->decisions, pair);
  pair->decision = before ? before->decision : SEL_DECISION_LATER;
  pair->counted = SEL_IMPORT_NEW;
  return TRUE;
}

static guint
hash_likeness (gconstpointer data)
{
  const SelLikeness *likeness = data;

  return g_int64_hash (&likeness->one) * 31 + g_int64_hash (&likeness->other);
}

static gboolean
is_same_likeness (gconstpointer a, gconstpointer b)
{
  const SelLikeness *left = a;
  const SelLikeness *right = b;

  return left->type == right->type && left->one == right->one && left->other == right->other;
}

static gboolean
find_record (Doubts *self, const SelRecordType *type, const char *key, gint64 *id, GError **error)
{
  SelIdentity identity;
  gint64 origin;

  if (!find_origin (self, type, &origin, error) ||
      !sel_identity_find (self->connection, type, origin, key, &identity, error))
    return FALSE;

  *id = identity.record;
  return TRUE;
}

/* The pairs that were said to be two, by the ids that their records have now. */
static GHashTable *
collect_twos (Doubts *self, GError **error)
{
  g_autoptr (GHashTable) twos =
    g_hash_table_new_full (hash_likeness, is_same_likeness, g_free, NULL);
  const GPtrArray *pairs = self->decisions ? sel_decisions_get_pairs (self->decisions) : NULL;

  for (guint i = 0; pairs && i < pairs->len; i++)
    {
      const SelImportPair *pair = pairs->pdata[i];
      SelLikeness two = { pair->type, pair->older, 0 };

      if (pair->decision != SEL_DECISION_TWO)
        continue;
      if (!find_record (self, pair->type, pair->key, &two.other, error) ||
          (pair->older_key &&
           !find_record (self, pair->type, pair->older_key, &two.one, error)))
        return NULL;
      g_hash_table_add (twos, g_memdup2 (&two, sizeof two));
    }

  return g_steal_pointer (&twos);
}

/* What the older one is called: what the first field says by which it is found. NULL of a person:
 * the report may go to the sender, who is not told who else is in the register. */
static const char *
get_older_name (const SelImportPair *pair)
{
  for (guint i = 0; i < pair->type->n_fields; i++)
    if (pair->type->fields[i].flags & SEL_FIELD_SEARCHED)
      return pair->type->fields[i].sensitivity > SEL_PUBLIC ? NULL : pair->ours[i];

  g_return_val_if_reached (NULL);
}

static char *
dup_doubt (const SelImportPair *pair)
{
  g_autofree char *shown = sel_nik_dup_hidden (pair->older_key);
  const char *name = get_older_name (pair);
  g_autofree char *printable = name ? sel_text_dup_printable (name, FALSE) : NULL;

  if (shown)
    return g_strdup_printf (_ ("It may be the same as “%s” of this file."), shown);
  if (printable)
    return g_strdup_printf (_ ("It may be the same as “%s”, in the register."), printable);
  return g_strdup (_ ("It may be the same as one that is in the register."));
}

/* Notes a record that came in. Of a plan sel_import_doubts_recount() does. */
static gboolean
note (Doubts *self, const SelLikeness *likeness, GError **error)
{
  g_autoptr (SelImportPair) pair = sel_import_pair_new (likeness->type);
  g_autofree char *reason = NULL;
  SelExchangeItem item = { .type = likeness->type };

  if (self->result->is_dry_run ||
      self->result->notes[SEL_IMPORT_DOUBTFUL]->len >= SEL_IMPORT_MOST_NOTES)
    return TRUE;
  if (!describe (self, likeness, pair, error))
    return FALSE;

  reason = dup_doubt (pair);
  item.line = pair->line;
  item.id = pair->key;
  sel_import_result_note (self->result, SEL_IMPORT_DOUBTFUL, &item, NULL, reason);
  return TRUE;
}

/* Counts a record that is in no pair of the plan, or that comes in, once: @pairs are in the order of
 * the newer ones. */
static gboolean
count (Doubts *self, const SelLikeness *pair, const SelLikeness **last, GError **error)
{
  guint64 *n_of = self->result->n_of[sel_record_type_index (pair->type)];

  if (*last && (*last)->type == pair->type && (*last)->other == pair->other)
    return TRUE;

  *last = pair;
  sel_import_result_count (self->result, pair->type, SEL_IMPORT_DOUBTFUL);
  self->result->n[SEL_IMPORT_NEW]--;
  n_of[SEL_IMPORT_NEW]--;
  return note (self, pair, error);
}

/* Whether the pair at hand was added to the plan. */
static gboolean
is_planned (const Doubts *self, guint n_before)
{
  return self->result->pairs->len > n_before;
}

static gboolean
settle (Doubts *self, const GArray *pairs, GHashTable *twos, GError **error)
{
  const SelLikeness *last = NULL;
  guint n_planned = self->result->pairs->len;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SelLikeness *pair = &g_array_index (pairs, SelLikeness, i);
      SelDecision decision =
        g_hash_table_contains (twos, pair) ? SEL_DECISION_TWO : SEL_DECISION_LATER;

      /* Of two that were known, one is called otherwise: nothing that is said of them changes what
       * the import does, so that they wait in the register alone. */
      if (!sel_newcomers_is_new (self->newcomers, pair->type, pair->other))
        {
          if (!sel_likeness_put (self->act, pair, FALSE, error))
            return FALSE;
          continue;
        }
      if (self->result->is_dry_run ? !plan_pair (self, pair, &decision, error)
                                   : !sel_likeness_put (self->act, pair,
                                                        decision == SEL_DECISION_TWO, error))
        return FALSE;
      if (is_planned (self, n_planned))
        last = pair;
      else if (decision == SEL_DECISION_LATER && !count (self, pair, &last, error))
        return FALSE;
      n_planned = self->result->pairs->len;
    }

  sel_import_doubts_recount (self->result);
  return TRUE;
}

/**
 * sel_import_doubts_settle:
 * @newcomers: the records that the import added, and unless it is a dry run those that it calls
 *   otherwise
 * @decisions: (nullable): what a person said of such pairs before
 *
 * Finds the records of @newcomers that may be the same as others. A dry run lists them in @result;
 * an import leaves them among the possible duplicates, unless they were said to be two. Either way
 * they are counted as doubtful, not as new.
 */
gboolean
sel_import_doubts_settle (SelAct *act,
                          const SelNewcomers *newcomers,
                          const SelDecisions *decisions,
                          SelImportResult *result,
                          GCancellable *cancellable,
                          GError **error)
{
  Doubts self = { act, sel_act_get_connection (act), newcomers, decisions, result };
  g_autoptr (GArray) pairs =
    sel_likeness_find (self.connection, newcomers, &result->is_search_cut, cancellable, error);
  g_autoptr (GHashTable) twos = NULL;

  if (pairs == NULL)
    return FALSE;
  if (pairs->len == 0)
    return TRUE;

  twos = collect_twos (&self, error);
  return twos && settle (&self, pairs, twos, error);
}

/* The labels of the fields in which what the file says differs; NULL for none. */
static char *
dup_difference (const SelImportPair *pair)
{
  g_autoptr (GString) labels = NULL;

  for (guint i = 0; i < pair->type->n_fields; i++)
    if (pair->theirs[i] && g_strcmp0 (pair->theirs[i], pair->ours[i]) != 0)
      {
        if (labels == NULL)
          labels = g_string_new (NULL);
        g_string_append_printf (labels, "%s%s", labels->len ? ", " : "",
                                sel_field_label (&pair->type->fields[i]));
      }

  return labels ? g_string_free (g_steal_pointer (&labels), FALSE) : NULL;
}

/* What becomes of the record whose pairs are @n from @pairs on, and what is to be said of it. */
static SelImportVerdict
judge (gpointer *pairs, guint n, char **reason)
{
  SelImportVerdict verdict = SEL_IMPORT_NEW;

  for (guint i = 0; i < n; i++)
    {
      const SelImportPair *pair = pairs[i];

      if (pair->decision == SEL_DECISION_SAME)
        {
          g_free (*reason);
          *reason = dup_difference (pair);
          return *reason ? SEL_IMPORT_CHANGED : SEL_IMPORT_SAME;
        }
      if (pair->decision == SEL_DECISION_LATER && verdict == SEL_IMPORT_NEW)
        {
          verdict = SEL_IMPORT_DOUBTFUL;
          *reason = dup_doubt (pair);
        }
    }

  return verdict;
}

static char *
make_note_name (SelImportVerdict verdict, const SelExchangeItem *item)
{
  return g_strdup_printf ("%u %u %s %s", verdict, item->line, item->type->name, item->id);
}

/* Takes out the notes that are named in @moved, which keep their order otherwise. */
static void
forget_notes (SelImportResult *result, GHashTable *moved)
{
  static const SelImportVerdict verdicts[] = { SEL_IMPORT_NEW, SEL_IMPORT_CHANGED,
                                               SEL_IMPORT_DOUBTFUL };

  for (guint v = 0; v < G_N_ELEMENTS (verdicts) && g_hash_table_size (moved) > 0; v++)
    for (guint i = result->notes[verdicts[v]]->len; i > 0; i--)
      {
        const SelImportNote *note = g_ptr_array_index (result->notes[verdicts[v]], i - 1);
        const SelExchangeItem item = { .line = note->line, .type = note->type, .id = note->id };
        g_autofree char *name =
          note->type && note->id ? make_note_name (verdicts[v], &item) : NULL;

        if (name && g_hash_table_remove (moved, name))
          g_ptr_array_remove_index (result->notes[verdicts[v]], i - 1);
      }
}

static void
recount_record (SelImportResult *result, gpointer *pairs, guint n, GHashTable *moved)
{
  SelImportPair *first = pairs[0];
  guint64 *n_of = result->n_of[sel_record_type_index (first->type)];
  const SelExchangeItem item = { .line = first->line, .type = first->type, .id = first->key };
  g_autofree char *reason = NULL;
  SelImportVerdict verdict = judge (pairs, n, &reason);

  if (verdict == first->counted)
    return;

  result->n[first->counted]--;
  n_of[first->counted]--;
  sel_import_result_count (result, first->type, verdict);
  g_hash_table_insert (moved, make_note_name (first->counted, &item), NULL);
  if (verdict != SEL_IMPORT_SAME)
    sel_import_result_note (result, verdict, &item, NULL, reason);
  first->counted = verdict;
}

/* Whether the plan was reckoned with what is decided by now. What hangs on records that are the same
 * is the same, too, which only another dry run tells. */
gboolean
sel_import_doubts_are_reckoned (const SelImportResult *result)
{
  for (guint i = 0; i < result->pairs->len; i++)
    {
      const SelImportPair *pair = result->pairs->pdata[i];

      if (pair->was_same != (pair->decision == SEL_DECISION_SAME))
        return FALSE;
    }

  return TRUE;
}

/* Brings the counts and notes of a dry run to what was decided of its pairs; of what hangs on their
 * records it knows nothing. */
void
sel_import_doubts_recount (SelImportResult *result)
{
  g_autoptr (GHashTable) moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint next;

  for (guint i = 0; i < result->pairs->len; i = next)
    {
      for (next = i + 1; next < result->pairs->len &&
                         sel_import_pair_is_of_same (result->pairs->pdata[i],
                                                     result->pairs->pdata[next]);)
        next++;
      recount_record (result, &result->pairs->pdata[i], next - i, moved);
    }

  forget_notes (result, moved);
}
