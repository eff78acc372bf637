/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/printing.h"

#include <glib/gi18n-lib.h>

#include "ui/file-dialogs.h"
#include "ui/pages/print-preview.h"
#include "ui/patience.h"

/* What is asked for: all that the thread sees of it. */
typedef struct
{
  SelStore *store;
  const SelPaperKind *kind;
  gpointer order;
  char *path; /* NULL: it is printed */
  int *done;
} Paper;

static void
paper_clear (Paper *self)
{
  g_object_unref (self->store);
  self->kind->free_order (self->order);
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
  char *name;        /* of a file that is printed to */
  SelOffice *office;
  SelPatience *patience; /* NULL before it is begun */
  Paper *paper;
  SelPrintout *printout; /* once it is made */
};

G_DEFINE_FINAL_TYPE (SelPrintJob, sel_print_job, G_TYPE_OBJECT)

static void
sel_print_job_finalize (GObject *object)
{
  SelPrintJob *self = SEL_PRINT_JOB (object);

  g_object_unref (self->widget);
  g_free (self->name);
  g_object_unref (self->office);
  g_clear_object (&self->patience);
  paper_unref (self->paper);
  g_clear_pointer (&self->printout, sel_printout_free);

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
job_new (GtkWidget *widget, SelOffice *office, const SelPaperKind *kind, gpointer take_order)
{
  SelPrintJob *self = g_object_new (sel_print_job_get_type (), NULL);

  self->widget = g_object_ref (widget);
  self->office = g_object_ref (office);
  self->paper->store = g_object_ref (sel_office_get_store (office));
  self->paper->kind = kind;
  self->paper->order = take_order;
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
  SelPrintout *printout = NULL;

  if (self->path)
    self->kind->write (self->store, self->order, self->path, self->done, cancellable, &error);
  else
    printout = self->kind->make (self->store, self->order, self->done, cancellable, &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, printout, (GDestroyNotify) sel_printout_free);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, SelPrintJob *self)
{
  sel_printout_draw (self->printout, (guint) page, gtk_print_context_get_cairo_context (context));
  sel_print_preview_drawn (operation);
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

static GtkPageSetup *
make_setup (SelPrintout *printout)
{
  const gboolean is_wide = sel_printout_get_width (printout) > sel_printout_get_height (printout);
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (
    setup, is_wide ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}

static void print (SelPrintJob *self);

/* Who has looked at it goes on to print it, as it was seen. */
static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, SelPrintJob *self)
{
  g_autoptr (GError) error = NULL;

  if (sel_print_preview_is_wanted (operation) && gtk_widget_get_root (self->widget))
    print (self);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  sel_office_fail (self->office, error->message);
}

static void
connect (GtkPrintOperation *operation, const char *signal, GCallback callback, SelPrintJob *self)
{
  g_signal_connect_data (operation, signal, callback, g_object_ref (self),
                         (GClosureNotify) (GCallback) g_object_unref, 0);
}

static void
print (SelPrintJob *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_setup (self->printout);
  g_autoptr (GtkPrintSettings) settings = make_settings (self->name);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_use_full_page (operation, TRUE); /* the paper has its own margins */
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, sel_printout_get_title (self->printout));
  gtk_print_operation_set_n_pages (operation, (int) sel_printout_get_n_pages (self->printout));
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "preview", G_CALLBACK (sel_print_preview_cb), NULL);
  connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  connect (operation, "done", G_CALLBACK (done_cb), self);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (self->widget)), NULL);
}

static void
say_saved (SelPrintJob *self)
{
  g_autofree char *file = g_filename_display_basename (self->paper->path);
  g_autoptr (GString) sentence = g_string_new (_ (self->paper->kind->saved));

  g_string_replace (sentence, "%s", file, 1);
  sel_office_say (self->office, sentence->str);
}

static void
made_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelPrintJob) self = user_data;
  g_autoptr (GError) error = NULL;

  self->printout = g_task_propagate_pointer (G_TASK (result), &error);
  sel_patience_end (self->patience);
  if (self->printout && g_cancellable_is_cancelled (sel_patience_get_cancellable (self->patience)))
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sel_office_say (self->office,
                    self->paper->path ? _ ("Nothing was saved") : _ ("Nothing was printed"));
  else if (error)
    sel_office_fail (self->office, error->message);
  else if (self->paper->path)
    say_saved (self);
  else if (gtk_widget_get_root (self->widget))
    print (self);
}

/* Whoever asked goes on meanwhile. */
static void
start (SelPrintJob *self)
{
  g_autoptr (GTask) task = NULL;

  self->patience = sel_patience_new (self->widget, _ (self->paper->kind->waiting));
  task = g_task_new (NULL, sel_patience_get_cancellable (self->patience), made_cb,
                     g_object_ref (self));
  /* What was saved was saved, even if it was cancelled at the last moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->paper), paper_unref);
  self->paper->done = sel_patience_get_done (self->patience);
  sel_patience_begin (self->patience);
  g_task_run_in_thread (task, make_in_thread);
}

/* Makes it, and asks for a printer; a file that is printed to is called @name. */
void
sel_paper_print (GtkWidget *widget,
                 SelOffice *office,
                 const SelPaperKind *kind,
                 gpointer take_order,
                 const char *name)
{
  g_autoptr (SelPrintJob) self = job_new (widget, office, kind, take_order);

  self->name = g_strdup (name);
  start (self);
}

static void
path_chosen_cb (const char *path, gpointer user_data)
{
  SelPrintJob *self = user_data;

  self->paper->path = g_strdup (path);
  start (self);
}

/* Makes it, and saves it to a file that is asked for and called @what before the day. */
void
sel_paper_ask_and_save (GtkWidget *widget,
                        SelOffice *office,
                        const SelPaperKind *kind,
                        gpointer take_order,
                        const char *what)
{
  g_autoptr (SelPrintJob) self = job_new (widget, office, kind, take_order);
  g_autofree char *day = sel_date_dup_text (sel_office_get_today (office));
  g_autofree char *name = g_strdup_printf ("%s %s", what, day);

  sel_dialog_save_file_as (widget, _ (kind->title), name, "pdf xlsx", path_chosen_cb, self);
}
