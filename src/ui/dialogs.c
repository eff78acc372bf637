/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "config.h"

static GtkWindow *
window_of (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

typedef struct
{
  SelAnswerFunc func;
  gpointer user_data;
  GDestroyNotify destroy; /* of @user_data, when the dialog is gone; NULL for none */
} Question;

static void
question_free (gpointer data, G_GNUC_UNUSED GClosure *closure)
{
  Question *self = data;

  if (self->destroy)
    self->destroy (self->user_data);
  g_free (self);
}

#if ADW_CHECK_VERSION(1, 5, 0)
#define MessageDialog AdwAlertDialog
#define MESSAGE_DIALOG_TYPE ADW_TYPE_ALERT_DIALOG
#define message_dialog_add_response adw_alert_dialog_add_response
#define message_dialog_set_appearance adw_alert_dialog_set_response_appearance
#define message_dialog_set_child adw_alert_dialog_set_extra_child
#define message_dialog_set_default adw_alert_dialog_set_default_response
#define message_dialog_set_enabled adw_alert_dialog_set_response_enabled
#define message_dialog_set_close adw_alert_dialog_set_close_response
#define message_dialog_present(dialog, parent) adw_dialog_present (ADW_DIALOG (dialog), parent)
#define message_dialog_close(dialog) adw_dialog_force_close (ADW_DIALOG (dialog))
#define NEW_MESSAGE(parent, heading, body) ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body))
#else
#define MessageDialog AdwMessageDialog
#define MESSAGE_DIALOG_TYPE ADW_TYPE_MESSAGE_DIALOG
#define message_dialog_add_response adw_message_dialog_add_response
#define message_dialog_set_appearance adw_message_dialog_set_response_appearance
#define message_dialog_set_child adw_message_dialog_set_extra_child
#define message_dialog_set_default adw_message_dialog_set_default_response
#define message_dialog_set_enabled adw_message_dialog_set_response_enabled
#define message_dialog_set_close adw_message_dialog_set_close_response
#define message_dialog_present(dialog, parent) gtk_window_present (GTK_WINDOW (dialog))
#define message_dialog_close(dialog) gtk_window_destroy (GTK_WINDOW (dialog))
#define NEW_MESSAGE(parent, heading, body) \
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
                         question_free, 0);
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

typedef struct
{
  SelStopFunc stop;
  GObject *user_data;
} Wait;

static void
wait_free (gpointer data, G_GNUC_UNUSED GClosure *closure)
{
  Wait *self = data;

  g_object_unref (self->user_data);
  g_free (self);
}

static void
stopped_cb (G_GNUC_UNUSED MessageDialog *dialog,
            G_GNUC_UNUSED const char *response,
            gpointer user_data)
{
  Wait *wait = user_data;

  wait->stop (wait->user_data);
}

static gboolean
look_cb (GtkWidget *bar, G_GNUC_UNUSED GdkFrameClock *clock, gpointer done)
{
  if (done)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                   g_atomic_int_get ((const int *) done) / 1000.0);
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (bar));
  return G_SOURCE_CONTINUE;
}

/**
 * sel_dialog_wait:
 * @done: (nullable): in @user_data: how many thousandths are done, as a thread writes it; %NULL where
 *   nobody knows
 * @stop: called when the user stops it, which closes the dialog
 * @user_data: an object, which the dialog holds
 *
 * Says that something takes a while.
 *
 * Returns: (transfer none): for sel_dialog_wait_end(), unless @stop was called
 */
