/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/import-progress.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "application/settings.h"
#include "domain/secret.h"
#include "exchange/plan.h"
#include "exchange/roster-source.h"
#include "ui/running.h"

struct _SelImportProgress
{
  GtkWidget parent_instance;

  AdwStatusPage *page;
  GtkProgressBar *bar;
  GtkLabel *count;
  GtkButton *stop_button;

  SelRunning running; /* the newest run */

  SelPackage *package; /* of the newest run, open for the next; NULL for none */
  char *package_path;
  char *passphrase; /* of the next run; NULL for none */
};

G_DEFINE_FINAL_TYPE (SelImportProgress, sel_import_progress, GTK_TYPE_WIDGET)

typedef struct
{
  SelStore *store;
  char *path;
  SelImportFlags flags;
  GDate today;
  SelMapping *mapping; /* how a table is read; NULL for an exchange file */
  GPtrArray *pairs;    /* of SelImportPair, decided; NULL for none */
  gint64 plan;         /* that is carried out; of a dry run, the one that it leaves */

  SelPackage *package; /* NULL while it is not open, and when the file is none */
  char *passphrase;    /* that opens it; NULL for none */
  GVariant *trusted_keys;

  /* Written by the thread that imports, read by the window. */
  int done;
  guint n_records; /* atomic */
  int is_opening;  /* the package; atomic */
} Run;

static void
run_free (gpointer data)
{
  Run *self = data;

  g_object_unref (self->store);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  sel_mapping_free (self->mapping);
  sel_package_free (self->package);
  sel_secret_free (self->passphrase);
  g_variant_unref (self->trusted_keys);
  g_free (self->path);
  g_free (self);
}

static void
note_progress_in_thread (double fraction, guint64 n_records, gpointer user_data)
{
  Run *run = user_data;

  sel_running_note_in_thread (&run->done, fraction);
  g_atomic_int_set (&run->n_records, (guint) MIN (n_records, G_MAXUINT));
}

static void
note_opening_in_thread (double fraction, gpointer user_data)
{
  Run *run = user_data;

  sel_running_note_in_thread (&run->done, fraction);
}

/* FALSE when the file is a package that cannot be opened. */
static gboolean
open_package_in_thread (Run *run, GCancellable *cancellable, GError **error)
{
  if (run->package || !sel_package_is_package (run->path))
    return TRUE;

  g_atomic_int_set (&run->is_opening, TRUE);
  run->package = sel_package_open (run->path, run->passphrase, run->trusted_keys,
                                   note_opening_in_thread, run, cancellable, error);
  g_clear_pointer (&run->passphrase, sel_secret_free);
  g_atomic_int_set (&run->is_opening, FALSE);
  return run->package != NULL;
}

static SelImportResult *
import_in_thread (Run *run, GCancellable *cancellable, GError **error)
{
  g_autoptr (SelDecisions) decisions = run->pairs ? sel_decisions_new (run->pairs) : NULL;
  g_autoptr (SelItemSource) source = NULL;
  const gboolean is_dry = (run->flags & SEL_IMPORT_DRY_RUN) != 0;
  SelImportRequest request = {
    .path = run->path,
    .flags = run->flags,
    .today = &run->today,
    .decisions = decisions,
    .plan = is_dry ? 0 : run->plan,
    .package = run->package,
  };

  if (run->mapping &&
      !(source = sel_roster_source_new (run->store, run->path, run->mapping,
                                        note_opening_in_thread, run, cancellable, error)))
    return NULL;

  request.source = source;
  return sel_import_run (run->store, &request, note_progress_in_thread, run, cancellable, error);
}

static void
run_in_thread (GTask *task,
               G_GNUC_UNUSED gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;
  g_autoptr (SelImportResult) result = NULL;

  if (open_package_in_thread (run, cancellable, &error))
    result = import_in_thread (run, cancellable, &error);

  run->plan = 0;
  if (result && sel_plan_is_worth_keeping (result) &&
      !sel_plan_save (run->store, run->path, run->mapping, result, &run->plan, cancellable,
                      &error))
    g_clear_pointer (&result, sel_import_result_free);

  if (result)
    g_task_return_pointer (task,
                           g_steal_pointer (&result),
                           (GDestroyNotify) sel_import_result_free);
  else
    g_task_return_error (task, error);
}

static void
look_cb (gpointer user_data)
{
  SelImportProgress *self = user_data;
  Run *run = g_task_get_task_data (self->running.task);
  guint n = (guint) g_atomic_int_get (&run->n_records);
  g_autofree char *number = sel_number_dup_display (n);
  g_autofree char *count =
    g_strdup_printf (ngettext ("%s record read", "%s records read", n), number);

  gtk_label_set_text (self->count, g_atomic_int_get (&run->is_opening)
                                     ? _ ("The package is being opened and checked")
                                     : count);
}

static void
stop_cb (SelImportProgress *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->stop_button), FALSE);
  sel_running_cancel (&self->running);
}

/* Ends what goes on, whose callback is called all the same. */
void
sel_import_progress_stop (SelImportProgress *self)
{
  stop_cb (self);
  sel_running_end (&self->running);
}

/* Whether @result is that of the run that was begun last, and was not stopped since. To be asked
 * before sel_import_progress_run_finish(). */
