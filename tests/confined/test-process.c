/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's side of a confined reader: how one is started, what it shows of itself, and how
 * each way to go wrong ends. */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confined/landlock.h"
#include "confined/memory-file.h"
#include "confined/descriptor.h"
#include "confined/process.h"

#define NAME "perjanjian.pdf"

/* What hostile-reader.c does, and how that is told. */
static const struct
{
  const char *behaviour;
  SelConfinedError code;
} cases[] = {
  { "ends-at-once", SEL_CONFINED_ERROR_NOT_CONFINED },
  { "never-ready", SEL_CONFINED_ERROR_TIMEOUT },
  { "garbage-at-once", SEL_CONFINED_ERROR_PROTOCOL },
  { "other-version", SEL_CONFINED_ERROR_NOT_CONFINED },
  { "ends", SEL_CONFINED_ERROR_DIED },
  { "silent", SEL_CONFINED_ERROR_TIMEOUT },
  { "garbage", SEL_CONFINED_ERROR_PROTOCOL },
  { "half-a-frame-and-ends", SEL_CONFINED_ERROR_DIED },
  { "half-a-frame-and-silent", SEL_CONFINED_ERROR_TIMEOUT },
  { "sends-file", SEL_CONFINED_ERROR_PROTOCOL },
  { "talks-and-ends", SEL_CONFINED_ERROR_DIED },
};

static SelConfinedProcess *
spawn_hostile (const char *behaviour)
{
  const char *const command[] = { g_getenv ("HOSTILE_READER"), behaviour, NULL };
  g_autoptr (GError) error = NULL;
  SelConfinedProcess *process = sel_confined_process_spawn_command (command, -1, NAME, &error);

  g_assert_no_error (error);
  sel_confined_process_set_patience (process, 300);
  return process;
}

static void
assert_error (const GError *error, SelConfinedError code)
{
  g_assert_error (error, SEL_CONFINED_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, NAME));
}

static void
test_waiting_ends (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SelConfinedProcess) process = spawn_hostile (cases[i].behaviour);
      g_autoptr (GError) error = NULL;
      SelFrame frame;

      g_test_message ("%s", cases[i].behaviour);
      g_assert_false (sel_confined_process_read (process, &frame, NULL, &error));
      assert_error (error, cases[i].code);
      g_assert_false (sel_confined_process_is_alive (process));
    }
}

typedef struct
{
  SelConfinedProcess *process;
  GError *error;
} Watched;

static void
ended_cb (SelFrame *frame, const GError *error, gpointer user_data)
{
  Watched *watched = user_data;

  g_assert_null (frame);
  g_assert_null (watched->error);
  watched->error = g_error_copy (error);
  g_clear_pointer (&watched->process, sel_confined_process_free); /* as its users do */
}

static void
test_watching_ends (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Watched watched = { .process = spawn_hostile (cases[i].behaviour) };

      g_test_message ("%s", cases[i].behaviour);
      sel_confined_process_watch (watched.process, ended_cb, &watched);
      sel_frame_put_text (sel_confined_process_begin (watched.process, SEL_FRAME_PDF_OPEN), NULL);
      if (sel_confined_process_ask (watched.process, -1, &watched.error))
        while (!watched.error)
          g_main_context_iteration (NULL, TRUE);
      else /* it had gone before the question came */
        g_assert_cmpint (watched.error->code, ==, SEL_CONFINED_ERROR_DIED);

      if (watched.process == NULL)
        assert_error (watched.error, cases[i].code);
      g_clear_pointer (&watched.process, sel_confined_process_free);
      g_clear_error (&watched.error);
    }
}

