/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/records/several-work.h"

#include <glib/gi18n-lib.h>

#include "store/several.h"
#include "ui/dialogs.h"
#include "ui/patience.h"
#include "ui/running.h"

/* The thread sees the store and values only. */
typedef struct
{
  SelStore *store;
  const SelRecordType *type;
  GArray *ids;           /* of gint64 */
  const SelField *field; /* (nullable): that is changed … */
  gpointer from;         /* … to what it is here; else all are deleted */
  GDate today;
  char *why; /* (nullable): of a correction of what a signature covers */
  GCancellable *cancellable;
  int *done; /* thousandths, written by the thread: the window's, which waits */
} Task;

static void
task_clear (Task *self)
{
  g_object_unref (self->store);
  g_array_unref (self->ids);
  sel_record_free (self->type, self->from);
  g_free (self->why);
  g_clear_object (&self->cancellable);
}

static void
task_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, (GDestroyNotify) task_clear);
}

/* What the window knows of it. */
typedef struct
{
  GtkWidget *parent;
  SelOffice *office;
  SelPatience *patience;
  Task *task;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->office);
  g_clear_object (&self->patience);
  task_unref (self->task);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
note_progress_in_thread (guint n, guint n_all, gpointer user_data)
{
  Task *task = user_data;

  sel_running_note_in_thread (task->done, (double) n / n_all);
}

static gboolean
write_in_act (SelAct *act, gpointer user_data, GError **error)
{
  Task *task = user_data;
  const SelSeveral several = { task->type, task->ids, note_progress_in_thread, task };

  sel_act_set_why (act, task->why);
  sel_act_let_cancel (act, task->cancellable);
  return task->field
           ? sel_several_change (&several, act, task->field, task->from, &task->today, error)
           : sel_several_delete (&several, act, error);
}

static void
say_done (const Work *self)
{
  const guint n = self->task->ids->len;
  g_autofree char *number = sel_number_dup_display (n);
  g_autofree char *sentence =
    self->task->field
      ? g_strdup_printf (ngettext ("%s record changed", "%s records changed", n), number)
      : g_strdup_printf (ngettext ("%s record deleted", "%s records deleted", n), number);

  sel_office_say_undoable (self->office, sentence);
}

static void do_for_reason_cb (const char *why, gpointer user_data);

static void
written_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) self = user_data;
  GtkWidget *parent = self->parent;
  const gboolean changes = self->task->field != NULL;
  const char *nothing = changes ? _ ("Nothing was changed") : _ ("Nothing was deleted");
  g_autoptr (GError) error = NULL;
  gint64 act;

  sel_patience_end (self->patience);
  act = sel_store_write_finish (SEL_STORE (store), result, &error);
  if (act > 0)
    say_done (self);
  else if (act == 0 || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sel_office_say (self->office, nothing);
  else if (gtk_widget_get_root (parent) == NULL)
    sel_office_fail (self->office, error->message);
  else if (g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FROZEN))
    sel_dialog_ask_reason (
      parent, changes ? _ ("Why are they corrected?") : _ ("Why are they deleted?"), error->message,
      changes ? _ ("_Correct") : _ ("_Delete"), do_for_reason_cb, g_steal_pointer (&self),
      work_free);
  else
    sel_dialog_tell (parent, nothing, error->message);
}

static void
start (Work *take_work)
{
  Work *self = take_work;
  Task *task = self->task;

  self->patience = sel_patience_new (self->parent, task->field ? _ ("The records are being changed")
                                                               : _ ("The records are being deleted"));
  g_set_object (&task->cancellable, sel_patience_get_cancellable (self->patience));
  task->done = sel_patience_get_done (self->patience);
  sel_patience_begin (self->patience);
  sel_store_write_cancellable_async (task->store, SEL_ACT_FORM, write_in_act,
                                     g_atomic_rc_box_acquire (task), task_unref, task->cancellable,
                                     written_cb, self);
}

static void
do_for_reason_cb (const char *why, gpointer user_data)
{
  const Work *asked = user_data;
  Work *self = g_new0 (Work, 1);

  self->parent = g_object_ref (asked->parent);
  self->office = g_object_ref (asked->office);
  self->task = g_atomic_rc_box_acquire (asked->task);
  g_free (self->task->why);
  self->task->why = g_strdup (why);
  start (self);
}

static Work *
work_new (GtkWidget *parent, SelOffice *office, const SelRecordType *type, GArray *ids)
{
  Work *self = g_new0 (Work, 1);
  Task *task = g_atomic_rc_box_new0 (Task);

  task->store = g_object_ref (sel_office_get_store (office));
  task->type = type;
  task->ids = g_array_copy (ids);
  task->today = *sel_office_get_today (office);
  self->parent = g_object_ref (parent);
  self->office = g_object_ref (office);
  self->task = task;
  return self;
}

/* Lets @field of all records be what it is in @take_from. */
void
sel_several_work_change (GtkWidget *parent,
                         SelOffice *office,
                         const SelRecordType *type,
                         GArray *ids,
                         const SelField *field,
                         gpointer take_from)
{
  Work *work = work_new (parent, office, type, ids);

  work->task->field = field;
  work->task->from = take_from;
  start (work);
}

/* Deletes them with all that is part of them. */
void
sel_several_work_delete (GtkWidget *parent,
                         SelOffice *office,
                         const SelRecordType *type,
                         GArray *ids)
{
  start (work_new (parent, office, type, ids));
}
