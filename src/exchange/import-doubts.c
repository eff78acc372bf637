/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import-doubts.h"

#include <glib/gi18n-lib.h>

#include "store/identity.h"
#include "store/record.h"
#include "store/title.h"

typedef struct
{
  SelAct *act;               /* borrowed */
  SelConnection *connection; /* borrowed */
  const SelDecisions *decisions;
  SelImportResult *result; /* borrowed */
} Doubts;

static gboolean
find_origin (Doubts *self, const SelRecordType *type, gint64 *origin, GError **error)
{
  return sel_identity_get_origin (self->act, self->result->header->sender, type, origin, error);
}

/* What stands in the fields of a record, as SelImportPair has it. */
static gboolean
read_texts (Doubts *self, const SelRecordType *type, gint64 id, char **texts, GError **error)
{
  gpointer record = sel_record_load (self->connection, type, id, error);

  if (record == NULL)
    return FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];

      if (!sel_field_is_empty (field, record))
        texts[i] = field->kind == SEL_FIELD_REFERENCE
                     ? sel_title_dup_value (self->connection, field, record)
                     : sel_field_dup_text (field, record);
    }

  sel_record_free (type, record);
  return TRUE;
}

/* The newer record came with this file; the older one may have, too. */
static gboolean
describe (Doubts *self, const SelLikeness *likeness, SelImportPair *pair, GError **error)
{
  SelIdentity identity;
  gint64 origin;

  if (!find_origin (self, pair->type, &origin, error) ||
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

  return read_texts (self, pair->type, likeness->other, pair->theirs, error) &&
         read_texts (self, pair->type, likeness->one, pair->ours, error);
}

static void
note (Doubts *self, const SelImportPair *pair)
{
  const SelExchangeItem item = { .line = pair->line, .type = pair->type, .id = pair->key };
  g_autofree char *reason =
    pair->older_key
      ? g_strdup_printf (_ ("It may be the same as “%s” of this file."), pair->older_key)
      : g_strdup (_ ("It may be the same as one that is in the register."));

  sel_import_result_note (self->result, SEL_IMPORT_DOUBTFUL, &item, NULL, reason);
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
  *decision = pair->decision;
  if (pair->decision == SEL_DECISION_LATER)
    note (self, pair);
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

/* Counts each record of @pairs, which are in the order of the newer ones, once. */
static void
count (Doubts *self, const SelLikeness *pair, const SelLikeness **last)
{
  guint64 *n_of = self->result->n_of[sel_record_type_index (pair->type)];

  if (*last && (*last)->type == pair->type && (*last)->other == pair->other)
    return;

  *last = pair;
  sel_import_result_count (self->result, pair->type, SEL_IMPORT_DOUBTFUL);
  self->result->n[SEL_IMPORT_NEW]--;
  n_of[SEL_IMPORT_NEW]--;
}

static gboolean
settle (Doubts *self, const GArray *pairs, GHashTable *twos, GError **error)
{
  const SelLikeness *last = NULL;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SelLikeness *pair = &g_array_index (pairs, SelLikeness, i);
      SelDecision decision =
        g_hash_table_contains (twos, pair) ? SEL_DECISION_TWO : SEL_DECISION_LATER;

      if (self->result->is_dry_run ? !plan_pair (self, pair, &decision, error)
                                   : !sel_likeness_put (self->act, pair,
                                                        decision == SEL_DECISION_TWO, error))
        return FALSE;
      if (decision == SEL_DECISION_LATER)
        count (self, pair, &last);
    }

  return TRUE;
}

/**
 * sel_import_doubts_settle:
 * @newcomers: the records that the import added
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
  Doubts self = { act, sel_act_get_connection (act), decisions, result };
  g_autoptr (GArray) pairs =
    sel_likeness_find (self.connection, newcomers, cancellable, error);
  g_autoptr (GHashTable) twos = NULL;

  if (pairs == NULL)
    return FALSE;
  if (pairs->len == 0)
    return TRUE;

  twos = collect_twos (&self, error);
  return twos && settle (&self, pairs, twos, error);
}