static gpointer
cancel_in_thread (gpointer cancellable)
{
  g_usleep (50000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_waiting_is_cancelled (void)
{
  g_autoptr (SelConfinedProcess) process = spawn_hostile ("silent");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_in_thread, cancellable);
  SelFrame frame;

  sel_confined_process_set_patience (process, SEL_CONFINED_PATIENCE);
  g_assert_false (sel_confined_process_read (process, &frame, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static void
test_missing_reader (void)
{
  const char *const command[] = { "/nowhere/selaras-confined", "show-pdf", "landlock", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (sel_confined_process_spawn_command (command, -1, NAME, &error));
  assert_error (error, SEL_CONFINED_ERROR_FAILED);
}

/* The real reader, once it has answered that this is no PDF. */
static SelConfinedProcess *
spawn_answering (SelConfinedMode mode, SelConfinement confinement)
{
  const char *helper = g_getenv ("SELARAS_CONFINED");
  g_auto (GStrv) command = sel_confined_command_new (helper, mode, confinement);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("this is no PDF", 14);
  g_auto (SelDescriptor) file = sel_memory_file_new_copy (bytes);
  g_autoptr (GError) error = NULL;
  SelConfinedProcess *process;
  SelFrame answer;

  process = sel_confined_process_spawn_command ((const char *const *) command, -1, NAME, &error);
  g_assert_no_error (error);
  sel_frame_put_text (sel_confined_process_begin (process, SEL_FRAME_PDF_OPEN), NULL);
  sel_confined_process_ask (process, file, &error);
  g_assert_no_error (error);
  sel_confined_process_read (process, &answer, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answer.kind, ==, SEL_FRAME_FAILED);
  g_assert_cmpuint (sel_frame_get_u32 (&answer.payload), ==, SEL_FAILURE_DAMAGED);
  g_assert_true (sel_frame_reader_finish (&answer.payload));
  return process;
}

static SelConfinedProcess *
spawn_by_landlock (SelConfinedMode mode)
{
  return spawn_answering (mode, SEL_CONFINED_BY_LANDLOCK);
}

static void
assert_proc_says (GPid pid, const char *file, const char *line)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", pid, file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  if (!strstr (text, line))
    g_error ("%s does not say “%s”:\n%s", path, line, text);
}

static void
test_reader_is_confined (void)
{
  const SelConfinedMode modes[] = { SEL_CONFINED_PROBE_PDF, SEL_CONFINED_SHOW_PDF };

  if (sel_landlock_get_abi () == 0)
    {
      g_test_skip ("this kernel has no Landlock");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (SelConfinedProcess) process = spawn_by_landlock (modes[i]);
      GPid pid = sel_confined_process_get_pid (process);
      SelConfinement confinement;

      g_assert_true (sel_confined_process_get_confinement (process, &confinement));
      g_assert_cmpint (confinement, ==, SEL_CONFINED_BY_LANDLOCK);
      assert_proc_says (pid, "status", "NoNewPrivs:\t1\n");
      assert_proc_says (pid, "status", "Seccomp:\t2\n");
      assert_proc_says (pid, "limits", "Max file size             0 ");
      assert_proc_says (pid, "limits", "Max core file size        0 ");
#ifndef __SANITIZE_ADDRESS__
      assert_proc_says (pid, "limits", "Max address space         1073741824 ");
#endif
    }
}

/* Root may look where the owner of the process may not. */
static void
test_reader_holds_no_other_files (void)
{
  g_autoptr (SelConfinedProcess) process = spawn_by_landlock (SEL_CONFINED_SHOW_PDF);
  const GPid pid = sel_confined_process_get_pid (process);
  g_autofree char *path = g_strdup_printf ("/proc/%d/fd", pid);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (!folder)
    {
      g_test_skip ("not even its user may look into the process");
      return;
    }

  while ((name = g_dir_read_name (folder)))
    g_assert_cmpint (atoi (name), <=, SEL_FILENO_CHANNEL);
}

static void
test_bubblewrap (void)
{
  g_autofree char *bubblewrap = g_find_program_in_path ("bwrap");
  g_autoptr (SelConfinedProcess) process = NULL;
  const char *trial[] = { "bwrap", "--unshare-all", "--ro-bind", "/", "/", "true", NULL };
  SelConfinement confinement;
  int status;

  if (!bubblewrap ||
      !g_spawn_sync (NULL, (char **) trial, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                     &status, NULL) ||
      status != 0)
    {
      g_test_skip ("bubblewrap does not work here");
      return;
    }

  process = spawn_answering (SEL_CONFINED_SHOW_PDF, SEL_CONFINED_BY_BUBBLEWRAP);
  g_assert_true (sel_confined_process_get_confinement (process, &confinement));
  g_assert_cmpint (confinement, ==, SEL_CONFINED_BY_BUBBLEWRAP);
}

/* Gone, or waiting for somebody to ask how it went. */
static gboolean
has_ended (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", pid);
  g_autofree char *text = NULL;

  return !g_file_get_contents (path, &text, NULL, NULL) || strstr (text, "State:\tZ");
}

/* A reader that is busy does not hear that its channel has closed: the kernel ends it. */
static void
test_dies_with_the_program (void)
{
  GPid pid = 0;
  int fds[2];
  pid_t program;

  g_assert_no_errno (pipe (fds));
  program = fork ();
  if (program == 0)
    {
      SelConfinedProcess *process = spawn_by_landlock (SEL_CONFINED_SHOW_PDF);

      pid = sel_confined_process_get_pid (process);
      kill (pid, SIGSTOP); /* so that it cannot see the channel close */
      _exit (write (fds[1], &pid, sizeof pid) == sizeof pid ? 0 : 1);
    }

  g_assert_cmpint (read (fds[0], &pid, sizeof pid), ==, sizeof pid);
  g_assert_cmpint (waitpid (program, NULL, 0), ==, program);
  for (guint i = 0; i < 500 && !has_ended (pid); i++)
    g_usleep (10000);
  g_assert_true (has_ended (pid));
  close (fds[0]);
  close (fds[1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process/waiting-ends", test_waiting_ends);
  g_test_add_func ("/process/watching-ends", test_watching_ends);
  g_test_add_func ("/process/waiting-is-cancelled", test_waiting_is_cancelled);
  g_test_add_func ("/process/missing-reader", test_missing_reader);
  g_test_add_func ("/process/reader-is-confined", test_reader_is_confined);
  g_test_add_func ("/process/reader-holds-no-other-files", test_reader_holds_no_other_files);
  g_test_add_func ("/process/bubblewrap", test_bubblewrap);
  g_test_add_func ("/process/dies-with-the-program", test_dies_with_the_program);
  return g_test_run ();
}
