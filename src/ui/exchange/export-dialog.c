/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/export-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/secret.h"
#include "exchange/export.h"
#include "report/export-report.h"
#include "ui/dialogs.h"
#include "ui/file-dialogs.h"
#include "ui/forms/reference-row.h"
#include "ui/running.h"

#define SEL_TYPE_EXPORT_DIALOG (sel_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SelExportDialog, sel_export_dialog, SEL, EXPORT_DIALOG, AdwWindow)

struct _SelExportDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkButton *leave_button;
  GtkWidget *export_button;
  SelReferenceRow *partner;
  AdwComboRow *kind;
  SelReferenceRow *programme;
  SelReferenceRow *cohort;
  SelReferenceRow *agreement;
  GtkWidget *elsewhere_row;
  GtkSwitch *elsewhere;
  GtkEditable *purpose;
  AdwComboRow *form;
  GtkWidget *sign_row;
  GtkSwitch *sign;
  GtkWidget *passphrase_row;
  GtkEditable *passphrase;
  GtkLabel *verdict;
  AdwStatusPage *status;
  GtkProgressBar *bar;

  SelOffice *office;
  SelRunning running;
};

G_DEFINE_FINAL_TYPE (SelExportDialog, sel_export_dialog, ADW_TYPE_WINDOW)

static SelExportChoice
get_choice (SelExportDialog *self)
{
  return (SelExportChoice){
    .kind = (SelExportKind) (adw_combo_row_get_selected (self->kind) + 1),
    .partner = sel_reference_row_get_id (self->partner),
    .agreement = sel_reference_row_get_id (self->agreement),
    .programme = sel_reference_row_get_id (self->programme),
    .cohort = sel_reference_row_get_id (self->cohort),
  };
}

static gboolean
has_part (SelExportKind kind)
{
  return kind == SEL_EXPORT_ROSTER || kind == SEL_EXPORT_SCHEDULE || kind == SEL_EXPORT_OUTCOMES;
}

static char *
dup_setting (SelExportDialog *self, const char *key)
{
  return g_settings_get_string (sel_office_get_settings (self->office), key);
}

/* What the office has not said of itself; NULL when it has. */
static const char *
find_missing (SelExportDialog *self, const SelExportChoice *choice)
{
  g_autofree char *id = dup_setting (self, "office-id");
  g_autofree char *name = dup_setting (self, "office-name");

  if (*id == '\0' || *name == '\0')
    return _ ("Set the code and the name of your office in the preferences first: the file has to "
              "say where it comes from.");
  if (choice->partner == 0)
    return _ ("Choose for which partner.");
  if (choice->kind == SEL_EXPORT_ROSTER && choice->programme == 0 && choice->cohort == 0)
    return _ ("A roster is that of a programme or a cohort: choose one.");

  return NULL;
}

/* What leaves, where it may. */
static const char *
describe (SelSensitivity most)
{
  switch (most)
    {
    case SEL_SPECIFIC:
      return _ ("It may leave, with all that is known: the scope lets specific personal data "
                "travel.");
    case SEL_PERSONAL:
      return _ ("It may leave with personal data. What is specific stays: the kind of a "
                "participant, who referred them and why it was decided so.");
    case SEL_PUBLIC:
    case SEL_INTERNAL:
    default:
      return _ ("It may leave, without personal data.");
    }
}

static gboolean
is_packed (SelExportDialog *self)
{
  return adw_combo_row_get_selected (self->form) == 0;
}

static gboolean
is_encrypted (SelExportDialog *self)
{
  return is_packed (self) && *gtk_editable_get_text (self->passphrase);
}

static void
show_verdict (SelExportDialog *self,
              SelExportObstacle obstacle,
              SelSensitivity most,
              guint64 n_elsewhere)
{
  const gboolean is_allowed = obstacle == SEL_EXPORT_ALLOWED;
  const gboolean is_held = obstacle == SEL_EXPORT_HELD_ELSEWHERE; /* the row for it is in the dialog */
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *elsewhere = sel_export_elsewhere_dup_message (n_elsewhere);

  if (!is_held)
    g_string_append (text, is_allowed ? describe (most) : sel_export_obstacle_message (obstacle));
  if (elsewhere && (is_allowed || is_held))
    g_string_append_printf (text, "%s%s", text->len ? "\n" : "", elsewhere);
  if (is_allowed && most >= SEL_PERSONAL && !is_encrypted (self))
    g_string_append_printf (text, "\n%s",
                            _ ("It is not encrypted: whoever comes by the file can read it. Better "
                               "send a package with a passphrase, and tell that on the telephone."));
  gtk_label_set_text (self->verdict, text->str);
}

