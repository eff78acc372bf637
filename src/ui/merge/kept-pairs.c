/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/kept-pairs.h"

#include "store/record.h"
#include "store/title.h"

void
sel_kept_pairs_clear (SelKeptPairs *self)
{
  g_clear_pointer (&self->pairs, g_array_unref);
}

/* The pair at @at, lent. */
const SelLikeness *
sel_kept_pairs_get (const SelKeptPairs *self, guint at)
{
  return &g_array_index (self->pairs, SelLikeness, at);
}

/* Takes out the pairs that have lost one of the two; @at stays with its pair, or comes to that which
 * follows it. */
gboolean
sel_kept_pairs_forget_gone (SelKeptPairs *self,
                            SelConnection *connection,
                            guint *at,
                            GError **error)
{
  for (guint i = self->pairs->len; i > 0; i--)
    {
      const SelLikeness *pair = sel_kept_pairs_get (self, i - 1);
      gint64 one, other;

      if (!sel_record_exists (connection, pair->type, pair->one, &one, error) ||
          !sel_record_exists (connection, pair->type, pair->other, &other, error))
        return FALSE;
      if (one && other)
        continue;
      g_array_remove_index (self->pairs, i - 1);
      *at -= i - 1 < *at;
    }

  return TRUE;
}

static gboolean
note_version (const SelRecordType *type,
              SelConnection *connection,
              gint64 id,
              gint64 *version,
              GError **error)
{
  SelRecord *record = sel_record_load (connection, type, id, error);

  if (record == NULL)
    return FALSE;

  *version = record->version;
  sel_record_free (type, record);
  return TRUE;
}

/**
 * sel_kept_pairs_read:
 * @one: (out) (transfer full): the texts of the first, for sel_title_free_texts()
 * @other: (out) (transfer full): those of the second
 *
 * Reads the two records of a pair, and notes their versions: what a person chooses is chosen from
 * these.
 */
gboolean
sel_kept_pairs_read (SelKeptPairs *self,
                     SelConnection *connection,
                     guint at,
                     char ***one,
                     char ***other,
                     GError **error)
{
  const SelLikeness *pair = sel_kept_pairs_get (self, at);

  *one = *other = NULL;
  if (!note_version (pair->type, connection, pair->one, &self->seen[0], error) ||
      !note_version (pair->type, connection, pair->other, &self->seen[1], error) ||
      !(*one = sel_title_dup_texts (connection, pair->type, pair->one, error)))
    return FALSE;

  *other = sel_title_dup_texts (connection, pair->type, pair->other, error);
  if (*other)
    return TRUE;

  sel_title_free_texts (pair->type, g_steal_pointer (one));
  return FALSE;
}

/* What stands in a merge of the pair that was read last, as the buttons of @view say it, in a copy
 * of the first as it was seen; to be freed with sel_record_free(). */
gpointer
sel_kept_pairs_dup_chosen (const SelKeptPairs *self,
                           SelConnection *connection,
                           guint at,
                           SelPairView *view,
                           GError **error)
{
  const SelLikeness *pair = sel_kept_pairs_get (self, at);
  gpointer chosen = sel_record_load (connection, pair->type, pair->one, error);
  gpointer other = chosen ? sel_record_load (connection, pair->type, pair->other, error) : NULL;

  if (other == NULL)
    {
      sel_record_free (pair->type, chosen);
      return NULL;
    }

  for (guint i = 0; i < pair->type->n_fields; i++)
    if (sel_pair_view_takes_right (view, i))
      sel_field_copy (&pair->type->fields[i], chosen, other);
  ((SelRecord *) chosen)->version = self->seen[0];
  sel_record_free (pair->type, other);
  return chosen;
}
