/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the exchange section does with tables of other offices: the assistant says how one is read,
 * and from there it goes the way of an exchange file. */
#include "ui/exchange/exchange-page-private.h"

#include "domain/file-name.h"
#include "ui/exchange/template-file.h"

/* Whether a file of this name may be a table. XML may be one of IMS Enterprise; what it is, only a
 * look tells. */
static gboolean
may_be_a_table (const char *path)
{
  static const char *const ends[] = { ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".xml" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (sel_file_name_ends (path, ends[i]))
      return TRUE;

  return FALSE;
}

/* Goes on with the file at hand: asks how it is read if it may be a table. */
void
sel_exchange_page_look_at (SelExchangePage *self)
{
  g_clear_pointer (&self->mapping, sel_mapping_free);
  if (!may_be_a_table (self->path) || sel_package_is_package (self->path))
    {
      sel_exchange_page_run (self, SEL_IMPORT_DRY_RUN);
      return;
    }

  sel_sheet_assistant_open (self->assistant, self->path, NULL);
  if (!sel_file_name_ends (self->path, ".xml"))
    sel_exchange_page_show (self, "assistant");
}

static void
opened_cb (SelExchangePage *self)
{
  sel_exchange_page_show (self, "assistant");
}

/* XML that is not of IMS Enterprise is an exchange file, or the importer says why it is none. */
static void
failed_cb (SelExchangePage *self, const char *message)
{
  g_clear_pointer (&self->mapping, sel_mapping_free);
  if (sel_file_name_ends (self->path, ".xml"))
    sel_exchange_page_run (self, SEL_IMPORT_DRY_RUN);
  else
    sel_exchange_page_fail (self, message);
}

static void
ready_cb (SelExchangePage *self)
{
  g_clear_object (&self->notes);
  self->plan = 0;
  sel_mapping_free (self->mapping);
  self->mapping = sel_mapping_copy (sel_sheet_assistant_get_mapping (self->assistant));
  sel_exchange_page_run (self, SEL_IMPORT_DRY_RUN);
}

/* Back from a plan, or from what was refused altogether, to how the table is read. */
static void
columns_action (GtkWidget *widget,
                G_GNUC_UNUSED const char *action,
                G_GNUC_UNUSED GVariant *parameter)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (widget);

  sel_sheet_assistant_open (self->assistant, self->path, self->mapping);
  sel_exchange_page_show (self, "assistant");
}

static void
save_template_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *name)
{
  SelExchangePage *self = SEL_EXCHANGE_PAGE (widget);
  SelRosterKind kind;

  if (sel_roster_kind_by_name (g_variant_get_string (name, NULL), &kind))
    sel_template_file_save (widget, kind, self->office);
}

void
sel_exchange_page_install_sheets (GtkWidgetClass *widget_class)
{
  g_type_ensure (SEL_TYPE_SHEET_ASSISTANT);
  gtk_widget_class_bind_template_child (widget_class, SelExchangePage, assistant);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ready_cb);
  gtk_widget_class_bind_template_callback (widget_class, sel_exchange_page_show_past);
  gtk_widget_class_install_action (widget_class, "exchange.columns", NULL, columns_action);
  gtk_widget_class_install_action (widget_class, "exchange.save-template", "s",
                                   save_template_action);
}
