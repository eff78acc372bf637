/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/process.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "confined/descriptor.h"
#include "confined/landlock.h"

struct _SelConfinedProcess
{
  GPid pid;
  SelFrameChannel *channel;
  SelDescriptor words; /* what it wrote to its standard error */
  char *name;          /* of the file, for sentences */
  guint patience;      /* milliseconds */
  gboolean is_ready;
  SelConfinement confinement;

  SelConfinedFunc func; /* set once it is watched */
  gpointer user_data;
  GSource *readable;
  GSource *overdue; /* runs while an answer is owed */
};

/* The reader is told where fonts are, and nothing else of its user's surroundings. */
static GStrv
new_environment (void)
{
  const char *const kept[] = {
    "HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
    "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS"
  };
  GStrv environment = g_new0 (char *, 1);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (g_getenv (kept[i]))
      environment = g_environ_setenv (environment, kept[i], g_getenv (kept[i]), TRUE);
  return environment;
}

static gboolean
start (SelConfinedProcess *self,
       const char *const *command,
       int theirs,
       int words,
       int input,
       GError **error)
{
  const int sources[] = { theirs, input };
  const int targets[] = { SEL_FILENO_CHANNEL, SEL_FILENO_INPUT };
  /* Files are left open because that lets GLib use posix_spawn (), which does not copy the page
   * tables of a large program; the reader closes them first of all. */
  const GSpawnFlags flags = G_SPAWN_LEAVE_DESCRIPTORS_OPEN | G_SPAWN_DO_NOT_REAP_CHILD |
                            G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL;
  g_auto (GStrv) environment = new_environment ();
  g_autoptr (GError) reason = NULL;

  if (g_spawn_async_with_pipes_and_fds (NULL, command, (const char *const *) environment,
                                        flags, NULL, NULL, -1, -1, words, sources, targets,
                                        input >= 0 ? 2 : 1, &self->pid, NULL, NULL, NULL, &reason))
    return TRUE;

  g_set_error (
    error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_FAILED,
    /* Translators: the first %s is a file's name, the second the system's reason. */
    _ ("“%s” was not opened: the program that reads files from outside cannot be started "
       "(%s). Install Selaras again."),
    self->name, reason->message);
  return FALSE;
}

/**
 * sel_confined_process_spawn_command:
 * @command: as sel_confined_command_new() makes it
 *
 * As sel_confined_process_spawn(), for a caller with its own idea of how.
 */
