/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/printing.h"

#include <glib/gi18n-lib.h>

#include "application/settings.h"
#include "report/agreement-summary.h"
#include "report/register-book.h"
#include "store/title.h"
#include "ui/dialogs.h"
#include "ui/patience.h"

typedef SelAgreementSummaryOrder SummaryOrder;

/* What is asked for, of the one or the other: all that the thread sees of it. */
typedef struct
{
  SelStore *store;
  SelRegisterOrder *book;
  SummaryOrder *summary;
  char *path; /* NULL: it is printed */
} Paper;

static void
paper_clear (Paper *self)
{
  g_object_unref (self->store);
  sel_register_order_free (self->book);
  sel_agreement_summary_order_free (self->summary);
  g_free (self->path);
}

static void
paper_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, (GDestroyNotify) paper_clear);
}

G_DECLARE_FINAL_TYPE (SelPrintJob, sel_print_job, SEL, PRINT_JOB, GObject)

/* What the window knows of it. */
struct _SelPrintJob
{
  GObject parent_instance;

  GtkWidget *widget; /* where it was asked for */
  SelOffice *office;
  SelPatience *patience; /* NULL before it is begun */
  Paper *paper;
};

G_DEFINE_FINAL_TYPE (SelPrintJob, sel_print_job, G_TYPE_OBJECT)

static void
sel_print_job_finalize (GObject *object)
{
  SelPrintJob *self = SEL_PRINT_JOB (object);

  g_object_unref (self->widget);
  g_object_unref (self->office);
  g_clear_object (&self->patience);
  paper_unref (self->paper);

  G_OBJECT_CLASS (sel_print_job_parent_class)->finalize (object);
}

static void
sel_print_job_class_init (SelPrintJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sel_print_job_finalize;
}

static void
sel_print_job_init (SelPrintJob *self)
{
  self->paper = g_atomic_rc_box_new0 (Paper);
}

static SelPrintJob *
job_new (GtkWidget *widget, SelOffice *office)
{
  SelPrintJob *self = g_object_new (sel_print_job_get_type (), NULL);

  self->widget = g_object_ref (widget);
  self->office = g_object_ref (office);
  self->paper->store = g_object_ref (sel_office_get_store (office));
  return self;
}

static SelPrintJob *
job_new_for_register (GtkWidget *widget, SelOffice *office, const SelListRequest *request)
{
  SelPrintJob *self = job_new (widget, office);
  g_autofree char *name = sel_office_name_dup ();

  self->paper->book = sel_register_order_new (request, name, sel_office_get_today (office),
                                              sel_office_get_notice_days (office));
  return self;
}

static SelPrintJob *
job_new_for_agreement (GtkWidget *widget, SelOffice *office, gint64 agreement)
{
  SelPrintJob *self = job_new (widget, office);
  g_autofree char *name = sel_office_name_dup ();

  self->paper->summary = sel_agreement_summary_order_new (agreement, name,
                                                          sel_office_get_today (office),
                                                          sel_office_get_notice_days (office));
  return self;
}

static void
make_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  const Paper *self = task_data;
  GError *error = NULL;
  SelPrintout *paper;
  guint n;

  if (self->path)
    {
      /* The dialog has asked whether a file that is there may give way. */
      if (self->book ? sel_register_write (self->store, self->book, self->path, TRUE, &n,
                                           cancellable, &error)
                     : sel_agreement_summary_write (self->store, self->summary, self->path, TRUE,
                                                    &error))
        g_task_return_pointer (task, NULL, NULL);
      else
        g_task_return_error (task, error);
      return;
    }

  paper = self->book
            ? sel_register_paper_new (self->store, self->book, &n, cancellable, &error)
            : sel_agreement_summary_paper_new (self->store, self->summary, &error);
  if (paper)
    g_task_return_pointer (task, paper, (GDestroyNotify) sel_printout_free);
  else
    g_task_return_error (task, error);
}

static void
draw_page_cb (G_GNUC_UNUSED GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              gpointer paper)
{
  sel_printout_draw (paper, (guint) page, gtk_print_context_get_cairo_context (context));
}

/* Who prints to a file gets one that says what it is, where their documents are. */
static GtkPrintSettings *
make_settings (const char *name)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR,
                          folder ? folder : g_get_home_dir ());
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  return settings;
}