/* Says whether it may leave, or what is missing; reads the terms of one agreement, and which cohorts are
 * held under others. */
static void
update (SelExportDialog *self)
{
  SelExportChoice choice = get_choice (self);
  const char *missing = find_missing (self, &choice);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), &error);
  SelExportTerms terms;
  SelExportObstacle obstacle;
  SelSensitivity most;

  gtk_widget_set_visible (GTK_WIDGET (self->programme), has_part (choice.kind));
  gtk_widget_set_visible (GTK_WIDGET (self->cohort), has_part (choice.kind));
  gtk_widget_set_visible (self->sign_row, is_packed (self));
  gtk_widget_set_visible (self->passphrase_row, is_packed (self));
  gtk_widget_set_visible (self->elsewhere_row, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", FALSE);
  if (missing)
    {
      gtk_label_set_text (self->verdict, missing);
      return;
    }
  if (reading == NULL ||
      !sel_export_terms_read (reading->connection, &choice, sel_office_get_today (self->office),
                              &terms, &error))
    {
      gtk_label_set_text (self->verdict, error->message);
      return;
    }

  terms.purpose = gtk_editable_get_text (self->purpose);
  terms.takes_elsewhere = gtk_switch_get_active (self->elsewhere);
  gtk_widget_set_visible (self->elsewhere_row, terms.n_elsewhere > 0);
  obstacle = sel_export_test (&terms, &most);
  show_verdict (self, obstacle, most, terms.n_elsewhere);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose",
                                 obstacle == SEL_EXPORT_ALLOWED && self->running.task == NULL);
}

static void
changed_cb (SelExportDialog *self)
{
  if (self->office)
    update (self);
}

/* A programme or a cohort, not both. */
static void
programme_cb (SelExportDialog *self)
{
  if (sel_reference_row_get_id (self->programme))
    sel_reference_row_set_id (self->cohort, 0);
  update (self);
}

static void
cohort_cb (SelExportDialog *self)
{
  if (sel_reference_row_get_id (self->cohort))
    sel_reference_row_set_id (self->programme, 0);
  update (self);
}

typedef struct
{
  SelStore *store;
  SelExportOrder order;
  char *purpose;
  char *sender;
  char *sender_name;
  char *path;
  GDate today;
  gboolean is_packed;
  gboolean is_signed;
  SelSecret *passphrase; /* NULL for none */
  int done;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->store);
  g_free (run->purpose);
  g_free (run->sender);
  g_free (run->sender_name);
  g_free (run->path);
  sel_secret_free (run->passphrase);
  g_free (run);
}

static void
note_progress_in_thread (double fraction, G_GNUC_UNUSED guint64 n_records, gpointer user_data)
{
  sel_running_note_in_thread (&((Run *) user_data)->done, fraction);
}

/* The key is made when the office first signs. */
static SelExportResult *
export_in_thread (Run *run, GCancellable *cancellable, GError **error)
{
  g_autoptr (SelSigningKey) key = run->is_signed ? sel_signing_key_load (error) : NULL;
  const SelPackageOptions options = { key, run->passphrase, SEL_CIPHER_USUAL_COST };

  if (run->is_signed && key == NULL)
    return NULL;

  run->order.package = run->is_packed ? &options : NULL;
  return sel_export_run (run->store, &run->order, run->path, &run->today, note_progress_in_thread,
                         run, cancellable, error);
}

static void
run_in_thread (GTask *task,
               G_GNUC_UNUSED gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;
  SelExportResult *result = export_in_thread (run, cancellable, &error);

  if (result)
    g_task_return_pointer (task, result, (GDestroyNotify) sel_export_result_free);
  else
    g_task_return_error (task, error);
}

static void
show_outcome (SelExportDialog *self, const SelExportResult *result)
{
  g_autoptr (GString) report = g_string_new (NULL);
  g_autofree char *title = g_strdup_printf (_ ("“%s” was written"), result->file);
  g_autofree char *description = NULL;

  sel_export_report_append_running (report, result);
  description = g_markup_escape_text (report->str, -1);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_button_set_label (self->leave_button, _ ("_Done"));
  gtk_widget_set_visible (self->export_button, FALSE);
}

static void
ran_cb (GObject *object, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelExportDialog *self = SEL_EXPORT_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelExportResult) outcome = g_task_propagate_pointer (G_TASK (result), &error);

  g_application_release (g_application_get_default ());
  if (self->office == NULL)
    return;

  sel_running_end (&self->running);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  if (outcome)
    {
      show_outcome (self, outcome);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "choice");
  update (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sel_dialog_tell (GTK_WIDGET (self), _ ("It was not exported"), error->message);
}