SelConfinedProcess *
sel_confined_process_spawn_command (const char *const *command,
                                    int input,
                                    const char *name,
                                    GError **error)
{
  g_autoptr (SelConfinedProcess) self = g_new0 (SelConfinedProcess, 1);
  g_auto (SelDescriptor) theirs = -1;
  g_auto (SelDescriptor) their_words = -1;
  int pair[2], words[2];

  self->words = -1;
  self->name = g_strdup (name);
  self->patience = SEL_CONFINED_PATIENCE;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
    {
      sel_confined_set_system_error (error, name, errno);
      return NULL;
    }
  self->channel = sel_frame_channel_new (pair[0], SEL_CHANNEL_NEVER_BLOCKS);
  theirs = pair[1];

  /* Nobody listens before the end. A reader with more to say than a pipe holds is not held up. */
  if (pipe2 (words, O_CLOEXEC | O_NONBLOCK) != 0)
    {
      sel_confined_set_system_error (error, name, errno);
      return NULL;
    }
  self->words = words[0];
  their_words = words[1];

  if (!start (self, command, theirs, their_words, input, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sel_confined_process_spawn:
 * @input: (transfer none): the open file of %SEL_CONFINED_READ_EXCHANGE or
 *   %SEL_CONFINED_READ_PACKAGE, opened for reading only; else -1
 * @name: what its user calls the file, for sentences
 *
 * Starts a reader. That it has closed its doors shows in its first words, which come before any
 * answer; a reader that could not do so has ended, with %SEL_CONFINED_ERROR_NOT_CONFINED.
 *
 * Returns: (transfer full) (nullable): the reader, that ends no later than this thread does
 */
SelConfinedProcess *
sel_confined_process_spawn (SelConfinedMode mode, int input, const char *name, GError **error)
{
  const guint landlock_abi = sel_landlock_get_abi ();
  g_autofree char *bubblewrap = landlock_abi > 0 ? NULL : g_find_program_in_path ("bwrap");
  g_autofree char *helper = sel_confined_find_helper ();
  g_auto (GStrv) command = NULL;
  SelConfinement confinement;

  if (!sel_confined_choose (landlock_abi, bubblewrap, &confinement))
    {
      g_propagate_error (error, sel_confined_error_new (SEL_CONFINED_ERROR_NOT_CONFINED, name));
      return NULL;
    }

  command = sel_confined_command_new (helper, mode, confinement);
  return sel_confined_process_spawn_command ((const char *const *) command, input, name, error);
}

static void
clear_source (GSource **source)
{
  if (*source)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
reaped_cb (GPid pid, G_GNUC_UNUSED int status, G_GNUC_UNUSED gpointer user_data)
{
  g_spawn_close_pid (pid);
}

/* Kills it, if it still lives. The main loop does not wait for it to go; a thread does. */
static void
end (SelConfinedProcess *self)
{
  clear_source (&self->readable);
  clear_source (&self->overdue);
  if (self->pid == 0)
    return;

  kill (self->pid, SIGKILL);
  if (self->func)
    g_child_watch_add (self->pid, reaped_cb, NULL);
  else
    while (waitpid (self->pid, NULL, 0) < 0 && errno == EINTR)
      ;
  self->pid = 0;
}

/* For the log: what the C library or a sanitizer had to say. Poppler and libxml2, who would quote
 * the file, were told to be quiet by the reader; and a reader that was taken over is not given
 * room for much, nor for control characters. */
static void
log_last_words (SelConfinedProcess *self)
{
  char words[2048];
  gssize length = read (self->words, words, sizeof words - 1);
  g_autofree char *escaped = NULL;

  if (length <= 0)
    return;

  words[length] = '\0';
  escaped = g_strescape (words, NULL);
  g_message ("The confined reader ended: %s", escaped);
}

static GError *
end_with_error (SelConfinedProcess *self, SelConfinedError code)
{
  end (self);
  log_last_words (self);
  return sel_confined_error_new (code, self->name);
}

void
sel_confined_process_free (SelConfinedProcess *self)
{
  end (self);
  g_clear_pointer (&self->channel, sel_frame_channel_free);
  if (self->words >= 0)
    close (self->words);
  g_free (self->name);
  g_free (self);
}

/**
 * sel_confined_process_set_name:
 *
 * Tells a reader that was started early which file it is for.
 */
void
sel_confined_process_set_name (SelConfinedProcess *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
}

/**
 * sel_confined_process_set_patience:
 * @milliseconds: the longest silence; %SEL_CONFINED_PATIENCE unless told
 */
void
sel_confined_process_set_patience (SelConfinedProcess *self, guint milliseconds)
{
  self->patience = milliseconds;
}

GPid
sel_confined_process_get_pid (SelConfinedProcess *self)
{
  return self->pid;
}

/**
 * sel_confined_process_is_alive:
 *
 * Returns: whether it has neither ended nor closed its side
 */
gboolean
sel_confined_process_is_alive (SelConfinedProcess *self)
{
  GPollFD poll = { .fd = sel_frame_channel_get_fd (self->channel) };

  return self->pid != 0 && g_poll (&poll, 1, 0) == 0;
}

/**
 * sel_confined_process_get_confinement:
 *
 * Returns: %FALSE as long as the reader has not said how it is confined
 */
gboolean
sel_confined_process_get_confinement (SelConfinedProcess *self, SelConfinement *confinement)
{
  *confinement = self->confinement;
  return self->is_ready;
}

static gboolean
accept_ready (SelConfinedProcess *self, SelFrame *frame)
{
  guint32 version = sel_frame_get_u32 (&frame->payload);
  guint32 confinement = sel_frame_get_u32 (&frame->payload);

  sel_frame_get_u32 (&frame->payload); /* Landlock's ABI, for people who look on */
  self->confinement = confinement;
  self->is_ready = frame->kind == SEL_FRAME_READY && version == SEL_PROTOCOL_VERSION &&
                   confinement >= SEL_CONFINED_BY_LANDLOCK &&
                   confinement <= SEL_CONFINED_BY_BUBBLEWRAP &&
                   sel_frame_reader_finish (&frame->payload);
  return self->is_ready;
}

/* A frame, or WAIT, or BROKEN with the error after which the process is no more. */
static SelChannelState
next_frame (SelConfinedProcess *self, SelFrame *frame, GError **error)
{
  SelChannelState state;
  SelConfinedError code;

  for (;;)
    {
      state = sel_frame_channel_next (self->channel, frame);
      if (state == SEL_CHANNEL_WAIT || (state == SEL_CHANNEL_FRAME && self->is_ready))
        return state;
      if (state != SEL_CHANNEL_FRAME || !accept_ready (self, frame))
        break;
    }

  if (state == SEL_CHANNEL_BROKEN)
    code = SEL_CONFINED_ERROR_PROTOCOL;
  else
    code = self->is_ready ? SEL_CONFINED_ERROR_DIED : SEL_CONFINED_ERROR_NOT_CONFINED;

  g_propagate_error (error, end_with_error (self, code));
  return SEL_CHANNEL_BROKEN;
}

static gboolean
overdue_cb (gpointer user_data)
{
  SelConfinedProcess *self = user_data;
  g_autoptr (GError) error = end_with_error (self, SEL_CONFINED_ERROR_TIMEOUT);

  self->func (NULL, error, self->user_data);
  return G_SOURCE_REMOVE;
}

/* A question has one answer, so one frame is taken at a time; the callee may free the process. */
static gboolean
readable_cb (G_GNUC_UNUSED int fd, G_GNUC_UNUSED GIOCondition condition, gpointer user_data)
{
  SelConfinedProcess *self = user_data;
  g_autoptr (GError) error = NULL;
  SelFrame frame;
  SelChannelState state = next_frame (self, &frame, &error);

  if (state == SEL_CHANNEL_WAIT)
    return G_SOURCE_CONTINUE;

  clear_source (&self->overdue);
  self->func (error ? NULL : &frame, error, self->user_data);
  return error ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
attach (GSource *source, GSourceFunc func, SelConfinedProcess *self)
{
  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
}

/**
 * sel_confined_process_watch:
 * @func: called in this thread's main context with each answer, or once with the error that ended
 *   the process; it may free the process
 *
 * Makes this process one of a main loop: nothing waits for it any more.
 */
void
sel_confined_process_watch (SelConfinedProcess *self, SelConfinedFunc func, gpointer user_data)
{
  g_return_if_fail (!self->func);

  self->func = func;
  self->user_data = user_data;
  self->readable = g_unix_fd_source_new (sel_frame_channel_get_fd (self->channel), G_IO_IN);
  attach (self->readable, G_SOURCE_FUNC (readable_cb), self);
}

/**
 * sel_confined_process_begin:
 *
 * Returns: (transfer none): where the values of a question are put, before
 *   sel_confined_process_ask() sends it
 */
SelFrameWriter *
sel_confined_process_begin (SelConfinedProcess *self, guint32 kind)
{
  return sel_frame_channel_begin (self->channel, kind);
}

/**
 * sel_confined_process_ask:
 * @file: (transfer none): an open file that goes with the question, or -1
 */
gboolean
sel_confined_process_ask (SelConfinedProcess *self, int file, GError **error)
{
  gboolean is_sent;

  if (file >= 0)
    is_sent = sel_frame_channel_end_with_file (self->channel, file);
  else
    is_sent = sel_frame_channel_end (self->channel) && sel_frame_channel_flush (self->channel);

  if (!is_sent)
    {
      g_propagate_error (error, end_with_error (self, SEL_CONFINED_ERROR_DIED));
      return FALSE;
    }

  if (self->func)
    {
      clear_source (&self->overdue);
      self->overdue = g_timeout_source_new (self->patience);
      attach (self->overdue, overdue_cb, self);
    }
  return TRUE;
}

/* Waits until there is something to read; %FALSE at the deadline or when cancelled. */
static gboolean
wait_until (SelConfinedProcess *self, gint64 deadline, GCancellable *cancellable)
{
  GPollFD polls[2] = { { .fd = sel_frame_channel_get_fd (self->channel), .events = G_IO_IN } };
  gboolean can_cancel = g_cancellable_make_pollfd (cancellable, &polls[1]);
  gint64 left = deadline - g_get_monotonic_time ();
  int ready = left > 0 ? g_poll (polls, can_cancel ? 2 : 1, (int) (left / 1000) + 1) : 0;

  if (can_cancel)
    g_cancellable_release_fd (cancellable);
  return ready != 0 && !g_cancellable_is_cancelled (cancellable);
}

/**
 * sel_confined_process_read:
 * @frame: (out): the next frame, lent until the next call
 *
 * Waits for the next frame of a process that is not watched. When this fails the process has
 * ended, unless it was cancelled.
 */
gboolean
sel_confined_process_read (SelConfinedProcess *self,
                           SelFrame *frame,
                           GCancellable *cancellable,
                           GError **error)
{
  const gint64 deadline = g_get_monotonic_time () + self->patience * G_GINT64_CONSTANT (1000);
  SelChannelState state;

  g_return_val_if_fail (!self->func, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  while ((state = next_frame (self, frame, error)) == SEL_CHANNEL_WAIT)
    if (!wait_until (self, deadline, cancellable))
      {
        if (!g_cancellable_set_error_if_cancelled (cancellable, error))
          g_propagate_error (error, end_with_error (self, SEL_CONFINED_ERROR_TIMEOUT));
        return FALSE;
      }

  return state == SEL_CHANNEL_FRAME;
}
