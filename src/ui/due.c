/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/due.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "application/command.h"
#include "ui/file-dialogs.h"

/* The window does what the command line does, with its words. */
static SelCommand *
make_command (SelOffice *office, const char *option, const char *path)
{
  const char *database = sel_store_get_path (sel_office_get_store (office));
  const char *const arguments[] = { "--database", database, "due", option, path, NULL };
  g_autoptr (SelAnswer) answer = sel_answer_new ();

  return sel_command_parse (arguments, "/", answer);
}

/* A desktop without notifications is nobody's fault. */
static void
reminded_cb (G_GNUC_UNUSED GObject *store, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  sel_answer_free (sel_command_run_finish (result));
}

static void
remind (SelOffice *office)
{
  g_autoptr (SelCommand) command = make_command (office, "--notify", NULL);

  sel_command_run_async (command, sel_office_get_store (office), NULL, reminded_cb, NULL);
}

/* Reminds now, and when another day begins. */
void
sel_due_remind_daily (SelOffice *office)
{
  g_signal_connect (office, "day-changed", G_CALLBACK (remind), NULL);
  remind (office);
}

static void
saved_cb (G_GNUC_UNUSED GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelOffice) office = user_data;
  g_autoptr (SelAnswer) answer = sel_command_run_finish (result);
  const char *message = answer->errors->str;

  if (answer->status == SEL_STATUS_DONE)
    sel_office_say (office, g_strchomp (answer->output->str));
  else
    sel_office_fail (office, g_str_has_prefix (message, "selaras: ") ? message + strlen ("selaras: ")
                                                                     : message);
  g_application_release (g_application_get_default ());
}

/* The program stays until it is written. */
static void
chosen_cb (const char *path, gpointer user_data)
{
  SelOffice *office = user_data;
  g_autoptr (SelCommand) command = make_command (office, "--force", path);

  g_application_hold (g_application_get_default ());
  sel_command_run_async (command, sel_office_get_store (office), NULL, saved_cb,
                         g_object_ref (office));
}

/* Lets the user choose where what is due is saved for another calendar. */
void
sel_due_save (GtkWidget *parent, SelOffice *office)
{
  /* Translators: the name of a file: what is due */
  g_autofree char *name = g_strconcat (C_ ("file name", "deadlines"), ".ics", NULL);

  sel_dialog_save_file (parent, _ ("Save what is due"), name, chosen_cb, office);
}
