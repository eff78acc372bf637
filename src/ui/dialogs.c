/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "config.h"

typedef struct
{
  SelFileFunc func;
  GObject *user_data; /* lives as long as the dialog */
} FileRequest;

static FileRequest *
file_request_new (SelFileFunc func, gpointer user_data)
{
  FileRequest *self = g_new0 (FileRequest, 1);

  self->func = func;
  self->user_data = g_object_ref (user_data);
  return self;
}

static void
file_request_free (FileRequest *self)
{
  g_object_unref (self->user_data);
  g_free (self);
}

static GtkFileFilter *
make_filter (const char *name, const char *ends)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  g_auto (GStrv) each = g_strsplit (ends, " ", 0);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; each[i]; i++)
    gtk_file_filter_add_suffix (filter, each[i]);
  return filter;
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
answer_file (FileRequest *request, GFile *file)
{
  if (file)
    request->func (file, request->user_data);
  g_clear_object (&file);
  file_request_free (request);
}

static void
opened_cb (GObject *dialog, GAsyncResult *result, gpointer user_data)
{
  answer_file (user_data, gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL));
}

static void
saved_cb (GObject *dialog, GAsyncResult *result, gpointer user_data)
{
  answer_file (user_data, gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL));
}

static void
choose_file (GtkWidget *parent,
             const char *title,
             GtkFileFilter *filter,
             const char *name,
             FileRequest *request)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  if (filter)
    gtk_file_dialog_set_default_filter (dialog, filter);
  if (name)
    gtk_file_dialog_set_initial_name (dialog, name);

  if (name)
    gtk_file_dialog_save (dialog, window_of (parent), NULL, saved_cb, request);
  else
    gtk_file_dialog_open (dialog, window_of (parent), NULL, opened_cb, request);
}

#else

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  FileRequest *request = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file)
    request->func (file, request->user_data);
  file_request_free (request);
  g_object_unref (dialog);
}

static void
choose_file (GtkWidget *parent,
             const char *title,
             GtkFileFilter *filter,
             const char *name,
             FileRequest *request)
{
  GtkFileChooserAction action = name ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN;
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, window_of (parent), action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (filter)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/* Lets the user choose a file whose name has one of the @ends ("xml csv"). */
void
sel_dialog_open_file (GtkWidget *parent,
                      const char *title,
                      const char *filter_name,
                      const char *ends,
                      SelFileFunc func,
                      gpointer user_data)
{
  g_autoptr (GtkFileFilter) filter = make_filter (filter_name, ends);

  choose_file (parent, title, filter, NULL, file_request_new (func, user_data));
}

/* Lets the user choose where to save what is called @name. */
void
sel_dialog_save_file (GtkWidget *parent,
                      const char *title,
                      const char *name,
                      SelFileFunc func,
                      gpointer user_data)
{
  choose_file (parent, title, NULL, name, file_request_new (func, user_data));
}

typedef struct
{
  SelAnswerFunc func;
  gpointer user_data;
} Question;

#if ADW_CHECK_VERSION(1, 5, 0)
#define MessageDialog AdwAlertDialog
#define message_dialog_add_response adw_alert_dialog_add_response
#define message_dialog_set_appearance adw_alert_dialog_set_response_appearance
#define message_dialog_set_default adw_alert_dialog_set_default_response
#define message_dialog_set_close adw_alert_dialog_set_close_response
#define message_dialog_present(dialog, parent) adw_dialog_present (ADW_DIALOG (dialog), parent)
#define NEW_MESSAGE(parent, heading, body) ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body))
#else
#define MessageDialog AdwMessageDialog
#define message_dialog_add_response adw_message_dialog_add_response
#define message_dialog_set_appearance adw_message_dialog_set_response_appearance
#define message_dialog_set_default adw_message_dialog_set_default_response
#define message_dialog_set_close adw_message_dialog_set_close_response
#define message_dialog_present(dialog, parent) gtk_window_present (GTK_WINDOW (dialog))
#define NEW_MESSAGE(parent, heading, body)                                                         \
  ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (parent), heading, body))
#endif

static void
answered_cb (G_GNUC_UNUSED MessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  if (question->func)
    question->func (g_str_equal (response, "yes"), question->user_data);
}

static void
present_message (GtkWidget *parent,
                 const char *heading,
                 const char *body,
                 const char *verb,
                 Question *question)
{
  MessageDialog *dialog = NEW_MESSAGE (parent, heading, body);

  message_dialog_add_response (dialog, "no", verb ? _ ("_Cancel") : _ ("_Close"));
  if (verb)
    {
      message_dialog_add_response (dialog, "yes", verb);
      message_dialog_set_appearance (dialog, "yes", ADW_RESPONSE_DESTRUCTIVE);
    }
  message_dialog_set_default (dialog, "no");
  message_dialog_set_close (dialog, "no");

  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question,
                         (GClosureNotify) (GCallback) g_free, 0);
  message_dialog_present (dialog, parent);
}

/* Tells something that must not be missed. */
void
sel_dialog_tell (GtkWidget *parent, const char *heading, const char *body)
{
  present_message (parent, heading, body, NULL, g_new0 (Question, 1));
}

/* Asks before something that undo does not reach; @verb is the button, with a mnemonic. */
void
sel_dialog_ask (GtkWidget *parent,
                const char *heading,
                const char *body,
                const char *verb,
                SelAnswerFunc func,
                gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->func = func;
  question->user_data = user_data;
  present_message (parent, heading, body, verb, question);
}

void
sel_dialog_about (GtkWindow *parent)
{
  const char *const facts[] = {
    _ ("Partnership agreements, participants and training schedules"),
    /* Translators: your names, one a line; they are shown in the about window */
    _ ("translator-credits"),
  };

#if ADW_CHECK_VERSION(1, 5, 0)
  AdwDialog *about = adw_about_dialog_new ();
#else
  GtkWidget *about = adw_about_window_new ();
#endif

  g_object_set (about,
                "application-name",
                "Selaras",
                "application-icon",
                SEL_APPLICATION_ID,
                "version",
                SEL_VERSION,
                "comments",
                facts[0],
                "license-type",
                GTK_LICENSE_GPL_3_0,
                "developer-name",
                _ ("The Selaras developers"),
                "translator-credits",
                g_str_equal (facts[1], "translator-credits") ? "" : facts[1],
                NULL);

#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (about, GTK_WIDGET (parent));
#else
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
#endif
}
