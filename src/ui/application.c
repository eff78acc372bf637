/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/application.h"

#include <glib/gi18n-lib.h>

#include "application/command.h"
#include "application/identity.h"
#include "application/settings.h"
#include "store/unfinished.h"
#include "ui-resources.h"
#include "ui/dialogs.h"
#include "ui/due.h"
#include "ui/preferences.h"
#include "ui/window.h"

/* The process whose window has the database open. Its name on the session bus is that of the
 * database, so that a second start, and every command about it, comes here. */
struct _SelApplication
{
  AdwApplication parent_instance;

  char *database;
  SelOffice *office; /* NULL until the first window opens */
};

G_DEFINE_FINAL_TYPE (SelApplication, sel_application, ADW_TYPE_APPLICATION)

static void
about_action (G_GNUC_UNUSED GSimpleAction *action,
              G_GNUC_UNUSED GVariant *parameter,
              gpointer user_data)
{
  sel_dialog_about (gtk_application_get_active_window (user_data));
}

static void
quit_action (G_GNUC_UNUSED GSimpleAction *action,
             G_GNUC_UNUSED GVariant *parameter,
             gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  /* Closing lets the window remember its size. */
  if (window)
    gtk_window_close (window);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.search", { "<Control>f" } },
  { "win.search-everywhere", { "<Control>k" } },
  { "win.add", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "win.section('overview')", { "<Alt>1" } },
  { "win.section('agreements')", { "<Alt>2" } },
  { "win.section('partners')", { "<Alt>3" } },
  { "win.section('participants')", { "<Alt>4" } },
  { "win.section('schedule')", { "<Alt>5" } },
  { "win.section('exchange')", { "<Alt>6" } },
};

static void
sel_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (sel_application_parent_class)->startup (application);

  /* The focus comes to labels that can be copied from, and does not mark all they say for that. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].keys);
}

/* A window that says why there is no other. */
static void
present_failure (SelApplication *self, const char *message)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/selaras/Selaras/ui/failure-window.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_status_page_set_description (ADW_STATUS_PAGE (gtk_builder_get_object (builder, "page")),
                                   escaped);
  gtk_window_set_application (window, GTK_APPLICATION (self));
  gtk_window_present (window);
}

static gboolean
open_office (SelApplication *self, GError **error)
{
  g_autoptr (GSettings) settings = sel_settings_new ();
  g_autoptr (SelStore) store = NULL;

  if (settings == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                           _ ("A part of Selaras is missing: its preferences are not known to this "
                              "computer. Install Selaras anew."));
      return FALSE;
    }
  if (!(store = sel_store_open (self->database, error)))
    return FALSE;

  self->office = sel_office_new (store, settings);
  sel_due_remind_daily (self->office);
  sel_preferences_follow_style (settings);
  return TRUE;
}

/* The window of the sections, whatever form is open above it. */
static GtkWindow *
find_window (SelApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item; item = item->next)
    if (SEL_IS_WINDOW (item->data))
      return item->data;

  return NULL;
}

/* Says what an earlier process did not live to say. */
static void
tell_unfinished (SelApplication *self)
{
  SelStore *store = sel_office_get_store (self->office);
  g_autofree char *sentence = sel_unfinished_dup_sentence (store);

  if (sentence == NULL)
    return;

  sel_office_fail (self->office, sentence);
  sel_unfinished_forget (store);
}

static void
present_window (SelApplication *self, const char *file)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (GError) error = NULL;

  /* What stood in the way may be gone: the window that said so is. */
  if (window && self->office == NULL)
    gtk_window_destroy (window);
  if (self->office == NULL && !open_office (self, &error))
    {
      present_failure (self, error->message);
      return;
    }

  window = find_window (self);
  if (window == NULL)
    {
      window = GTK_WINDOW (sel_window_new (GTK_APPLICATION (self), self->office));
      tell_unfinished (self);
    }
  gtk_window_present (window);

  if (file)
    {
      g_autoptr (GFile) given = g_file_new_for_path (file);

      sel_window_open_file (SEL_WINDOW (window), given);
    }
}

/* Says to the process that asked what @answer says, and lets it end. */
static void
finish_command (GApplicationCommandLine *command_line, const SelAnswer *answer)
{
  if (answer->output->len)
    g_application_command_line_print (command_line, "%s", answer->output->str);
  if (answer->errors->len)
    g_application_command_line_printerr (command_line, "%s", answer->errors->str);
  g_application_command_line_set_exit_status (command_line, answer->status);
}

static void
command_run_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplicationCommandLine) command_line = user_data;
  g_autoptr (SelAnswer) answer = sel_command_run_finish (result);

  finish_command (command_line, answer);
  g_application_release (g_application_get_default ());
}

static int
sel_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  SelApplication *self = SEL_APPLICATION (application);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  g_autoptr (SelAnswer) answer = sel_answer_new ();
  g_autoptr (SelCommand) command = sel_command_parse (
    (const char *const *) arguments + 1, g_application_command_line_get_cwd (command_line), answer);

  if (command == NULL)
    {
      finish_command (command_line, answer);
      return answer->status;
    }

  if (command->kind == SEL_COMMAND_WINDOW)
    {
      present_window (self, command->files ? command->files[0] : NULL);
      return 0;
    }

  if (self->office == NULL)
    {
      sel_answer_fail (answer, SEL_STATUS_FAILED, _ ("The window has no database open."));
      finish_command (command_line, answer);
      return answer->status;
    }

  /* The process stays until the command is done, also when its window is closed meanwhile. */
  g_application_hold (application);
  sel_command_run_async (command, sel_office_get_store (self->office), NULL, command_run_cb,
                         g_object_ref (command_line));
  return 0;
}

static void
sel_application_finalize (GObject *object)
{
  SelApplication *self = SEL_APPLICATION (object);

  g_clear_object (&self->office);
  g_free (self->database);

  G_OBJECT_CLASS (sel_application_parent_class)->finalize (object);
}

static void
sel_application_class_init (SelApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sel_application_finalize;
  G_APPLICATION_CLASS (klass)->startup = sel_application_startup;
  G_APPLICATION_CLASS (klass)->command_line = sel_application_command_line;
}

static void
sel_application_init (G_GNUC_UNUSED SelApplication *self)
{
}

/* Opens the window on @database, an absolute path, or brings the one that is open to the front.
 * @argv is the whole command line; the exit status comes back. */
int
sel_application_run_window (const char *database, int argc, char **argv)
{
  g_autofree char *id = sel_application_dup_id (database);
  g_autoptr (SelApplication) self = NULL;

  if (!gtk_init_check ())
    {
      g_printerr (
        "%s\n",
        _ ("There is no display for the window. The commands need none: see selaras --help."));
      return SEL_STATUS_FAILED;
    }

  self = g_object_new (SEL_TYPE_APPLICATION,
                       "application-id",
                       id,
                       "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path",
                       "/org/selaras/Selaras",
                       NULL);

  /* Naming them makes the linker keep the resources, which register themselves. */
  sel_ui_get_resource ();
  self->database = g_strdup (database);
  return g_application_run (G_APPLICATION (self), argc, argv);
}