static void
print (SelPrintJob *self, SelPrintout *take_paper)
{
  const char *what = self->paper->book ? _ ("Register of agreements") : _ ("Summary of an agreement");
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = make_settings (what);
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GError) error = NULL;
  const gboolean is_wide = sel_printout_get_width (take_paper) > sel_printout_get_height (take_paper);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (
    setup, is_wide ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_use_full_page (operation, TRUE); /* the paper has its own margins */
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, sel_printout_get_title (take_paper));
  gtk_print_operation_set_n_pages (operation, (int) sel_printout_get_n_pages (take_paper));
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), take_paper);
  g_object_set_data_full (G_OBJECT (operation), "paper", take_paper,
                          (GDestroyNotify) sel_printout_free);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (self->widget)),
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    sel_office_fail (self->office, error->message);
}

static void
say_saved (SelPrintJob *self)
{
  g_autofree char *file = g_filename_display_basename (self->paper->path);
  g_autofree char *sentence =
    g_strdup_printf (self->paper->book ? _ ("The register was saved as “%s”")
                                       : _ ("The summary was saved as “%s”"),
                     file);

  sel_office_say (self->office, sentence);
}

static void
made_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelPrintJob) self = user_data;
  g_autoptr (GError) error = NULL;
  SelPrintout *paper = g_task_propagate_pointer (G_TASK (result), &error);

  sel_patience_end (self->patience);
  if (paper && g_cancellable_is_cancelled (sel_patience_get_cancellable (self->patience)))
    {
      g_clear_pointer (&paper, sel_printout_free);
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sel_office_say (self->office,
                    self->paper->path ? _ ("Nothing was saved") : _ ("Nothing was printed"));
  else if (error)
    sel_office_fail (self->office, error->message);
  else if (self->paper->path)
    say_saved (self);
  else if (gtk_widget_get_root (self->widget))
    print (self, paper);
  else
    sel_printout_free (paper);
}

/* Whoever asked goes on meanwhile. */
static void
start (SelPrintJob *self)
{
  g_autoptr (GTask) task = NULL;

  self->patience = sel_patience_new (self->widget, self->paper->book
                                                     ? _ ("The register is being made")
                                                     : _ ("The summary is being made"));
  task = g_task_new (NULL, sel_patience_get_cancellable (self->patience), made_cb,
                     g_object_ref (self));
  /* What was saved was saved, even if it was cancelled at the last moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->paper), paper_unref);
  if (self->paper->book)
    self->paper->book->done = sel_patience_get_done (self->patience);
  sel_patience_begin (self->patience);
  g_task_run_in_thread (task, make_in_thread);
}

static void
path_chosen_cb (const char *path, gpointer user_data)
{
  SelPrintJob *self = user_data;

  self->paper->path = g_strdup (path);
  start (self);
}

static void
ask_and_save (SelPrintJob *take_job, const char *title, const char *what)
{
  g_autoptr (SelPrintJob) self = take_job;
  g_autofree char *day = sel_date_dup_text (sel_office_get_today (self->office));
  g_autofree char *name = g_strdup_printf ("%s %s.pdf", what, day);

  sel_dialog_save_file (self->widget, title, name, path_chosen_cb, self);
}

/* Saves the agreements that @request finds in their list as a book, to a file that is asked for. */
void
sel_register_ask_and_save (GtkWidget *widget, SelOffice *office, const SelListRequest *request)
{
  ask_and_save (job_new_for_register (widget, office, request),
                _ ("Save the register (.pdf or .xlsx)"), _ ("Register of agreements"));
}

/* Prints them. */
void
sel_register_print (GtkWidget *widget, SelOffice *office, const SelListRequest *request)
{
  g_autoptr (SelPrintJob) job = job_new_for_register (widget, office, request);

  start (job);
}

/* Saves the agreement called @title on one page, to a file that is asked for. */
void
sel_agreement_ask_and_save (GtkWidget *widget,
                            SelOffice *office,
                            gint64 agreement,
                            const char *title)
{
  g_autofree char *words = sel_title_dup_first_words (title);
  /* Translators: the name of a file; %s is the beginning of an agreement's title */
  g_autofree char *name = g_strdup_printf (_ ("Summary, %s"), g_strdelimit (words, "/", '-'));

  ask_and_save (job_new_for_agreement (widget, office, agreement),
                _ ("Save the summary (.pdf or .xlsx)"), name);
}

/* Prints it. */
void
sel_agreement_print (GtkWidget *widget, SelOffice *office, gint64 agreement)
{
  g_autoptr (SelPrintJob) job = job_new_for_agreement (widget, office, agreement);

  start (job);
}
