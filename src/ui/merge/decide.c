/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/decide.h"

#include <glib/gi18n-lib.h>

#include "store/merge-records.h"
#include "store/plan-table.h"
#include "store/record.h"

/* The decisions that are written at once. */
typedef struct
{
  SelOffice *office;
  SelDecision decision;
  gint64 plan;
  GArray *places;       /* of guint: of the pairs of a plan */
  GArray *pairs;        /* of SelLikeness: of the register */
  gpointer chosen;      /* of one pair: what is to stand; NULL for what stands, filled */
  gint64 other_version; /* of the other of the two, as it was chosen from */
  guint n_merged;
  SelDecidedFunc callback; /* NULL for none */
  gpointer user_data;
} Writing;

static void
writing_free (Writing *writing)
{
  if (writing->chosen)
    sel_record_free (g_array_index (writing->pairs, SelLikeness, 0).type, writing->chosen);
  g_clear_pointer (&writing->places, g_array_unref);
  g_clear_pointer (&writing->pairs, g_array_unref);
  g_object_unref (writing->office);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static gboolean
write_planned (SelAct *act, const Writing *writing, GError **error)
{
  for (guint i = 0; i < writing->places->len; i++)
    if (!sel_plan_table_decide (act, writing->plan, g_array_index (writing->places, guint, i),
                                sel_decision_names[writing->decision], error))
      return FALSE;

  return TRUE;
}

/* One of the two may have been merged with another pair of the same lot. */
static gboolean
write_merge (SelAct *act, const SelLikeness *pair, Writing *writing, GError **error)
{
  const SelMergeChoice choice = { writing->chosen, writing->other_version };
  SelConnection *connection = sel_act_get_connection (act);
  gint64 one, other;

  if (!sel_record_exists (connection, pair->type, pair->one, &one, error) ||
      !sel_record_exists (connection, pair->type, pair->other, &other, error))
    return FALSE;

  if (one == 0 || other == 0)
    return TRUE;

  writing->n_merged++;
  return sel_merge_records (act, pair->type, pair->one, pair->other,
                            writing->chosen ? &choice : NULL, error);
}

static gboolean
write_cb (SelAct *act, gpointer user_data, GError **error)
{
  Writing *writing = user_data;

  if (writing->places)
    return write_planned (act, writing, error);

  for (guint i = 0; i < writing->pairs->len; i++)
    {
      const SelLikeness *pair = &g_array_index (writing->pairs, SelLikeness, i);

      if (writing->decision == SEL_DECISION_TWO ? !sel_likeness_put (act, pair, TRUE, error)
                                                : !write_merge (act, pair, writing, error))
        return FALSE;
    }

  if (writing->decision == SEL_DECISION_TWO || writing->n_merged)
    sel_act_touch_exchanges (act);
  return TRUE;
}

static void
written_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Writing) writing = user_data;
  g_autoptr (GError) error = NULL;

  if (sel_store_write_finish (SEL_STORE (store), result, &error) < 0)
    sel_office_fail (writing->office, error->message);
  else if (writing->n_merged)
    {
      g_autofree char *text =
        writing->pairs->len == 1
          ? g_strdup (_ ("Merged"))
          : g_strdup_printf (ngettext ("%u pair merged", "%u pairs merged", writing->n_merged),
                             writing->n_merged);

      sel_office_say_undoable (writing->office, text);
    }
  if (writing->callback)
    writing->callback (error == NULL, writing->user_data);
}

static void
queue (Writing *take_writing, SelOffice *office, SelActSource source)
{
  take_writing->office = g_object_ref (office);
  sel_store_write_async (sel_office_get_store (office), source, write_cb, take_writing, NULL,
                         written_cb, take_writing);
}

/**
 * sel_decide_planned:
 * @take_places: of guint: the places of the pairs in the plan
 *
 * Keeps in the plan what was decided. A failure is said in the window.
 */
void
sel_decide_planned (SelOffice *office, gint64 plan, GArray *take_places, SelDecision decision)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->decision = decision;
  writing->plan = plan;
  writing->places = take_places;
  queue (writing, office, SEL_ACT_PLAN);
}

/**
 * sel_decide_kept:
 * @take_pairs: of SelLikeness: pairs of the register, one at least
 * @take_chosen: (nullable): what is to stand when one pair is merged, in a copy of the first of the
 *   two as the person saw it; NULL for what stands, its gaps filled from the other
 * @other_version: of the other, as the person saw it
 * @decision: that they are two, which is kept, or the same, which merges them
 *
 * One act; a merge can be taken back. That they are two can be said otherwise by merging them. A
 * failure is said in the window.
 */
void
sel_decide_kept (SelOffice *office,
                 GArray *take_pairs,
                 gpointer take_chosen,
                 gint64 other_version,
                 SelDecision decision,
                 SelDecidedFunc callback,
                 gpointer user_data)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->callback = callback;
  writing->user_data = user_data;
  writing->decision = decision;
  writing->pairs = take_pairs;
  writing->chosen = take_chosen;
  writing->other_version = other_version;
  queue (writing, office, decision == SEL_DECISION_SAME ? SEL_ACT_MERGE : SEL_ACT_PLAN);
}
