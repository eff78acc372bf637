/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the exchange section does with what waits and with what came in: plans, doubtful pairs, and
 * imports that are taken back. */
#include "ui/exchange/exchange-page-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/plan.h"
#include "store/exchange-log.h"
#include "ui/dialogs.h"
#include "ui/exchange/export-dialog.h"

/* Reading a plan takes longer than a frame: it is done elsewhere. */
typedef struct
{
  SelStore *store;
  gint64 plan;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_object_unref (loading->store);
  g_free (loading);
}

static void
free_plan (gpointer plan)
{
  sel_plan_free (plan);
}

static void
load_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                gpointer task_data,
                G_GNUC_UNUSED GCancellable *cancellable)
{
  const Loading *loading = task_data;
  GError *error = NULL;
  SelPlan *plan = sel_plan_load (loading->store, loading->plan, &error);

  if (plan)
    g_task_return_pointer (task, plan, free_plan);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelPlan) plan = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->office == NULL || self->loading != G_TASK (result))
    return;

  self->loading = NULL;
  if (plan == NULL)
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  sel_exchange_page_take_plan (self, plan->path, g_steal_pointer (&plan->mapping), plan->id,
                               g_steal_pointer (&plan->result));
  if (plan->is_outdated)
    sel_exchange_page_look_again (self, NULL);
}

static void
open_plan_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *plan)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (widget);
  g_autoptr (GTask) task = g_task_new (self, NULL, loaded_cb, NULL);
  Loading *loading = g_new0 (Loading, 1);

  loading->store = g_object_ref (sel_office_get_store (self->office));
  loading->plan = g_variant_get_int64 (plan);
  g_task_set_task_data (task, loading, loading_free);
  self->loading = task;
  g_task_run_in_thread (task, load_in_thread);
}

static gboolean
forget_in_act (SelAct *act, gpointer user_data, GError **error)
{
  return sel_plan_table_remove (act, *(gint64 *) user_data, error);
}

static void
forgot_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelExchangePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (sel_store_write_finish (SEL_STORE (store), result, &error) < 0)
    sel_office_fail (self->office, error->message);
  else
    sel_office_say (self->office, _ ("The plan was discarded; the file can be chosen again."));
}

static void
forget_plan_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *plan)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (widget);
  gint64 id = g_variant_get_int64 (plan);

  sel_store_write_async (sel_office_get_store (self->office), SEL_ACT_PLAN, forget_in_act,
                         g_memdup2 (&id, sizeof id), g_free, forgot_cb, g_object_ref (self));
}

static void
compare_action (GtkWidget *widget,
                G_GNUC_UNUSED const char *action,
                G_GNUC_UNUSED GVariant *parameter)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (widget);

  sel_exchange_page_show (self, "doubts");
  sel_doubts_show_waiting (self->doubts);
}

static void
decide_action (GtkWidget *widget,
               G_GNUC_UNUSED const char *action,
               G_GNUC_UNUSED GVariant *parameter)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (widget);

  sel_doubts_show_plan (self->doubts, self->plan, sel_note_list_get_result (self->notes)->pairs);
  sel_exchange_page_show (self, "doubts");
}

static void
leave_doubts_action (GtkWidget *widget,
                     G_GNUC_UNUSED const char *action,
                     G_GNUC_UNUSED GVariant *parameter)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (widget);

  sel_doubts_clear (self->doubts);
  if (self->notes)
    sel_exchange_page_reckon (self);
  else
    sel_exchange_page_show_past (self);
}

static void
undo_answered_cb (gboolean is_yes, gpointer user_data)
{
  SelExchangePage *self = user_data;

  if (!is_yes || sel_undo_page_is_running (self->undo_page))
    return;

  sel_undo_page_run (self->undo_page, self->office, self->asked);
  sel_exchange_page_show (self, "undo");
}

/* What taking back the import would do. */
static char *
dup_undo_words (SelExchangePage *self)
{
  const char *words = _ ("What it added goes, and what it changed goes back. What was changed since, "
                         "or is needed by other records, is kept and listed. The file can be imported "
                         "again.");
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), NULL);
  g_autofree char *follower = NULL;
  g_autofree char *advice = NULL;

  if (reading == NULL ||
      !sel_exchange_log_find_follower (reading->connection, self->asked, &follower, NULL) ||
      follower == NULL)
    return g_strdup (words);

  advice = g_strdup_printf (_ ("“%s” of the same sender came in after it: take that one back first, or "
                               "what both wrote stays."),
                            follower);
  return g_strdup_printf ("%s\n\n%s", words, advice);
}

static void
undo_import_action (GtkWidget *widget,
                    G_GNUC_UNUSED const char *action,
                    G_GNUC_UNUSED GVariant *parameter)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (widget);
  g_autofree char *file = sel_record_list_dup_selected_text (self->past, "file");
  g_autofree char *heading = g_strdup_printf (_ ("Take back the import of “%s”?"), file);
  g_autofree char *words = NULL;

  self->asked = sel_record_list_get_selected (self->past);
  words = dup_undo_words (self);
  sel_dialog_ask (widget, heading, words, _ ("_Take back"), undo_answered_cb, widget);
}

static void
export_action (GtkWidget *widget,
               G_GNUC_UNUSED const char *action,
               G_GNUC_UNUSED GVariant *parameter)
{
  sel_export_dialog_present (widget, SEL_EXCHANGE_PAGE (widget)->office);
}

void
sel_exchange_page_install_waiting_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "exchange.open-plan", "x", open_plan_action);
  gtk_widget_class_install_action (widget_class, "exchange.forget-plan", "x", forget_plan_action);
  gtk_widget_class_install_action (widget_class, "exchange.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "exchange.decide", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "doubts.leave", NULL, leave_doubts_action);
  gtk_widget_class_install_action (widget_class, "exchange.undo-import", NULL, undo_import_action);
  gtk_widget_class_install_action (widget_class, "exchange.export", NULL, export_action);
}
