/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import-pair.h"

#include "store/title.h"

const char *const sel_decision_names[] = {
  [SEL_DECISION_LATER] = "later",
  [SEL_DECISION_SAME] = "same",
  [SEL_DECISION_TWO] = "two",
};

SelImportPair *
sel_import_pair_new (const SelRecordType *type)
{
  SelImportPair *self = g_new0 (SelImportPair, 1);

  self->type = type;
  return self;
}

static char **
copy_texts (const SelRecordType *type, char **texts)
{
  char **copy = g_new0 (char *, type->n_fields);

  for (guint i = 0; i < type->n_fields; i++)
    copy[i] = g_strdup (texts[i]);
  return copy;
}

SelImportPair *
sel_import_pair_copy (const SelImportPair *self)
{
  SelImportPair *copy = g_memdup2 (self, sizeof *self);

  copy->key = g_strdup (self->key);
  copy->older_key = g_strdup (self->older_key);
  copy->theirs = copy_texts (self->type, self->theirs);
  copy->ours = copy_texts (self->type, self->ours);
  return copy;
}

/* Whether the newer record of both is the same. */
gboolean
sel_import_pair_is_of_same (const SelImportPair *self, const SelImportPair *other)
{
  return self->type == other->type && g_str_equal (self->key, other->key);
}

void
sel_import_pair_free (SelImportPair *self)
{
  sel_title_free_texts (self->type, self->theirs);
  sel_title_free_texts (self->type, self->ours);
  g_free (self->key);
  g_free (self->older_key);
  g_free (self);
}

struct _SelDecisions
{
  GPtrArray *pairs;
  GHashTable *by_record; /* the name of the newer one to a GPtrArray of its pairs, lent by pairs */
};

static char *
make_name (const SelRecordType *type, const char *key)
{
  return g_strconcat (type->name, " ", key, NULL);
}

static void
free_array (gpointer array)
{
  g_ptr_array_unref (array);
}

/* @pairs: (element-type SelImportPair) */
SelDecisions *
sel_decisions_new (GPtrArray *pairs)
{
  SelDecisions *self = g_new0 (SelDecisions, 1);

  self->pairs = g_ptr_array_ref (pairs);
  self->by_record = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_array);
  for (guint i = 0; i < pairs->len; i++)
    {
      SelImportPair *pair = pairs->pdata[i];
      g_autofree char *name = make_name (pair->type, pair->key);
      GPtrArray *of_record = g_hash_table_lookup (self->by_record, name);

      if (of_record == NULL)
        {
          of_record = g_ptr_array_new ();
          g_hash_table_insert (self->by_record, g_steal_pointer (&name), of_record);
        }
      g_ptr_array_add (of_record, pair);
    }

  return self;
}

void
sel_decisions_free (SelDecisions *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_record);
  g_ptr_array_unref (self->pairs);
  g_free (self);
}

static const GPtrArray *
pairs_of (const SelDecisions *self, const SelRecordType *type, const char *key)
{
  g_autofree char *name = NULL;

  if (self == NULL)
    return NULL;

  name = make_name (type, key);
  return g_hash_table_lookup (self->by_record, name);
}

/* The pair by which the record that the file calls @key is the older one; NULL for none. @self may
 * be NULL. */
const SelImportPair *
sel_decisions_find_same (const SelDecisions *self, const SelRecordType *type, const char *key)
{
  const GPtrArray *pairs = pairs_of (self, type, key);

  for (guint i = 0; pairs && i < pairs->len; i++)
    if (((const SelImportPair *) pairs->pdata[i])->decision == SEL_DECISION_SAME)
      return pairs->pdata[i];

  return NULL;
}

/* What was decided before of the same two records; NULL for nothing. @self may be NULL. */
const SelImportPair *
sel_decisions_find (const SelDecisions *self, const SelImportPair *pair)
{
  const GPtrArray *pairs = pairs_of (self, pair->type, pair->key);

  for (guint i = 0; pairs && i < pairs->len; i++)
    {
      const SelImportPair *decided = pairs->pdata[i];

      if (decided->older == pair->older && g_strcmp0 (decided->older_key, pair->older_key) == 0)
        return decided;
    }

  return NULL;
}

/* Returns: (element-type SelImportPair) */
const GPtrArray *
sel_decisions_get_pairs (const SelDecisions *self)
{
  return self->pairs;
}
