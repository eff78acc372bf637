/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/exports-pane.h"

#include <glib/gi18n-lib.h>

#include "store/export-log.h"
#include "store/lists.h"
#include "ui/lists/record-list.h"

struct _SelExportsPane
{
  GtkWidget parent_instance;

  GtkWidget *box;
  SelRecordList *list;
  GtkWidget *foot;
  GMenuModel *menu;

  SelOffice *office;
  gint64 partner;   /* of the selected export; 0 for none that is still there */
  gint64 agreement; /* likewise */
};

G_DEFINE_FINAL_TYPE (SelExportsPane, sel_exports_pane, GTK_TYPE_WIDGET)

static void
selected_cb (SelExportsPane *self, gint64 export)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = NULL;

  self->partner = self->agreement = 0;
  if (export &&
      (!(reading = sel_reading_begin (sel_office_get_store (self->office), &error)) ||
       !sel_export_log_find_ends (reading->connection, export, &self->partner, &self->agreement,
                                  &error)))
    sel_office_fail (self->office, error->message);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exports.partner", self->partner != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exports.agreement", self->agreement != 0);
}

/* The selected one may have been of a partner who has become part of another since. */
static void
loaded_cb (SelExportsPane *self)
{
  selected_cb (self, sel_record_list_get_selected (self->list));
}

static void
partner_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *none)
{
  gtk_widget_activate_action (widget, "win.open-record", "(sx)", sel_partner_type.name,
                              SEL_EXPORTS_PANE (widget)->partner);
}

static void
agreement_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *none)
{
  gtk_widget_activate_action (widget, "win.open-record", "(sx)", sel_agreement_type.name,
                              SEL_EXPORTS_PANE (widget)->agreement);
}

static void
activated_cb (SelExportsPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "exports.partner", NULL);
}

/* Nobody asks for the exports before they are in sight. */
static void
sel_exports_pane_map (GtkWidget *widget)
{
  SelExportsPane *self = SEL_EXPORTS_PANE (widget);

  if (sel_record_list_get_model (self->list) == NULL)
    {
      sel_record_list_attach (self->list, self->office, &sel_exports_list);
      g_signal_connect_object (sel_record_list_get_model (self->list), "loaded",
                               G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
    }
  GTK_WIDGET_CLASS (sel_exports_pane_parent_class)->map (widget);
}

static void
sel_exports_pane_dispose (GObject *object)
{
  SelExportsPane *self = SEL_EXPORTS_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_exports_pane_parent_class)->dispose (object);
}

static void
sel_exports_pane_class_init (SelExportsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_exports_pane_dispose;
  widget_class->map = sel_exports_pane_map;

  g_type_ensure (SEL_TYPE_RECORD_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/exchange/exports-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SelExportsPane, box);
  gtk_widget_class_bind_template_child (widget_class, SelExportsPane, list);
  gtk_widget_class_bind_template_child (widget_class, SelExportsPane, foot);
  gtk_widget_class_bind_template_child (widget_class, SelExportsPane, menu);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "exports.partner", NULL, partner_action);
  gtk_widget_class_install_action (widget_class, "exports.agreement", NULL, agreement_action);
}

static void
sel_exports_pane_init (SelExportsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exports.partner", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exports.agreement", FALSE);
}

/* Called once, before it is shown. */
void
sel_exports_pane_attach (SelExportsPane *self, SelOffice *office)
{
  self->office = g_object_ref (office);
  sel_record_list_set_next (self->list, self->foot);
  sel_record_list_set_menu (self->list, self->menu, NULL);
  sel_record_list_set_empty (self->list, "icon-name", "document-send-symbolic");
  sel_record_list_set_empty (self->list, "title", _ ("Nothing was exported yet"));
  sel_record_list_set_empty (self->list,
                             "description",
                             _ ("What leaves for a partner is listed here: when, to whom, under "
                                "which agreement and what for. Choose Export above; whether it may "
                                "leave is said before anything does."));
}

/* Moves the focus to the search entry. */
void
sel_exports_pane_search (SelExportsPane *self)
{
  sel_record_list_search (self->list);
}
