/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line where no window has the database open: what comes out, and how it ends. This
 * program is its own subject: with "launch" as its first word it carries out the rest. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "application/identity.h"
#include "application/launch.h"
#include "exchange/register.h"

static int
launch (char **argv)
{
  g_autoptr (SelAnswer) answer = sel_answer_new ();
  g_autoptr (SelCommand) command = sel_command_parse ((const char *const *) argv + 1, "/", answer);

  g_assert_nonnull (command);
  return sel_command_launch (command, argv);
}

static int
leave_cb (G_GNUC_UNUSED GApplication *application,
          G_GNUC_UNUSED GApplicationCommandLine *command_line,
          G_GNUC_UNUSED gpointer user_data)
{
  _exit (0);
}

/* A window of sorts, which goes away as soon as it is asked for something. It says when it is there
 * with a line of output. */
static int
hold (const char *id)
{
  g_autoptr (GApplication) application =
    g_application_new (id, G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_IS_SERVICE);
  g_autoptr (GError) error = NULL;

  g_signal_connect (application, "command-line", G_CALLBACK (leave_cb), NULL);
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  puts ("there");
  fflush (stdout);
  return g_application_run (application, 0, NULL);
}

/* Runs "selaras --database PATH WORDS…" in a process of its own, on the bus at @bus. */
static int
run_on_bus (const char *bus, const char *path, const char *words, char **output, char **errors)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *line = g_strdup_printf ("%s launch --database %s %s", program, path, words);
  g_auto (GStrv) command = g_strsplit (line, " ", 0);
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  int status;

  environment = g_environ_setenv (environment, "DBUS_SESSION_BUS_ADDRESS", bus, TRUE);
  environment = g_environ_setenv (environment, "SELARAS_TODAY", "2025-10-11", TRUE);
  g_spawn_sync (NULL, command, environment, G_SPAWN_DEFAULT, NULL, NULL, output, errors, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

/* The same, far from any bus. */
static int
run (const char *path, const char *words, char **output, char **errors)
{
  return run_on_bus ("unix:path=/nowhere", path, words, output, errors);
}

static void
test_a_new_database_is_made (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "new.db");
  g_autofree char *words = g_strdup_printf ("import %s/good.xml", reg->folder);
  g_autofree char *said = g_strdup_printf ("selaras: A new register is begun: “%s”.\n", path);
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *nothing = NULL;
  struct stat about;

  register_write (reg, "good.xml", EXCHANGE (1, PARTNER));
  g_assert_cmpint (run (path, words, &output, &errors), ==, SEL_STATUS_DONE);
  g_assert_cmpstr (errors, ==, said);
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);

  g_assert_cmpint (run (path, "report summary", &summary, &nothing), ==, SEL_STATUS_DONE);
  g_assert_true (g_str_has_prefix (summary, "The register on 11 October 2025\n"));
  g_assert_cmpstr (nothing, ==, "");
}

/* The name of a register that was typed wrongly makes none, nor a folder for it. */
static void
test_a_register_that_is_not_there (void)
{
  static const char *const words[] = { "report summary", "check", "list partners out.csv",
                                       "undo-import 1" };
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "nww.db");
  g_autofree char *away = register_dup_path (reg, "nowhere/new.db");
  g_autofree char *folder = register_dup_path (reg, "nowhere");
  g_autofree char *import = g_strdup_printf ("import %s/good.xml", reg->folder);
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  register_write (reg, "good.xml", EXCHANGE (1, PARTNER));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *said = NULL;
      g_autofree char *wrong = NULL;

      g_assert_cmpint (run (path, words[i], &said, &wrong), ==, SEL_STATUS_REFUSED);
      g_assert_cmpstr (said, ==, "");
      g_assert_nonnull (strstr (wrong, "There is no register “"));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpint (run (away, import, &output, &errors), ==, SEL_STATUS_REFUSED);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_the_holder_is_named (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "selaras.db");
  g_autofree char *process = g_strdup_printf ("process %d", (int) getpid ());
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_assert_cmpint (run (path, "check", &output, &errors), ==, SEL_STATUS_FAILED);
  g_assert_cmpstr (output, ==, "");
  g_assert_nonnull (strstr (errors, process));
}

static void
test_another_programs_file_is_left_alone (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "notes.txt");
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *content = NULL;

  register_write (reg, "notes.txt", "not a database");
  g_assert_cmpint (run (path, "check", &output, &errors), ==, SEL_STATUS_FAILED);
  g_assert_nonnull (strstr (errors, "notes.txt"));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "not a database");
}

static void
test_a_refused_file_ends_with_2 (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "new.db");
  g_autofree char *words = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  register_write (reg, "broken.xml", "<exchange");
  words = g_strdup_printf ("import %s/broken.xml", reg->folder);
  g_assert_cmpint (run (path, words, &output, &errors), ==, SEL_STATUS_REFUSED);
  g_assert_nonnull (strstr (errors, "selaras: “broken.xml”, line 1: "));
}

static void
test_a_lost_window_is_a_sentence (void)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "new.db");
  g_autofree char *canonical = sel_database_dup_canonical_path (path, "/");
  g_autofree char *id = sel_application_dup_id (canonical);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *line = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GSubprocess) holder = NULL;
  g_autoptr (GDataInputStream) said = NULL;
  g_autoptr (GError) error = NULL;

  g_test_dbus_up (bus);
  holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "hold", id, NULL);
  g_assert_no_error (error);
  said = g_data_input_stream_new (g_subprocess_get_stdout_pipe (holder));
  line = g_data_input_stream_read_line (said, NULL, NULL, &error);
  g_assert_cmpstr (line, ==, "there");

  g_assert_cmpint (run_on_bus (g_test_dbus_get_bus_address (bus), path, "check", &output, &errors),
                   ==, SEL_STATUS_FAILED);
  g_assert_cmpstr (output, ==, "");
  g_assert_true (g_str_has_prefix (errors, "selaras: The Selaras that has the database open "));
  g_assert_null (strstr (errors, "GDBus"));

  g_subprocess_wait (holder, NULL, NULL);
  g_test_dbus_down (bus);
}

int
main (int argc, char **argv)
{
  if (argc > 2 && g_str_equal (argv[1], "hold"))
    return hold (argv[2]);
  if (argc > 1 && g_str_equal (argv[1], "launch"))
    return launch (argv + 1);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/launch/a-new-database-is-made", test_a_new_database_is_made);
  g_test_add_func ("/launch/a-register-that-is-not-there", test_a_register_that_is_not_there);
  g_test_add_func ("/launch/the-holder-is-named", test_the_holder_is_named);
  g_test_add_func ("/launch/another-programs-file-is-left-alone",
                   test_another_programs_file_is_left_alone);
  g_test_add_func ("/launch/a-refused-file-ends-with-2", test_a_refused_file_ends_with_2);
  g_test_add_func ("/launch/a-lost-window-is-a-sentence", test_a_lost_window_is_a_sentence);

  return g_test_run ();
}