/* The chooser has asked whether a file of that name may be replaced. */
static void
file_chosen_cb (const char *path, gpointer user_data)
{
  SelExportDialog *self = user_data;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = NULL;
  Run *run;

  if (self->office == NULL) /* it was closed meanwhile */
    return;

  task = g_task_new (self, cancellable, ran_cb, NULL);
  run = g_new0 (Run, 1);
  run->store = g_object_ref (sel_office_get_store (self->office));
  run->purpose = g_strdup (gtk_editable_get_text (self->purpose));
  run->sender = dup_setting (self, "office-id");
  run->sender_name = dup_setting (self, "office-name");
  run->path = g_strdup (path);
  run->today = *sel_office_get_today (self->office);
  run->order = (SelExportOrder){ .choice = get_choice (self),
                                 .purpose = run->purpose,
                                 .sender = run->sender,
                                 .sender_name = run->sender_name,
                                 .takes_elsewhere = gtk_switch_get_active (self->elsewhere),
                                 .replaces = TRUE };
  run->is_packed = is_packed (self);
  run->is_signed = run->is_packed && gtk_switch_get_active (self->sign);
  run->passphrase = is_encrypted (self) ? g_strdup (gtk_editable_get_text (self->passphrase)) : NULL;
  g_task_set_check_cancellable (task, FALSE); /* what has left has left */
  g_task_set_task_data (task, run, run_free);

  g_application_hold (g_application_get_default ());
  sel_running_begin (&self->running, task, &run->done, self->bar, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  adw_status_page_set_title (self->status, _ ("Exporting"));
  adw_status_page_set_description (self->status, _ ("If you cancel, nothing is left behind."));
  gtk_stack_set_visible_child_name (self->stack, "progress");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", FALSE);
  g_task_run_in_thread (task, run_in_thread);
}

static void
choose_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *none)
{
  SelExportDialog *self = SEL_EXPORT_DIALOG (widget);
  g_autofree char *id = dup_setting (self, "office-id");
  g_autofree char *name = g_strconcat (id, is_packed (self) ? SEL_PACKAGE_ENDING : ".xml", NULL);

  sel_dialog_save_file (widget, _ ("Export as"), name, file_chosen_cb, self);
}

static void
leave_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *none)
{
  SelExportDialog *self = SEL_EXPORT_DIALOG (widget);

  if (self->running.task)
    sel_running_cancel (&self->running);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Whoever closes the window means to stop it, and is told when nothing leaves any more. */
static gboolean
sel_export_dialog_close_request (GtkWindow *window)
{
  SelExportDialog *self = SEL_EXPORT_DIALOG (window);

  if (self->running.task)
    {
      sel_running_cancel (&self->running);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (sel_export_dialog_parent_class)->close_request (window);
}

static void
sel_export_dialog_dispose (GObject *object)
{
  SelExportDialog *self = SEL_EXPORT_DIALOG (object);

  sel_running_end (&self->running);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_export_dialog_parent_class)->dispose (object);
}

static void
sel_export_dialog_class_init (SelExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sel_export_dialog_close_request;

  g_type_ensure (SEL_TYPE_REFERENCE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/exchange/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, leave_button);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, partner);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, programme);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, cohort);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, agreement);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, elsewhere_row);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, purpose);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, sign_row);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, sign);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, status);
  gtk_widget_class_bind_template_child (widget_class, SelExportDialog, bar);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, programme_cb);
  gtk_widget_class_bind_template_callback (widget_class, cohort_cb);
  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "export.leave", NULL, leave_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.leave", NULL);
}

static void
sel_export_dialog_init (SelExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_kinds (SelExportDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; sel_export_kinds[i].code; i++)
    gtk_string_list_append (kinds, sel_choice_label (&sel_export_kinds[i]));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
}

/* Asks what is to be exported, and exports it. */
void
sel_export_dialog_present (GtkWidget *parent, SelOffice *office)
{
  SelExportDialog *self = g_object_new (SEL_TYPE_EXPORT_DIALOG, "transient-for",
                                        gtk_widget_get_root (parent), NULL);

  fill_kinds (self);
  self->office = g_object_ref (office);
  sel_reference_row_attach (self->partner, office, &sel_partner_type, FALSE);
  sel_reference_row_attach (self->programme, office, &sel_programme_type, TRUE);
  sel_reference_row_attach (self->cohort, office, &sel_cohort_type, TRUE);
  sel_reference_row_attach (self->agreement, office, &sel_agreement_type, TRUE);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
