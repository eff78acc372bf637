/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/records/record-pane.h"

#include "store/record.h"
#include "ui/pane-memory.h"
#include "ui/merge/merge-dialog.h"
#include "ui/record-actions.h"
#include "ui/records/record-view.h"
#include "ui/records/several-form.h"
#include "ui/records/several-work.h"
#include "ui/split.h"

struct _SelRecordPane
{
  GtkWidget parent_instance;

  SelSplit *split;
  SelRecordList *list;
  GtkPaned *paned; /* the record, and what stands beside it */
  SelRecordView *view;
  GMenuModel *menu;
  GMenuModel *several_menu;

  SelOffice *office;
  const SelRecordType *type;
  gint64 shown;      /* 0 for none */
  gboolean is_stale; /* something changed while it was not in sight */
};

static void sel_record_pane_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable_iface;

G_DEFINE_FINAL_TYPE_WITH_CODE (SelRecordPane, sel_record_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      sel_record_pane_buildable_init))

enum
{
  PROP_EMPTY_ICON = 1,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_DESCRIPTION,
  PROP_CHOOSE,
  PROP_ORIENTATION,
  PROP_SHARE,
  N_PROPS,
};

enum
{
  SIGNAL_FILL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Groups go into the detail; type="tool" beside its title; type="aside" beside the whole detail. */
static void
sel_record_pane_add_child (GtkBuildable *buildable,
                           GtkBuilder *builder,
                           GObject *child,
                           const char *type)
{
  SelRecordPane *self = SEL_RECORD_PANE (buildable);

  if (self->view == NULL)
    parent_buildable_iface->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "aside") == 0)
    gtk_paned_set_end_child (self->paned, GTK_WIDGET (child));
  else
    GTK_BUILDABLE_GET_IFACE (self->view)
      ->add_child (GTK_BUILDABLE (self->view), builder, child, type);
}

static void
sel_record_pane_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = sel_record_pane_add_child;
}

static void
show (SelRecordPane *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = NULL;
  GtkWidget *aside = gtk_paned_get_end_child (self->paned);
  gpointer record = NULL;

  if (id && (reading = sel_reading_begin (sel_office_get_store (self->office), &error)))
    record = sel_record_load (reading->connection, self->type, id, &error);
  if (error && !g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND))
    sel_office_fail (self->office, error->message);

  self->shown = record ? id : 0;
  sel_split_set_empty (self->split, self->shown == 0);
  if (aside) /* it is of one record */
    gtk_widget_set_visible (aside, self->shown != 0);
  if (record)
    g_signal_emit (self, signals[SIGNAL_FILL], 0, record);
  else
    {
      sel_record_view_clear (self->view);
      g_signal_emit (self, signals[SIGNAL_FILL], 0, NULL);
    }

  sel_record_free (self->type, record);
}

static void
selected_cb (SelRecordPane *self, gint64 id)
{
  const guint n = sel_record_list_get_ids (self->list)->len;

  show (self, id);
  if (n > 1)
    {
      sel_record_view_show_several (self->view, n);
      sel_split_set_empty (self->split, FALSE);
    }
}

static void
activated_cb (SelRecordPane *self)
{
  sel_split_show_detail (self->split, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
changed_cb (SelRecordPane *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->shown && !self->is_stale)
    show (self, self->shown);
}

static void
sel_record_pane_map (GtkWidget *widget)
{
  SelRecordPane *self = SEL_RECORD_PANE (widget);

  GTK_WIDGET_CLASS (sel_record_pane_parent_class)->map (widget);
  if (self->is_stale)
    changed_cb (self);
}

static void
merge_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *none)
{
  SelRecordPane *self = SEL_RECORD_PANE (widget);

  if (self->shown)
    sel_merge_dialog_present (widget, self->office, self->type, self->shown);
}

static void
edit_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  SelRecordPane *self = SEL_RECORD_PANE (widget);

  if (self->shown)
    sel_record_edit (widget, self->office, self->type, self->shown);
}

static void
close_action (GtkWidget *widget,
              G_GNUC_UNUSED const char *action,
              G_GNUC_UNUSED GVariant *parameter)
{
  sel_record_list_select_none (SEL_RECORD_PANE (widget)->list);
}

static void
delete_action (GtkWidget *widget,
               G_GNUC_UNUSED const char *action,
               G_GNUC_UNUSED GVariant *parameter)
{
  SelRecordPane *self = SEL_RECORD_PANE (widget);
  GArray *ids = sel_record_list_get_ids (self->list);

  if (ids->len > 1)
    sel_several_work_delete (widget, self->office, self->type, ids);
  else if (self->shown)
    sel_record_delete (widget, self->office, self->type, self->shown);
}

static void
change_action (GtkWidget *widget,
               G_GNUC_UNUSED const char *action,
               G_GNUC_UNUSED GVariant *parameter)
{
  SelRecordPane *self = SEL_RECORD_PANE (widget);
  GArray *ids = sel_record_list_get_ids (self->list);

  if (ids->len > 1)
    sel_several_form_present (widget, self->office, self->type, ids);
}

