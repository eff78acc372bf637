/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/exchange-page-private.h"

#include <glib/gi18n-lib.h>

#include "store/lists.h"
#include "ui/file-dialogs.h"
#include "ui/exchange/report-file.h"

static void sel_exchange_page_section_init (SelSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SelExchangePage,
                               sel_exchange_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SEL_TYPE_SECTION,
                                                      sel_exchange_page_section_init))

/* Whether the report is a plan that can be carried out as it is. */
static gboolean
can_import (SelExchangePage *self)
{
  const SelImportResult *result = sel_note_list_get_result (self->notes);

  return result->is_dry_run && sel_import_result_has_work (result) &&
         (!sel_import_result_is_old (result) || gtk_check_button_get_active (self->take_older)) &&
         (result->n[SEL_IMPORT_REFUSED] == 0 || gtk_check_button_get_active (self->accept_valid));
}

static gboolean
shows (SelExchangePage *self, const char *page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), page);
}

static gboolean
shows_imports (SelExchangePage *self)
{
  return shows (self, "past") &&
         g_str_equal (gtk_stack_get_visible_child_name (self->logs), "imports");
}

static void
update_actions (SelExchangePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SelListModel *past = sel_record_list_get_model (self->past);
  g_autofree char *undone_at =
    past ? sel_record_list_dup_selected_text (self->past, "undone_at") : NULL;
  gboolean is_report = shows (self, "report");
  gboolean is_at_end = is_report || shows (self, "failure") || shows (self, "undo");
  gboolean has_notes =
    is_report && sel_import_report_has_notes (sel_note_list_get_result (self->notes));
  gboolean is_busy = self->is_importing || sel_undo_page_is_running (self->undo_page);

  if (past == NULL) /* the stack speaks up once before there is a list */
    return;

  gtk_widget_action_set_enabled (widget, "exchange.choose", !is_busy);
  gtk_widget_action_set_enabled (widget, "exchange.back", is_at_end && !is_busy);
  gtk_widget_action_set_enabled (widget, "exchange.undo-import",
                                 undone_at && *undone_at == '\0' && !is_busy);
  gtk_widget_action_set_enabled (widget, "exchange.import", is_report && can_import (self));
  gtk_widget_action_set_enabled (widget, "exchange.decide", is_report);
  gtk_widget_action_set_enabled (widget, "exchange.columns", is_report);
  gtk_widget_action_set_enabled (widget, "exchange.save-report", has_notes);

  /* Until a file came in, choosing one is the thing to do. */
  if (shows_imports (self) &&
      !sel_list_model_is_loading (past) && sel_list_model_get_total (past) == 0)
    gtk_widget_add_css_class (self->choose_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->choose_button, "suggested-action");
}

/* Puts the focus where Enter does no harm and Escape is heard. */
static void
move_focus (SelExchangePage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (shows (self, "report"))
    gtk_widget_grab_focus (GTK_WIDGET (self->leave_button));
  else if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

void
sel_exchange_page_show (SelExchangePage *self, const char *page)
{
  if (!g_str_equal (page, "assistant"))
    sel_sheet_assistant_cancel (self->assistant);
  gtk_stack_set_visible_child_name (self->stack, page);
  update_actions (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    move_focus (self);
}

/* Whether records of @type were imported. */
static gboolean
has_imported (const SelImportResult *result, const SelRecordType *type)
{
  const guint64 *n = result->n_of[sel_record_type_index (type)];

  return result->is_applied && n[SEL_IMPORT_NEW] + n[SEL_IMPORT_DOUBTFUL] + n[SEL_IMPORT_CHANGED] > 0;
}

/* Shows the plan of an import, or its outcome. */
void
sel_exchange_page_show_report (SelExchangePage *self)
{
  const SelImportResult *result = sel_note_list_get_result (self->notes);
  guint64 n_good = sel_import_report_n_good (result);
  gboolean is_plan = result->is_dry_run && sel_import_result_has_work (result);
  g_autofree char *number = sel_number_dup_display ((double) n_good);
  g_autofree char *verb = g_strdup_printf (ngettext ("_Import %s record",
                                                     "_Import %s records",
                                                     (gulong) n_good),
                                           number);

  sel_import_report_show (self->report, self->notes);
  gtk_widget_set_visible (self->decide_button, result->is_dry_run && result->pairs->len > 0);
  gtk_widget_set_visible (self->columns_button, result->is_dry_run && self->mapping);
  gtk_check_button_set_active (self->take_older, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->take_older),
                          is_plan && sel_import_result_is_old (result));
  gtk_check_button_set_active (self->accept_valid, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_valid),
                          is_plan && result->n[SEL_IMPORT_REFUSED] > 0);
  gtk_widget_set_visible (self->show_participants, has_imported (result, &sel_participant_type));
  gtk_widget_set_visible (self->show_agreements, has_imported (result, &sel_agreement_type));
  gtk_button_set_label (self->leave_button, is_plan ? _ ("_Leave for later") : _ ("_Done"));
  gtk_button_set_label (self->import_button, n_good ? verb : _ ("_Keep what was decided"));
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), is_plan);
  sel_exchange_page_show (self, "report");
}