GtkWidget *
sel_dialog_wait (GtkWidget *parent,
                 const char *heading,
                 const int *done,
                 SelStopFunc stop,
                 gpointer user_data)
{
  MessageDialog *dialog = NEW_MESSAGE (parent, heading, NULL);
  GtkWidget *bar = gtk_progress_bar_new ();
  Wait *wait = g_new0 (Wait, 1);

  wait->stop = stop;
  wait->user_data = g_object_ref (user_data);
  gtk_progress_bar_set_pulse_step (GTK_PROGRESS_BAR (bar), 0.02); /* a frame */
  gtk_widget_add_tick_callback (bar, look_cb, (gpointer) done, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  message_dialog_set_child (dialog, bar);
  message_dialog_add_response (dialog, "stop", _ ("_Stop"));
  message_dialog_set_close (dialog, "stop");
  g_signal_connect_data (dialog, "response", G_CALLBACK (stopped_cb), wait, wait_free, 0);
  message_dialog_present (dialog, parent);
  return GTK_WIDGET (dialog);
}

/* It is over. */
void
sel_dialog_wait_end (GtkWidget *dialog)
{
  g_signal_handlers_disconnect_matched (dialog, G_SIGNAL_MATCH_ID,
                                        g_signal_lookup ("response", G_OBJECT_TYPE (dialog)), 0,
                                        NULL, NULL, NULL);
  message_dialog_close (dialog);
}

/**
 * sel_dialog_ask_form:
 * @form: (transfer floating): what is to be filled in; there when @func is called
 * @verb: the button, with a mnemonic; it waits for sel_dialog_form_set_ready()
 * @destroy: (nullable): frees @user_data when the dialog is gone
 *
 * Asks for what takes more than a word. Enter is the button once the form is ready.
 */
void
sel_dialog_ask_form (GtkWidget *parent,
                     const char *heading,
                     const char *body,
                     GtkWidget *form,
                     const char *verb,
                     SelAnswerFunc func,
                     gpointer user_data,
                     GDestroyNotify destroy)
{
  MessageDialog *dialog = NEW_MESSAGE (parent, heading, body);
  Question *question = g_new0 (Question, 1);

  question->func = func;
  question->user_data = user_data;
  question->destroy = destroy;
  message_dialog_set_child (dialog, form);
  message_dialog_add_response (dialog, "no", _ ("_Cancel"));
  message_dialog_add_response (dialog, "yes", verb);
  message_dialog_set_appearance (dialog, "yes", ADW_RESPONSE_SUGGESTED);
  message_dialog_set_enabled (dialog, "yes", FALSE);
  message_dialog_set_default (dialog, "yes");
  message_dialog_set_close (dialog, "no");

  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  message_dialog_present (dialog, parent);
  gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD);
}

/* Whether the dialog that holds @form can be answered. */
void
sel_dialog_form_set_ready (GtkWidget *form, gboolean is_ready)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (form, MESSAGE_DIALOG_TYPE);

  message_dialog_set_enabled ((MessageDialog *) dialog, "yes", is_ready);
}

typedef struct
{
  GtkWidget *entry;
  SelTextFunc func;
  gpointer user_data; /* lives as long as the dialog */
  GDestroyNotify destroy;
} TextRequest;

static void
text_request_free (gpointer data)
{
  TextRequest *self = data;

  self->destroy (self->user_data);
  g_object_unref (self->entry);
  g_free (self);
}

static void
text_answered_cb (gboolean is_yes, gpointer user_data)
{
  TextRequest *request = user_data;

  if (is_yes)
    request->func (gtk_editable_get_text (GTK_EDITABLE (request->entry)), request->user_data);
}

/* White space alone is no answer. */
static void
text_changed_cb (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  sel_dialog_form_set_ready (GTK_WIDGET (entry), *text != '\0');
}

static void
ask_text (GtkWidget *parent,
          const char *heading,
          const char *body,
          GtkWidget *entry,
          const char *name,
          const char *verb,
          const TextRequest *answer)
{
  TextRequest *request = g_memdup2 (answer, sizeof *answer);

  request->entry = g_object_ref_sink (entry);
  g_object_set (entry, "activates-default", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (entry, "changed", G_CALLBACK (text_changed_cb), NULL);
  sel_dialog_ask_form (parent, heading, body, entry, verb, text_answered_cb, request,
                       text_request_free);
}

/* Asks for what opens a file. @user_data is an object, which the dialog holds. */
void
sel_dialog_ask_passphrase (GtkWidget *parent,
                           const char *heading,
                           const char *body,
                           SelTextFunc func,
                           gpointer user_data)
{
  GtkWidget *entry = gtk_password_entry_new ();

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  ask_text (parent, heading, body, entry, _ ("Passphrase"), _ ("_Open"),
            &(TextRequest){ .func = func, .user_data = g_object_ref (user_data), .destroy = g_object_unref });
}

/* Asks for the reason of something, which is done on @verb. */
void
sel_dialog_ask_reason (GtkWidget *parent,
                       const char *heading,
                       const char *body,
                       const char *verb,
                       SelTextFunc func,
                       gpointer user_data,
                       GDestroyNotify destroy)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason"));
  ask_text (parent, heading, body, entry, _ ("Reason"), verb,
            &(TextRequest){ .func = func, .user_data = user_data, .destroy = destroy });
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
