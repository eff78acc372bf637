/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/undecided.h"

#include "store/likeness.h"
#include "store/plan-table.h"
#include "ui/merge/doubts.h"
#include "ui/reading.h"

#define KEY "undecided"

struct _SelUndecided
{
  GObject parent_instance;

  SelOffice *office; /* which keeps it; NULL when that is gone */
  GPtrArray *plans;  /* of SelPlanRow */
  guint n_pairs;
  SelRereading rereading;
};

G_DEFINE_FINAL_TYPE (SelUndecided, sel_undecided, G_TYPE_OBJECT)

enum
{
  SIGNAL_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  GPtrArray *plans; /* of SelPlanRow */
  guint n_pairs;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_ptr_array_unref (self->plans);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_in_thread (SelConnection *connection, G_GNUC_UNUSED gpointer question, GError **error)
{
  g_autoptr (GPtrArray) plans = sel_plan_table_list (connection, error);
  g_autoptr (GArray) pairs =
    plans ? sel_likeness_list_open (connection, SEL_DOUBTS_MOST_PAIRS, error) : NULL;
  Answer *answer;

  if (pairs == NULL)
    return NULL;

  answer = g_new (Answer, 1);
  *answer = (Answer){ g_steal_pointer (&plans), pairs->len };
  return answer;
}

static void reload (SelUndecided *self);

/* What cannot be read stays as it is shown. */
static void
read_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelUndecided *self = SEL_UNDECIDED (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = sel_read_finish (result, &error);

  if (self->office == NULL)
    return;

  if (!sel_rereading_end (&self->rereading))
    reload (self);
  else if (answer == NULL)
    sel_office_fail (self->office, error->message);
  else
    {
      g_ptr_array_unref (self->plans);
      self->plans = g_ptr_array_ref (answer->plans);
      self->n_pairs = answer->n_pairs;
      g_signal_emit (self, signals[SIGNAL_READ], 0);
    }
}

static void
reload (SelUndecided *self)
{
  if (sel_rereading_begin (&self->rereading))
    sel_read_async (sel_office_get_store (self->office), read_in_thread, NULL, NULL, answer_free,
                    NULL, self, read_cb);
}

static void
changed_cb (SelUndecided *self, guint types)
{
  if (self->office && types & (SEL_TOUCHED_EXCHANGES | sel_likeness_get_types ()))
    reload (self);
}

static void
sel_undecided_dispose (GObject *object)
{
  SelUndecided *self = SEL_UNDECIDED (object);

  g_clear_weak_pointer (&self->office);
  g_clear_pointer (&self->plans, g_ptr_array_unref);

  G_OBJECT_CLASS (sel_undecided_parent_class)->dispose (object);
}

static void
sel_undecided_class_init (SelUndecidedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sel_undecided_dispose;

  signals[SIGNAL_READ] = g_signal_new ("read", SEL_TYPE_UNDECIDED, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sel_undecided_init (SelUndecided *self)
{
  self->plans = g_ptr_array_new ();
}

/* What waits in the register of @office, which keeps it. It says "read" whenever it was read. */
SelUndecided *
sel_undecided_of (SelOffice *office)
{
  SelUndecided *self = g_object_get_data (G_OBJECT (office), KEY);

  if (self)
    return self;

  self = g_object_new (SEL_TYPE_UNDECIDED, NULL);
  g_set_weak_pointer (&self->office, office);
  g_object_set_data_full (G_OBJECT (office), KEY, self, g_object_unref);
  g_signal_connect_object (sel_office_get_store (office), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

/* Of SelPlanRow, lent until "read". */
GPtrArray *
sel_undecided_get_plans (SelUndecided *self)
{
  return self->plans;
}

guint
sel_undecided_get_n_pairs (SelUndecided *self)
{
  return self->n_pairs;
}

/* Whether there are more pairs than were counted. */
gboolean
sel_undecided_has_more_pairs (SelUndecided *self)
{
  return self->n_pairs == SEL_DOUBTS_MOST_PAIRS;
}
