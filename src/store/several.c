/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/several.h"

#include "store/merge-records.h"
#include "store/record.h"
#include "store/related.h"
#include "store/title.h"

static gint64
get_id (const SelSeveral *self, guint place)
{
  return g_array_index (self->ids, gint64, place);
}

/* Says which record it was; the sentence of the error speaks of "it". */
static void
name_record (const SelSeveral *self, SelAct *act, gint64 id, GError **error)
{
  g_autofree char *title = sel_title_dup (sel_act_get_connection (act), self->type, id, NULL);

  if (title)
    g_prefix_error (error, "“%s”: ", title);
}

/**
 * sel_several_takes:
 *
 * Returns: whether @field may be the same in many records. What the search finds them by tells them
 * apart, and whose part one is was decided when it was made.
 */
gboolean
sel_several_takes (const SelField *field)
{
  return (field->flags & (SEL_FIELD_SEARCHED | SEL_FIELD_OWNER)) == 0 &&
         field->sensitivity < SEL_PERSONAL;
}

/* Counts the records with these @ids that say something in @field, which a change of all would take
 * the place of. One that is gone meanwhile says nothing. */
gboolean
sel_several_count_filled (SelConnection *connection,
                          const SelRecordType *type,
                          GArray *ids,
                          const SelField *field,
                          guint *n_filled,
                          GError **error)
{
  *n_filled = 0;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      gpointer record =
        sel_record_load (connection, type, g_array_index (ids, gint64, i), &failure);

      if (record)
        *n_filled += !sel_field_says_nothing (field, record);
      else if (!g_error_matches (failure, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      sel_record_free (type, record);
    }

  return TRUE;
}

static gboolean
change_one (const SelSeveral *self,
            SelAct *act,
            gint64 id,
            const SelField *field,
            gconstpointer from,
            const GDate *today,
            GError **error)
{
  gpointer record = sel_record_load (sel_act_get_connection (act), self->type, id, error);
  gboolean is_done = record != NULL;

  if (record && !sel_field_is_equal (field, record, from))
    {
      sel_field_copy (field, record, from);
      sel_record_derive (self->type, record);
      is_done =
        sel_related_admit (sel_act_get_connection (act), self->type, record, today, error) &&
        sel_act_update (act, self->type, record, error);
    }

  sel_record_free (self->type, record);
  return is_done;
}

/* Lets @field of all be what it is in @from, a record of their type. */
gboolean
sel_several_change (const SelSeveral *self,
                    SelAct *act,
                    const SelField *field,
                    gconstpointer from,
                    const GDate *today,
                    GError **error)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (!change_one (self, act, get_id (self, i), field, from, today, error))
        {
          name_record (self, act, get_id (self, i), error);
          return FALSE;
        }
      self->progress (i + 1, self->ids->len, self->user_data);
    }

  return TRUE;
}

/* Deletes those of @left to which no other refers, and leaves the others there; the error is that of
 * the last of them. */
static gboolean
delete_free (const SelSeveral *self, SelAct *act, GArray *left, GError **in_use, GError **error)
{
  g_autoptr (GArray) tried = g_array_copy (left);

  g_array_set_size (left, 0);
  for (guint i = 0; i < tried->len; i++)
    {
      const gint64 id = g_array_index (tried, gint64, i);
      g_autoptr (GError) problem = NULL;

      if (sel_merge_forget (act, self->type, id, &problem) &&
          sel_act_delete (act, self->type, id, &problem))
        {
          self->progress (self->ids->len - (tried->len - i - 1) - left->len, self->ids->len,
                          self->user_data);
          continue;
        }

      name_record (self, act, id, &problem);
      if (!g_error_matches (problem, SEL_STORE_ERROR, SEL_STORE_ERROR_IN_USE))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      g_array_append_val (left, id);
      g_clear_error (in_use);
      *in_use = g_steal_pointer (&problem);
    }

  return TRUE;
}

/* Deletes all with what is part of them. One may refer to another of them: a work plan goes before
 * its umbrella. */
gboolean
sel_several_delete (const SelSeveral *self, SelAct *act, GError **error)
{
  g_autoptr (GArray) left = g_array_copy (self->ids);

  while (left->len)
    {
      const guint n = left->len;
      g_autoptr (GError) in_use = NULL;

      if (!delete_free (self, act, left, &in_use, error))
        return FALSE;
      if (left->len == n)
        {
          g_propagate_error (error, g_steal_pointer (&in_use));
          return FALSE;
        }
    }

  return TRUE;
}
