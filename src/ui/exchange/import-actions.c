/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the exchange section does with a file at hand: looks it through, again if something was decided
 * or changed since, and imports it. */
#include "ui/exchange/exchange-page-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/import-doubts.h"
#include "exchange/plan.h"

/* Looks the file through again, with what was decided, because of what @message says. A package that
 * was replaced meanwhile is opened anew. */
void
sel_exchange_page_look_again (SelExchangePage *self, const char *message)
{
  if (sel_plan_is_outdated (sel_office_get_store (self->office), self->plan))
    {
      sel_import_progress_forget_package (self->progress);
      if (g_file_test (self->path, G_FILE_TEST_EXISTS)) /* of one that is gone the run tells */
        message = _ ("The file has changed since it was looked through. This is the new plan.");
    }
  if (message)
    sel_office_say (self->office, message);
  sel_exchange_page_run (self, SEL_IMPORT_DRY_RUN);
}

static void
take_result (SelExchangePage *self, SelImportResult *result, gint64 plan)
{
  if (!result->is_dry_run && !result->is_applied)
    {
      sel_import_result_free (result);
      sel_exchange_page_look_again (self, _ ("Nothing was imported, because some records would be refused now. "
                                             "This is the new plan."));
      return;
    }

  g_clear_object (&self->notes);
  self->notes = sel_note_list_new (result);
  self->plan = plan;

  sel_exchange_page_show_report (self);
  if (result->is_applied)
    {
      g_autofree char *remark = sel_import_report_dup_remark (result);
      g_autofree char *message = g_strdup_printf ("%s: %s", result->file, remark);

      sel_exchange_page_tell_elsewhere (self, message);
    }
}

/* Goes back to the plan, if there is one. */
static void
show_stopped (SelExchangePage *self, gboolean was_importing)
{
  if (was_importing)
    sel_office_say (self->office, _ ("The import was stopped. Nothing was changed."));
  if (self->notes)
    sel_exchange_page_show_report (self);
  else
    sel_exchange_page_show_past (self);
}

static void
ran_cb (GObject *progress, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelExchangePage) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 plan = 0;
  gboolean is_newest = sel_import_progress_is_newest (SEL_IMPORT_PROGRESS (progress), result);
  g_autoptr (SelImportResult) outcome =
    sel_import_progress_run_finish (SEL_IMPORT_PROGRESS (progress), result, &plan, &error);
  gboolean was_importing = self->is_importing;

  if (self->office == NULL || !is_newest)
    return;

  self->is_importing = FALSE;
  if (outcome)
    take_result (self, g_steal_pointer (&outcome), plan);
  else if (sel_exchange_page_ask_passphrase (self, error))
    return;
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sel_exchange_page_fail (self, error->message);
  else
    show_stopped (self, was_importing);
}

/* Runs a dry run of the file, or carries out the plan that is shown. */
void
sel_exchange_page_run (SelExchangePage *self, SelImportFlags flags)
{
  const SelImportRequest request = { self->path, flags, sel_office_get_today (self->office), NULL,
                                     self->plan, NULL, NULL };

  self->flags = flags;
  self->is_importing = (flags & SEL_IMPORT_DRY_RUN) == 0;
  sel_import_progress_run_async (self->progress,
                                 sel_office_get_store (self->office),
                                 &request,
                                 self->mapping,
                                 self->notes ? sel_note_list_get_result (self->notes)->pairs : NULL,
                                 ran_cb,
                                 g_object_ref (self));
  sel_exchange_page_show (self, "progress");
}

/* Shows the plan with what was decided of its pairs. What hangs on records that are the same is only
 * known when the file was looked through again; who does not wait for that sees the old figures. */
void
sel_exchange_page_reckon (SelExchangePage *self)
{
  sel_note_list_recount (self->notes);
  if (sel_import_doubts_are_reckoned (sel_note_list_get_result (self->notes)))
    sel_exchange_page_show_report (self);
  else
    sel_exchange_page_look_again (self, NULL);
}

static void
import_action (GtkWidget *widget,
               G_GNUC_UNUSED const char *action,
               G_GNUC_UNUSED GVariant *parameter)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (widget);

  if (sel_plan_is_outdated (sel_office_get_store (self->office), self->plan))
    {
      sel_exchange_page_look_again (self, NULL);
      return;
    }

  sel_exchange_page_run (self,
                         (gtk_check_button_get_active (self->take_older) ? SEL_IMPORT_TAKE_OLDER : 0) |
                           (gtk_check_button_get_active (self->accept_valid) ? SEL_IMPORT_ACCEPT_VALID : 0));
}

void
sel_exchange_page_install_import (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "exchange.import", NULL, import_action);
}
