/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/records/record-view.h"

#include <glib/gi18n-lib.h>

#include "ui/line-layout.h"
#include "ui/record-actions.h"

struct _SelRecordView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkBox *tools;
  GtkBox *content;
  GtkScrolledWindow *scrolled;
  AdwStatusPage *empty_page;
  AdwStatusPage *several_page;

  SelOffice *office;
  const SelRecordType *type;
  gint64 id;
  gboolean is_closable;
};

static void sel_record_view_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable_iface;

G_DEFINE_FINAL_TYPE_WITH_CODE (SelRecordView, sel_record_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      sel_record_view_buildable_init))

enum
{
  PROP_CLOSABLE = 1,
  PROP_EMPTY_ICON,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_DESCRIPTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Children in a Builder file go into the page, or beside the title with type="tool". */
static void
sel_record_view_add_child (GtkBuildable *buildable,
                           GtkBuilder *builder,
                           GObject *child,
                           const char *type)
{
  SelRecordView *self = SEL_RECORD_VIEW (buildable);

  if (self->content == NULL)
    parent_buildable_iface->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "tool") == 0)
    gtk_box_prepend (self->tools, GTK_WIDGET (child));
  else
    gtk_box_append (self->content, GTK_WIDGET (child));
}

static void
sel_record_view_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = sel_record_view_add_child;
}

static void
edit_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  SelRecordView *self = SEL_RECORD_VIEW (widget);

  if (self->id)
    sel_record_edit (widget, self->office, self->type, self->id);
}

static void
delete_action (GtkWidget *widget,
               G_GNUC_UNUSED const char *action,
               G_GNUC_UNUSED GVariant *parameter)
{
  SelRecordView *self = SEL_RECORD_VIEW (widget);

  if (self->id)
    sel_record_delete (widget, self->office, self->type, self->id);
}

static void
sel_record_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SelRecordView *self = SEL_RECORD_VIEW (object);

  switch (id)
    {
    case PROP_CLOSABLE:
      g_value_set_boolean (value, self->is_closable);
      break;
    case PROP_EMPTY_ICON:
      g_object_get_property (G_OBJECT (self->empty_page), "icon-name", value);
      break;
    case PROP_EMPTY_TITLE:
      g_object_get_property (G_OBJECT (self->empty_page), "title", value);
      break;
    case PROP_EMPTY_DESCRIPTION:
      g_object_get_property (G_OBJECT (self->empty_page), "description", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sel_record_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SelRecordView *self = SEL_RECORD_VIEW (object);

  switch (id)
    {
    case PROP_CLOSABLE:
      self->is_closable = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_EMPTY_ICON:
      g_object_set_property (G_OBJECT (self->empty_page), "icon-name", value);
      break;
    case PROP_EMPTY_TITLE:
      g_object_set_property (G_OBJECT (self->empty_page), "title", value);
      break;
    case PROP_EMPTY_DESCRIPTION:
      g_object_set_property (G_OBJECT (self->empty_page), "description", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sel_record_view_dispose (GObject *object)
{
  SelRecordView *self = SEL_RECORD_VIEW (object);

  if (self->stack)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->stack)));
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_record_view_parent_class)->dispose (object);
}

static void
sel_record_view_class_init (SelRecordViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sel_record_view_get_property;
  object_class->set_property = sel_record_view_set_property;
  object_class->dispose = sel_record_view_dispose;

  properties[PROP_CLOSABLE] =
    g_param_spec_boolean ("closable", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY_ICON] = g_param_spec_string ("empty-icon", NULL, NULL, NULL,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY_TITLE] = g_param_spec_string ("empty-title", NULL, NULL, NULL,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY_DESCRIPTION] = g_param_spec_string (
    "empty-description", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (SEL_TYPE_LINE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/records/record-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SelRecordView, stack);
  gtk_widget_class_bind_template_child (widget_class, SelRecordView, title);
  gtk_widget_class_bind_template_child (widget_class, SelRecordView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SelRecordView, tools);
  gtk_widget_class_bind_template_child (widget_class, SelRecordView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SelRecordView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SelRecordView, several_page);
  gtk_widget_class_bind_template_child (widget_class, SelRecordView, content);

  gtk_widget_class_install_action (widget_class, "record.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "record.edit", NULL);
}

static void
sel_record_view_init (SelRecordView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Called once: records of @type are shown. */
void
sel_record_view_attach (SelRecordView *self, SelOffice *office, const SelRecordType *type)
{
  self->office = g_object_ref (office);
  self->type = type;
}

/* Shows the frame for the record with this id; @subtitle may be NULL. */
void
sel_record_view_show (SelRecordView *self, gint64 id, const char *title, const char *subtitle)
{
  if (id != self->id)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);

  self->id = id;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
  gtk_stack_set_visible_child_name (self->stack, "record");
}

/* Colours the subtitle by the state, whose code is a class of the style sheet; @why says on hover
 * what has led to it. */
void
sel_record_view_set_mark (SelRecordView *self, const char *state, const char *why)
{
  const char *const classes[] = { "state", state, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->subtitle), (const char **) classes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle), why);
}

/* Shows what can be done with @n records at once. */
void
sel_record_view_show_several (SelRecordView *self, guint n)
{
  g_autofree char *number = sel_number_dup_display (n);
  g_autofree char *title =
    g_strdup_printf (ngettext ("%s record selected", "%s records selected", n), number);

  self->id = 0;
  adw_status_page_set_title (self->several_page, title);
  gtk_stack_set_visible_child_name (self->stack, "several");
}

void
sel_record_view_clear (SelRecordView *self)
{
  self->id = 0;
  gtk_stack_set_visible_child_name (self->stack, "empty");
}
