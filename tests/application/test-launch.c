/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line where no window has the database open: what is printed, and how it ends. */
#include "application/launch.h"
#include "application/today.h"
#include "exchange/register.h"

/* Carries out a line in this process, and ends it with the exit status. */
static void
launch (char **argv)
{
  g_autoptr (SelAnswer) answer = sel_answer_new ();
  g_autoptr (SelCommand) command = sel_command_parse ((const char *const *) argv + 1, "/", answer);

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  g_assert_nonnull (command);
  exit (sel_command_launch (command, (int) g_strv_length (argv), argv));
}

/* In a process of its own: its database is what the environment says. */
static void
test_launch_report (void)
{
  char *argv[] = { (char *) "selaras", (char *) "--database", (char *) g_getenv ("DATABASE"), (char *) "report", (char *) "summary", NULL };

  launch (argv);
}

static int
trap_report (const char *database)
{
  g_autofree char *path = g_strdup (database);
  int status = 0;

  g_setenv ("DATABASE", path, TRUE);
  g_test_trap_subprocess ("/launch/subprocess/report", 0, 0);
  while (status < 5)
    {
      if (g_test_trap_reached_timeout ())
        break;
      status++;
    }
  return status;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  return g_test_run ();
}