static void
save_selected_action (GtkWidget *widget,
                      G_GNUC_UNUSED const char *action,
                      G_GNUC_UNUSED GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (SEL_RECORD_PANE (widget)->list),
                              "record-list.save-selected", NULL);
}

static void
sel_record_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SelRecordPane *self = SEL_RECORD_PANE (object);

  switch (id)
    {
    case PROP_EMPTY_ICON:
      sel_record_list_set_empty (self->list, "icon-name", g_value_get_string (value));
      g_object_set_property (G_OBJECT (self->view), "empty-icon", value);
      break;
    case PROP_EMPTY_TITLE:
      sel_record_list_set_empty (self->list, "title", g_value_get_string (value));
      break;
    case PROP_EMPTY_DESCRIPTION:
      sel_record_list_set_empty (self->list, "description", g_value_get_string (value));
      break;
    case PROP_CHOOSE:
      g_object_set_property (G_OBJECT (self->view), "empty-title", value);
      break;
    case PROP_ORIENTATION:
    case PROP_SHARE:
      g_object_set_property (G_OBJECT (self->split), pspec->name, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sel_record_pane_dispose (GObject *object)
{
  SelRecordPane *self = SEL_RECORD_PANE (object);

  if (self->split)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->split)));
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_record_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  g_object_class_install_property (object_class, PROP_EMPTY_ICON,
                                   g_param_spec_string ("empty-icon", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_EMPTY_TITLE,
                                   g_param_spec_string ("empty-title", NULL, NULL, NULL, flags));
  g_object_class_install_property (
    object_class, PROP_EMPTY_DESCRIPTION,
    g_param_spec_string ("empty-description", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_CHOOSE,
                                   g_param_spec_string ("choose", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_ORIENTATION,
                                   g_param_spec_enum ("orientation", NULL, NULL,
                                                      GTK_TYPE_ORIENTATION,
                                                      GTK_ORIENTATION_HORIZONTAL, flags));
  g_object_class_install_property (
    object_class, PROP_SHARE,
    g_param_spec_int ("share", NULL, NULL, 1, 99, 50, flags));
}

static void
sel_record_pane_class_init (SelRecordPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sel_record_pane_set_property;
  object_class->dispose = sel_record_pane_dispose;
  widget_class->map = sel_record_pane_map;
  install_properties (object_class);

  /* Another record is to be shown, or the same one anew: the record, lent, or NULL for none. */
  signals[SIGNAL_FILL] = g_signal_new ("fill", SEL_TYPE_RECORD_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (SEL_TYPE_SPLIT);
  g_type_ensure (SEL_TYPE_RECORD_LIST);
  g_type_ensure (SEL_TYPE_RECORD_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/records/record-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SelRecordPane, split);
  gtk_widget_class_bind_template_child (widget_class, SelRecordPane, list);
  gtk_widget_class_bind_template_child (widget_class, SelRecordPane, paned);
  gtk_widget_class_bind_template_child (widget_class, SelRecordPane, view);
  gtk_widget_class_bind_template_child (widget_class, SelRecordPane, menu);
  gtk_widget_class_bind_template_child (widget_class, SelRecordPane, several_menu);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "pane.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "pane.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "pane.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "pane.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "pane.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "pane.save-selected", NULL, save_selected_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "pane.edit", NULL);
}

static void
sel_record_pane_init (SelRecordPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Lists what @query lists; the dividers are remembered under the query's name. Called once. */
void
sel_record_pane_attach (SelRecordPane *self, SelOffice *office, const SelListQuery *query)
{
  GSettings *settings = sel_office_get_settings (office);
  g_autofree char *aside = g_strconcat (query->name, "-aside", NULL);

  self->office = g_object_ref (office);
  self->type = query->type;
  sel_split_attach (self->split, settings, query->name);
  if (gtk_paned_get_end_child (self->paned))
    sel_pane_remember (self->paned, settings, aside);
  sel_record_view_attach (self->view, office, query->type);
  sel_record_list_attach (self->list, office, query);
  sel_record_list_set_next (self->list, GTK_WIDGET (self->view));
  sel_record_list_set_menu (self->list, self->menu, self->several_menu);
  g_signal_connect_object (sel_office_get_store (office), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "day-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

SelRecordList *
sel_record_pane_get_list (SelRecordPane *self)
{
  return self->list;
}

/* For the handler of "fill": how the record is called. @subtitle may be NULL. */
void
sel_record_pane_set_title (SelRecordPane *self, const char *title, const char *subtitle)
{
  sel_record_view_show (self->view, self->shown, title, subtitle);
}

/* Likewise: the state whose colour the subtitle takes, and why it is in that. */
void
sel_record_pane_set_mark (SelRecordPane *self, const char *state, const char *why)
{
  sel_record_view_set_mark (self->view, state, why);
}

/* Selects the record and shows it, where there is no room for both instead of the list. */
void
sel_record_pane_open (SelRecordPane *self, gint64 id)
{
  sel_record_list_select (self->list, id);
  sel_split_show_detail (self->split, TRUE);
}

/* The id of the record that is shown, or 0. */
gint64
sel_record_pane_get_shown (SelRecordPane *self)
{
  return self->shown;
}
