/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/patience.h"

#include "ui/dialogs.h"

/* Milliseconds after which there is something to tell. */
#define PATIENCE 1000

struct _SelPatience
{
  GObject parent_instance;

  GtkWidget *parent;
  char *heading;
  GCancellable *cancellable;
  int done;          /* thousandths, written by a thread … */
  gboolean is_measured; /* … if it is */
  GtkWidget *dialog; /* weak: NULL before, and once it was stopped or closed with its window */
  guint source;
};

G_DEFINE_FINAL_TYPE (SelPatience, sel_patience, G_TYPE_OBJECT)

static void
sel_patience_finalize (GObject *object)
{
  SelPatience *self = SEL_PATIENCE (object);

  g_clear_weak_pointer (&self->dialog);
  g_object_unref (self->parent);
  g_free (self->heading);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (sel_patience_parent_class)->finalize (object);
}

static void
sel_patience_class_init (SelPatienceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sel_patience_finalize;
}

static void
sel_patience_init (SelPatience *self)
{
  self->cancellable = g_cancellable_new ();
}

/* @heading says what is going on. */
SelPatience *
sel_patience_new (GtkWidget *parent, const char *heading)
{
  SelPatience *self = g_object_new (SEL_TYPE_PATIENCE, NULL);

  self->parent = g_object_ref (parent);
  self->heading = g_strdup (heading);
  return self;
}

/* Lent: cancelled by who stops it. */
GCancellable *
sel_patience_get_cancellable (SelPatience *self)
{
  return self->cancellable;
}

static void
stop_cb (gpointer user_data)
{
  SelPatience *self = user_data;

  g_clear_weak_pointer (&self->dialog);
  g_cancellable_cancel (self->cancellable);
}

static void
out_of_patience_cb (gpointer user_data)
{
  SelPatience *self = user_data;

  self->source = 0;
  if (gtk_widget_get_root (self->parent))
    g_set_weak_pointer (&self->dialog, sel_dialog_wait (self->parent, self->heading,
                                                        self->is_measured ? &self->done : NULL,
                                                        stop_cb, self));
}

/* Lent until it has ended: for the thread to say how many thousandths are done. Who does not ask for it
 * does not know. */
int *
sel_patience_get_done (SelPatience *self)
{
  self->is_measured = TRUE;
  return &self->done;
}

void
sel_patience_begin (SelPatience *self)
{
  self->source = g_timeout_add_once (PATIENCE, out_of_patience_cb, self);
  g_object_ref (self);
  g_application_hold (g_application_get_default ());
}

/* It has ended, whatever came of it. */
void
sel_patience_end (SelPatience *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->dialog)
    {
      GtkWidget *dialog = self->dialog;

      g_clear_weak_pointer (&self->dialog);
      sel_dialog_wait_end (dialog);
    }
  g_application_release (g_application_get_default ());
  g_object_unref (self);
}
