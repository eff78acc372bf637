/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store.h"

#include <glib/gi18n-lib.h>

#include "store/database-file.h"
#include "store/lock.h"
#include "store/undo.h"

struct _SelStore
{
  GObject parent_instance;

  char *path;
  SelLock *lock;

  GMutex writing;        /* held for the length of an act */
  SelConnection *writer; /* guarded by writing */
  GThreadPool *queue;    /* one thread, so that writes are done in the order they were asked for */

  GMutex reading;     /* guards spare */
  GPtrArray *readers; /* the connections that nobody reads with just now */

  /* Ids of acts, the last done last; on the main thread only. */
  GArray *done;
  GArray *undone;
};

G_DEFINE_FINAL_TYPE (SelStore, sel_store, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
sel_store_finalize (GObject *object)
{
  SelStore *self = SEL_STORE (object);

  g_thread_pool_free (self->queue, FALSE, FALSE);
  g_ptr_array_unref (self->readers);
  if (self->lock)
    sel_lock_leave_log (self->lock);
  sel_connection_close (self->writer);
  sel_lock_release (self->lock);
  g_mutex_clear (&self->writing);
  g_mutex_clear (&self->reading);
  g_array_unref (self->done);
  g_array_unref (self->undone);
  g_free (self->path);

  G_OBJECT_CLASS (sel_store_parent_class)->finalize (object);
}

static void
sel_store_class_init (SelStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sel_store_finalize;

  /**
   * SelStore::changed:
   * @types: what was written, as sel_act_get_touched() says it
   *
   * Emitted on the main context after an act was committed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SEL_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void write_in_thread (gpointer data, gpointer user_data);

static void
sel_store_init (SelStore *self)
{
  self->queue = g_thread_pool_new (write_in_thread, NULL, 1, FALSE, NULL);
  g_mutex_init (&self->writing);
  g_mutex_init (&self->reading);
  self->readers = g_ptr_array_new_with_free_func ((GDestroyNotify) sel_connection_close);
  self->done = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->undone = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * sel_store_open:
 * @path: the file, which is made when it is not there
 *
 * Opens the register and brings it up to date. A file that is another program's, damaged, not
 * writable, newer than this program, on a network share or in use by another process is an error
 * of %SEL_STORE_ERROR, and is left as it was.
 */
SelStore *
sel_store_open (const char *path, GError **error)
{
  g_autoptr (SelStore) self = g_object_new (SEL_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  if (!sel_database_file_prepare (path, error) || !(self->lock = sel_lock_take (path, error)) ||
      !(self->writer = sel_connection_open (path, SEL_CONNECTION_WRITE, error)) ||
      !sel_database_file_migrate (self->writer, SEL_DATABASE_VERSION, error) ||
      !sel_lock_keep_log (self->lock, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
sel_store_get_path (SelStore *self)
{
  return self->path;
}

static void
interrupt_cb (G_GNUC_UNUSED GCancellable *cancellable, gpointer connection)
{
  sel_connection_interrupt (connection);
}

/* Begins to read on whatever thread calls. */
SelReading *
sel_reading_begin (SelStore *store, GError **error)
{
  return sel_reading_begin_cancellable (store, NULL, error);
}

/* A query that runs when @cancellable is cancelled ends with %G_IO_ERROR_CANCELLED. */
SelReading *
sel_reading_begin_cancellable (SelStore *store, GCancellable *cancellable, GError **error)
{
  SelConnection *connection = NULL;
  SelReading *self;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  g_mutex_lock (&store->reading);
  if (store->readers->len)
    connection = g_ptr_array_steal_index_fast (store->readers, store->readers->len - 1);
  g_mutex_unlock (&store->reading);

  if (connection == NULL)
    connection = sel_connection_open (store->path, SEL_CONNECTION_READ, error);
  if (connection == NULL)
    return NULL;

  self = g_new0 (SelReading, 1);
  self->store = g_object_ref (store);
  self->connection = connection;
  if (cancellable)
    {
      self->cancellable = g_object_ref (cancellable);
      self->handler =
        g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb), connection, NULL);
    }
  return self;
}

void
sel_reading_end (SelReading *self)
{
  if (self == NULL)
    return;

  /* This waits for the handler: whoever is lent the connection next is not interrupted. */
  g_cancellable_disconnect (self->cancellable, self->handler);
  g_clear_object (&self->cancellable);

  g_mutex_lock (&self->store->reading);
  g_ptr_array_add (self->store->readers, self->connection);
  g_mutex_unlock (&self->store->reading);
  g_object_unref (self->store);
  g_free (self);
}

typedef struct
{
  GWeakRef store; /* who has closed the register need not be told */
  guint32 types;
} Announcement;

static gboolean
announce_cb (gpointer data)
{
  Announcement *announcement = data;
  g_autoptr (SelStore) store = g_weak_ref_get (&announcement->store);

  if (store)
    g_signal_emit (store, signals[SIGNAL_CHANGED], 0, announcement->types);
  return G_SOURCE_REMOVE;
}

static void
free_announcement (gpointer data)
{
  g_weak_ref_clear (&((Announcement *) data)->store);
  g_free (data);
}

/* Never at once: whoever listens may want to write in turn. */
static void
announce (SelStore *self, guint32 types)
{
  Announcement *announcement = g_new0 (Announcement, 1);

  g_weak_ref_init (&announcement->store, self);
  announcement->types = types;
  g_idle_add_full (G_PRIORITY_DEFAULT, announce_cb, announcement, free_announcement);
}

static gboolean
write_locked (SelStore *self,
              SelActSource source,
              SelStoreWriteFunc write,
              gpointer user_data,
              GCancellable *cancellable,
              gint64 *act,
              GError **error)
{
  g_autoptr (SelAct) writing = sel_act_begin (self->writer, source, error);
  guint32 touched;

  if (writing == NULL || g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !write (writing, user_data, error) || !sel_act_commit (writing, error))
    return FALSE;

  touched = sel_act_get_touched (writing);
  if (act)
    *act = touched ? sel_act_get_id (writing) : 0;
  touched |= sel_act_get_mended (writing);
  if (touched)
    announce (self, touched);
  return TRUE;
}

/**
 * sel_store_write:
 * @act: (out) (optional): the id of the act; 0 when it changed nothing
 *
 * Runs @write within one act. Whatever it wrote is taken back when it, or the commit, fails.
 */
gboolean
sel_store_write (SelStore *self,
                 SelActSource source,
                 SelStoreWriteFunc write,
                 gpointer user_data,
                 gint64 *act,
                 GError **error)
{
  return sel_store_write_cancellable (self, source, write, user_data, NULL, act, error);
}

/* Microseconds between two looks whether another act has ended, which may take long. */
#define BETWEEN_LOOKS 10000

/* Waits until nobody else writes, or until @cancellable, which may be NULL, is cancelled. */
static gboolean
take_turn (SelStore *self, GCancellable *cancellable, GError **error)
{
  if (cancellable == NULL)
    g_mutex_lock (&self->writing);
  else
    while (!g_mutex_trylock (&self->writing))
      {
        if (g_cancellable_set_error_if_cancelled (cancellable, error))
          return FALSE;
        g_usleep (BETWEEN_LOOKS);
      }

  return TRUE;
}

/* sel_store_write(), that does not wait for another act any more, nor begin, once @cancellable is
 * cancelled. What @write does then is its own matter: sel_act_let_cancel(). */
gboolean
sel_store_write_cancellable (SelStore *self,
                             SelActSource source,
                             SelStoreWriteFunc write,
                             gpointer user_data,
                             GCancellable *cancellable,
                             gint64 *act,
                             GError **error)
{
  gboolean is_written;

  if (!take_turn (self, cancellable, error))
    return FALSE;

  is_written = write_locked (self, source, write, user_data, cancellable, act, error);
  g_mutex_unlock (&self->writing);
  return is_written;
}

/**
 * sel_store_write_derived:
 * @derive: writes what the records say already, in one transaction, and briefly: whoever saves a
 *   form meanwhile waits for it
 *
 * For a thread that works out what is only there to be found faster.
 */
gboolean
sel_store_write_derived (SelStore *self,
                         SelStoreDeriveFunc derive,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  gboolean is_written;

  if (!take_turn (self, cancellable, error))
    return FALSE;

  is_written = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
               sel_connection_execute (self->writer, "BEGIN IMMEDIATE", error);
  if (is_written)
    {
      is_written = derive (self->writer, user_data, error) &&
                   sel_connection_execute (self->writer, "COMMIT", error);
      if (!is_written)
        sel_connection_execute (self->writer, "ROLLBACK", NULL);
    }

  g_mutex_unlock (&self->writing);
  return is_written;
}

typedef struct
{
  SelActSource source;
  SelStoreWriteFunc write;
  gpointer user_data;
  GDestroyNotify destroy;
  GArray *stack; /* borrowed: where the act is to go */
  GArray *from;  /* borrowed: where it came from, if it is to be undone; else NULL */
} Write;

/* Whether Ctrl+Z takes such an act back. */
static gboolean
is_undoable (SelActSource source)
{
  return source == SEL_ACT_FORM || source == SEL_ACT_MERGE;
}

static void
free_write (gpointer data)
{
  Write *write = data;

  if (write->destroy)
    write->destroy (write->user_data);
  g_free (write);
}

static void
write_in_thread (gpointer data, G_GNUC_UNUSED gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Write *write = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 act = 0;

  if (sel_store_write_cancellable (g_task_get_source_object (task), write->source, write->write,
                                   write->user_data, g_task_get_cancellable (task), &act, &error))
    g_task_return_int (task, act);
  else
    g_task_return_error (task, error);
}

/* Hands @take_write to the writing thread. */
static void
queue_write (SelStore *self,
             Write *take_write,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  /* What was written was written, even if it was cancelled at the last moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, take_write, free_write);
  g_thread_pool_push (self->queue, task, NULL);
}

/* sel_store_write() on another thread, after those asked for before; @destroy frees @user_data. */
void
sel_store_write_async (SelStore *self,
                       SelActSource source,
                       SelStoreWriteFunc write,
                       gpointer user_data,
                       GDestroyNotify destroy,
                       GAsyncReadyCallback callback,
                       gpointer callback_data)
{
  sel_store_write_cancellable_async (self, source, write, user_data, destroy, NULL, callback,
                                     callback_data);
}

/* sel_store_write_cancellable() on that thread. */
void
sel_store_write_cancellable_async (SelStore *self,
                                   SelActSource source,
                                   SelStoreWriteFunc write,
                                   gpointer user_data,
                                   GDestroyNotify destroy,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer callback_data)
{
  Write *data = g_new0 (Write, 1);

  data->source = source;
  data->write = write;
  data->user_data = user_data;
  data->destroy = destroy;
  data->stack = is_undoable (source) ? self->done : NULL;
  queue_write (self, data, cancellable, callback, callback_data);
}

/* Whether what could not be undone now can be later: the disk was full, the file was in use. */
static gboolean
is_passing (const GError *error)
{
  return !g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT) &&
         !g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_IN_USE) &&
         !g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND);
}

/* The id of the act, 0 when it changed nothing, or -1 with an error. */
gint64
sel_store_write_finish (SelStore *self, GAsyncResult *result, GError **error)
{
  Write *write = g_task_get_task_data (G_TASK (result));
  GError *local_error = NULL;
  gint64 act = g_task_propagate_int (G_TASK (result), &local_error);

  if (local_error && write->from && is_passing (local_error))
    g_array_append_val (write->from, *(gint64 *) write->user_data);
  if (local_error)
    g_propagate_error (error, local_error);

  if (act > 0 && write->stack)
    {
      g_array_append_val (write->stack, act);
      if (is_undoable (write->source))
        g_array_set_size (self->undone, 0);
    }

  return act;
}

gboolean
sel_store_can_undo (SelStore *self)
{
  return self->done->len > 0;
}

gboolean
sel_store_can_redo (SelStore *self)
{
  return self->undone->len > 0;
}

static gboolean
undo_write (SelAct *act, gpointer user_data, GError **error)
{
  return sel_undo_act (act, *(gint64 *) user_data, error);
}

static void
queue_undo (SelStore *self,
            gint64 act,
            GArray *stack,
            GArray *from,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  Write *data = g_new0 (Write, 1);

  data->source = SEL_ACT_UNDO;
  data->write = undo_write;
  data->user_data = g_memdup2 (&act, sizeof act);
  data->destroy = g_free;
  data->stack = stack;
  data->from = from;
  queue_write (self, data, NULL, callback, user_data);
}

/* Takes back an act of whatever time, such as a merge. Ends with sel_store_write_finish(). */
void
sel_store_undo_act_async (SelStore *self,
                          gint64 act,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  for (guint i = self->done->len; i > 0; i--)
    if (g_array_index (self->done, gint64, i - 1) == act)
      g_array_remove_index (self->done, i - 1);
  queue_undo (self, act, self->undone, NULL, callback, user_data);
}

/**
 * sel_store_undo_async:
 * @redo: whether to take back the last undo instead
 *
 * Takes back the last act of a form, or the last undo. Ends with sel_store_write_finish(); an act
 * that cannot be undone any more is forgotten.
 */
void
sel_store_undo_async (SelStore *self,
                      gboolean redo,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GArray *from = redo ? self->undone : self->done;
  gint64 act;

  g_return_if_fail (from->len > 0);

  act = g_array_index (from, gint64, from->len - 1);
  g_array_set_size (from, from->len - 1);
  queue_undo (self, act, redo ? self->done : self->undone, from, callback, user_data);
}