/* Tells what has happened to who works in another section meanwhile. */
void
sel_exchange_page_tell_elsewhere (SelExchangePage *self, const char *message)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    sel_office_say (self->office, message);
}

/* Tells why the file was not imported. */
void
sel_exchange_page_fail (SelExchangePage *self, const char *message)
{
  g_autofree char *file = g_filename_display_basename (self->path);
  g_autofree char *title = g_strdup_printf (_ ("“%s” was not imported"), file);
  g_autofree char *description = g_markup_escape_text (message, -1);

  adw_status_page_set_title (self->failure, title);
  adw_status_page_set_description (self->failure, description);
  sel_exchange_page_show (self, "failure");
  sel_exchange_page_tell_elsewhere (self, title);
}

void
sel_exchange_page_show_past (SelExchangePage *self)
{
  sel_doubts_clear (self->doubts);
  sel_import_progress_forget_package (self->progress);
  g_clear_object (&self->notes);
  self->plan = 0;
  gtk_stack_set_visible_child_name (self->logs, "imports");
  sel_exchange_page_show (self, "past");
}

/* Shows a plan that waited in the register. */
void
sel_exchange_page_take_plan (SelExchangePage *self,
                             const char *path,
                             SelMapping *take_mapping,
                             gint64 plan,
                             SelImportResult *take_result)
{
  g_free (self->path);
  self->path = g_strdup (path);
  sel_mapping_free (self->mapping);
  self->mapping = take_mapping;
  g_clear_object (&self->notes);
  self->notes = sel_note_list_new (take_result);
  self->plan = plan;
  sel_exchange_page_reckon (self);
}

/* Shows what importing the file would do; of a table, once it is said how it is read. */
void
sel_exchange_page_open (SelExchangePage *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    sel_office_say (self->office,
                    _ ("The file is not on this computer. "
                       "Copy it here with its PDFs, and open the copy."));
  else if (self->is_importing)
    sel_office_say (self->office, _ ("An import is going on. Open the file when it is done."));
  else if (sel_undo_page_is_running (self->undo_page))
    sel_office_say (self->office,
                    _ ("An import is being taken back. Open the file when that is done."));
  else
    {
      sel_import_progress_stop (self->progress);
      self->loading = NULL;
      sel_exchange_page_show_past (self);
      g_free (self->path);
      self->path = g_steal_pointer (&path);
      sel_exchange_page_look_at (self);
    }
}

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  sel_exchange_page_open (user_data, file);
}

static void
choose_action (GtkWidget *widget,
               G_GNUC_UNUSED const char *action,
               G_GNUC_UNUSED GVariant *parameter)
{
  sel_dialog_open_file (widget,
                        _ ("Choose a file"),
                        _ ("Exchange files, packages and tables"),
                        "xml selaras csv tsv txt xlsx xls ods",
                        file_chosen_cb,
                        widget);
}

static void
back_action (GtkWidget *widget,
             G_GNUC_UNUSED const char *action,
             G_GNUC_UNUSED GVariant *parameter)
{
  sel_exchange_page_show_past (SEL_EXCHANGE_PAGE (widget));
}

static void
report_file_chosen_cb (const char *path, gpointer user_data)
{
  SelExchangePage *self = user_data;

  if (self->notes)
    sel_report_file_write (path, self->notes, self->office);
}