gboolean
sel_import_progress_is_newest (SelImportProgress *self, GAsyncResult *result)
{
  return self->running.task == G_TASK (result);
}

/* A run keeps its widget, so closing the window ends the run, not the other way round. */
static void
sel_import_progress_unroot (GtkWidget *widget)
{
  stop_cb (SEL_IMPORT_PROGRESS (widget));

  GTK_WIDGET_CLASS (sel_import_progress_parent_class)->unroot (widget);
}

static void
sel_import_progress_dispose (GObject *object)
{
  SelImportProgress *self = SEL_IMPORT_PROGRESS (object);

  sel_import_progress_forget_package (self);
  g_clear_pointer (&self->passphrase, sel_secret_free);
  if (self->page)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->page)));

  G_OBJECT_CLASS (sel_import_progress_parent_class)->dispose (object);
}

static void
sel_import_progress_class_init (SelImportProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_import_progress_dispose;
  widget_class->unroot = sel_import_progress_unroot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/selaras/Selaras/ui/exchange/import-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, SelImportProgress, page);
  gtk_widget_class_bind_template_child (widget_class, SelImportProgress, bar);
  gtk_widget_class_bind_template_child (widget_class, SelImportProgress, count);
  gtk_widget_class_bind_template_child (widget_class, SelImportProgress, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
sel_import_progress_init (SelImportProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_start (SelImportProgress *self, const Run *run)
{
  g_autofree char *file = g_filename_display_basename (run->path);
  g_autofree char *title = NULL;

  if (run->flags & SEL_IMPORT_DRY_RUN)
    title = g_strdup_printf (_ ("Looking through “%s”"), file);
  else
    title = g_strdup_printf (_ ("Importing “%s”"), file);
  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page,
                                   run->flags & SEL_IMPORT_DRY_RUN
                                     ? _ ("Nothing is changed yet.")
                                     : _ ("You can go on working. "
                                          "If you stop, nothing of the file is kept."));

  gtk_label_set_text (self->count, "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->stop_button), TRUE);
}

/* Takes what opens the package of the next run. */
void
sel_import_progress_take_passphrase (SelImportProgress *self, char *passphrase)
{
  sel_secret_free (self->passphrase);
  self->passphrase = passphrase;
}

/* Removes what was unpacked, when nobody will go on with it. */
void
sel_import_progress_forget_package (SelImportProgress *self)
{
  g_clear_pointer (&self->package, sel_package_free);
  g_clear_pointer (&self->package_path, g_free);
}

/* The package that a plan was made of is open, so that what is imported is what was looked at. */
static void
keep_package (SelImportProgress *self, Run *run)
{
  sel_import_progress_forget_package (self);
  self->package = g_steal_pointer (&run->package);
  self->package_path = g_strdup (run->path);
}

static void
reuse_package (SelImportProgress *self, Run *run)
{
  if (g_strcmp0 (self->package_path, run->path) == 0)
    run->package = g_steal_pointer (&self->package);
  sel_import_progress_forget_package (self);
}

/**
 * sel_import_progress_run_async:
 * @request: its decisions, source and package are not looked at
 * @mapping: (nullable): how a table is read; NULL for an exchange file or a package
 * @pairs: (nullable) (element-type SelImportPair): what was decided; not changed until it is over
 *
 * Runs sel_import_run() on a thread of its own, and keeps the plan that a dry run leaves. A package
 * is opened there too, and stays open for the next run of it until it is forgotten. A run that still
 * goes on is cancelled; its callback is called all the same.
 */
void
sel_import_progress_run_async (SelImportProgress *self,
                               SelStore *store,
                               const SelImportRequest *request,
                               const SelMapping *mapping,
                               GPtrArray *pairs,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  run->store = g_object_ref (store);
  run->path = g_strdup (request->path);
  run->flags = request->flags;
  run->today = *request->today;
  run->mapping = mapping ? sel_mapping_copy (mapping) : NULL;
  run->pairs = pairs ? g_ptr_array_ref (pairs) : NULL;
  run->plan = request->plan;
  run->passphrase = g_steal_pointer (&self->passphrase);
  run->trusted_keys = sel_trusted_keys_read ();
  reuse_package (self, run);

  /* What was imported was imported, even if it was cancelled at the last moment. */
  g_task_set_check_cancellable (task, (request->flags & SEL_IMPORT_DRY_RUN) != 0);
  g_task_set_task_data (task, run, run_free);
  stop_cb (self); /* the newest question wins */
  sel_running_begin (&self->running, task, &run->done, self->bar, look_cb, self);
  show_start (self, run);
  g_task_run_in_thread (task, run_in_thread);
}

/* As sel_import_run(); @plan is that of a dry run, 0 when there is nothing to come back to. */
SelImportResult *
sel_import_progress_run_finish (SelImportProgress *self,
                                GAsyncResult *result,
                                gint64 *plan,
                                GError **error)
{
  Run *run = g_task_get_task_data (G_TASK (result));
  SelImportResult *outcome = g_task_propagate_pointer (G_TASK (result), error);

  if (self->running.task == G_TASK (result))
    {
      sel_running_end (&self->running);
      if (outcome == NULL || !outcome->is_applied)
        keep_package (self, run);
    }

  *plan = run->plan;
  return outcome;
}

gboolean
sel_import_progress_is_running (SelImportProgress *self)
{
  return self->running.task != NULL;
}
