/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <glib/gi18n-lib.h>

#include "application/launch.h"
#include "application/uninstalled.h"
#include "config.h"
#include "ui/application.h"

/* SELARAS_LOCALEDIR is for a translator who tries a catalogue of their own. */
static void
set_language (void)
{
  const char *told = g_getenv ("SELARAS_LOCALEDIR");
  g_autofree char *built = sel_uninstalled_dup_folder ("po");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, told ? told : built ? built : SEL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_get_current_dir ();
  g_autoptr (SelAnswer) answer = sel_answer_new ();
  g_autoptr (SelCommand) command = NULL;

  set_language ();
  g_set_prgname ("selaras");
  command = sel_command_parse ((const char *const *) argv + (argc > 0), folder, answer);

  if (command == NULL)
    return sel_answer_print (answer);
  if (command->kind != SEL_COMMAND_WINDOW)
    return sel_command_launch (command, argv);

  return sel_application_run_window (command->database, argc, argv);
}
