/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/launch.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "application/identity.h"
#include "application/settings.h"
#include "application/today.h"
#include "store/unfinished.h"

/* Whether a process on the session bus goes by this name; asking starts none. */
static gboolean
is_running (const char *id)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) reply = NULL;
  gboolean has_owner = FALSE;

  if (bus == NULL)
    return FALSE;

  reply =
    g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                 "org.freedesktop.DBus", "NameHasOwner", g_variant_new ("(s)", id),
                                 G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  if (reply)
    g_variant_get (reply, "(b)", &has_owner);
  return has_owner;
}

/* Whether the other process went away before it had answered. */
static gboolean is_left_alone = FALSE;

/* The errors that the other process tells begin as sel_answer_fail() writes them. All else is of
 * GApplication, which in place of an answer prints what D-Bus calls the failure. */
static void
print_error (const char *text)
{
  if (g_str_has_prefix (text, "selaras: "))
    fputs (text, stderr);
  else
    is_left_alone = TRUE;
}

/* How many columns the terminal has that the output goes to; 0 where it goes elsewhere, or has them
 * without end. */
static guint
find_width (void)
{
  const char *told = g_getenv ("COLUMNS");
  struct winsize size;
  guint64 width = 0;

  if (!isatty (STDOUT_FILENO))
    return 0;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col)
    return size.ws_col;

  if (told)
    g_ascii_string_to_unsigned (told, 10, 1, G_MAXINT, &width, NULL);
  return (guint) width;
}

/* The line with the width of this process's terminal, which the other one does not see. */
static GStrv
dup_line (const SelCommand *command, char **argv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, argv[0]);
  if (command->width)
    {
      g_autofree char *width = g_strdup_printf ("--width=%u", command->width);

      g_strv_builder_add (builder, width);
    }
  g_strv_builder_addv (builder, (const char **) argv + 1);
  return g_strv_builder_end (builder);
}

/* Hands the line to the process that has the database open, which answers in this one's place.
 * FALSE when there is none. */
static gboolean
forward (const SelCommand *command, char **argv, int *status)
{
  g_autofree char *id = sel_application_dup_id (command->database);
  g_auto (GStrv) line = dup_line (command, argv);
  g_autoptr (GApplication) application = NULL;

  if (!is_running (id))
    return FALSE;

  application =
    g_application_new (id, G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_IS_LAUNCHER);
  if (!g_application_register (application, NULL, NULL))
    return FALSE;

  g_set_printerr_handler (print_error);
  *status = g_application_run (application, (int) g_strv_length (line), line);
  g_set_printerr_handler (NULL);

  if (is_left_alone)
    {
      g_autoptr (SelAnswer) answer = sel_answer_new ();

      sel_answer_fail (answer, SEL_STATUS_FAILED,
                       _ ("The Selaras that has the database open ended before it had answered. "
                          "Look there whether it was done, and try again if it was not."));
      *status = sel_answer_print (answer);
    }
  return TRUE;
}

/* Says at once, before the command is carried out, what an earlier one did not live to say. */
static void
tell_unfinished (SelStore *store)
{
  g_autoptr (SelAnswer) answer = sel_answer_new ();
  g_autofree char *sentence = sel_unfinished_dup_sentence (store);

  if (sentence == NULL)
    return;

  sel_answer_fail (answer, SEL_STATUS_DONE, sentence);
  sel_answer_print (answer);
  sel_unfinished_forget (store);
}

/* Whether the command may begin a register: an import may begin the usual one, and if it writes, one in
 * a folder that is there. */
static gboolean
may_begin (const SelCommand *command)
{
  g_autofree char *usual = sel_database_dup_canonical_path (NULL, NULL);
  g_autofree char *folder = g_path_get_dirname (command->database);

  return command->kind == SEL_COMMAND_IMPORT &&
         (g_str_equal (command->database, usual) ||
          (!(command->flags & SEL_IMPORT_DRY_RUN) && g_file_test (folder, G_FILE_TEST_IS_DIR)));
}

/* Whatever else is asked of a register that is not there was written wrongly. FALSE when that is
 * so. */
static gboolean
check_database (const SelCommand *command, gboolean *is_new, SelAnswer *answer)
{
  g_autofree char *shown = g_filename_display_name (command->database);
  g_autofree char *message = NULL;

  *is_new = !g_file_test (command->database, G_FILE_TEST_EXISTS);
  if (!*is_new || may_begin (command))
    return TRUE;

  message =
    g_strdup_printf (_ ("There is no register “%s”. See how it is written; the first import into a "
                        "folder that is there, or the window, begins one."),
                     shown);
  sel_answer_fail (answer, SEL_STATUS_REFUSED, message);
  return FALSE;
}

/* Opens the register that the command is about, and tells if it is a new one. */
static SelStore *
open_store (const SelCommand *command, SelAnswer *answer)
{
  g_autoptr (SelStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_new;

  if (!check_database (command, &is_new, answer))
    return NULL;
  if (!(store = sel_store_open (command->database, &error)))
    {
      sel_answer_fail (answer, SEL_STATUS_FAILED, error->message);
      return NULL;
    }

  if (is_new)
    {
      g_autofree char *shown = g_filename_display_name (command->database);
      g_autofree char *message = g_strdup_printf (_ ("A new register is begun: “%s”."), shown);

      sel_answer_fail (answer, SEL_STATUS_DONE, message);
    }
  return g_steal_pointer (&store);
}

/**
 * sel_command_launch:
 * @command: a command that needs no window
 * @argv: the line that it was read from
 *
 * Carries out a command and prints what it says: in the process whose window has the database open,
 * if it is about that, or else in this one. Returns the exit status.
 */
int
sel_command_launch (SelCommand *command, char **argv)
{
  g_autoptr (SelAnswer) answer = NULL;
  g_autoptr (SelStore) store = NULL;
  GDate today;
  const gboolean needs_store = sel_command_needs_database (command);
  int status;

  if (command->kind == SEL_COMMAND_DUE && command->width == 0)
    command->width = find_width ();
  if (needs_store && forward (command, argv, &status))
    return status;

  answer = sel_answer_new ();
  store = needs_store ? open_store (command, answer) : NULL;
  sel_today (&today);
  if (store)
    tell_unfinished (store);
  if (store || !needs_store)
    sel_command_run (command, store, &today, sel_notice_days_read (), NULL, answer);

  return sel_answer_print (answer);
}