static void
save_report_action (GtkWidget *widget,
                    G_GNUC_UNUSED const char *action,
                    G_GNUC_UNUSED GVariant *parameter)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (widget);
  g_autofree char *file = g_filename_display_basename (self->path);
  /* Translators: the name of a file that says what is wrong with an exchange file */
  g_autofree char *name = g_strdup_printf (_ ("Report on %s"), file);

  sel_dialog_save_file_as (widget, _ ("Save the report"), name, "txt csv json",
                           report_file_chosen_cb, self);
}

static gboolean
dropped_cb (SelExchangePage *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  gtk_widget_set_visible (self->drop_hint, FALSE);
  if (files == NULL || files->next)
    sel_office_say (self->office,
                    _ ("Drop one file at a time; the PDFs of an exchange file are found beside it."));
  else
    sel_exchange_page_open (self, files->data);
  return TRUE;
}

static GdkDragAction
drag_entered_cb (SelExchangePage *self)
{
  gtk_widget_set_visible (self->drop_hint, TRUE);
  return GDK_ACTION_COPY;
}

static void
drag_left_cb (SelExchangePage *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
}

/* What came in last stands first, and in sight unless the user looks at another. */
static void
past_loaded_cb (SelExchangePage *self)
{
  if (sel_record_list_get_selected (self->past) == 0)
    sel_record_list_show_first (self->past);
  update_actions (self);
}

static void
sel_exchange_page_attach (SelSection *section, SelOffice *office)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (section);

  self->office = g_object_ref (office);
  sel_doubts_attach (self->doubts, office);
  sel_waiting_attach (self->waiting, office);
  sel_exports_pane_attach (self->exports, office);
  sel_sheet_assistant_attach (self->assistant, office);
  sel_record_list_attach (self->past, office, &sel_exchanges_list);
  sel_record_list_set_next (self->past, self->undo_button);
  sel_record_list_set_empty (self->past, "icon-name", "selaras-exchange-symbolic");
  sel_record_list_set_empty (self->past, "title", _ ("No exchange file came in yet"));
  sel_record_list_set_empty (self->past,
                             "description",
                             _ ("Partner offices send their agreements, participants and sessions "
                                "as an exchange file, XML with its PDFs beside it; as a package "
                                "of both; or as a table, XLSX or CSV. Choose one, or drop it here; "
                                "you see what it would change before anything is changed."));
  g_signal_connect_object (sel_record_list_get_model (self->past),
                           "loaded",
                           G_CALLBACK (past_loaded_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo_page, "ended", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

static void
sel_exchange_page_search (SelSection *section)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (section);

  if (shows_imports (self))
    sel_record_list_search (self->past);
  else if (shows (self, "past"))
    sel_exports_pane_search (self->exports);
}

static void
sel_exchange_page_section_init (SelSectionInterface *iface)
{
  iface->attach = sel_exchange_page_attach;
  iface->search = sel_exchange_page_search;
}

static void
sel_exchange_page_dispose (GObject *object)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (object);

  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->notes);
  g_clear_object (&self->office);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->locked, g_free);
  g_clear_pointer (&self->mapping, sel_mapping_free);

  G_OBJECT_CLASS (sel_exchange_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "exchange.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "exchange.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "exchange.save-report", NULL, save_report_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "exchange.back", NULL);
}

static void
sel_exchange_page_class_init (SelExchangePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_exchange_page_dispose;

  g_type_ensure (SEL_TYPE_RECORD_LIST);
  g_type_ensure (SEL_TYPE_EXPORTS_PANE);
  g_type_ensure (SEL_TYPE_IMPORT_PROGRESS);
  g_type_ensure (SEL_TYPE_IMPORT_REPORT);
  g_type_ensure (SEL_TYPE_DOUBTS);
  g_type_ensure (SEL_TYPE_UNDO_PAGE);
  g_type_ensure (SEL_TYPE_WAITING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/exchange/exchange-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, overlay);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, logs);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, exports);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, past);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, waiting);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, doubts);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, undo_page);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, decide_button);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, progress);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, report);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, take_older);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, accept_valid);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, show_participants);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, show_agreements);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, leave_button);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, import_button);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, failure);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, drop_hint);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_bind_template_callback (widget_class, drag_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  install_actions (widget_class);
  sel_exchange_page_install_import (widget_class);
  sel_exchange_page_install_waiting_actions (widget_class);
  sel_exchange_page_install_sheets (widget_class);
}

static void
sel_exchange_page_init (SelExchangePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
