/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/timeline.h"

#include <glib/gi18n-lib.h>

#include "store/lists.h"
#include "ui/agreements/timeline-axis.h"
#include "ui/agreements/timeline-row.h"

/* How far the keys and the wheel move it, as a share of what is seen. */
#define STEP 0.1

/* How the rows are grouped: by a column of the list, or by none. */
static const int groups[] = { -1, SEL_AGREEMENTS_PARTNERS, SEL_AGREEMENTS_KIND };

struct _SelTimeline
{
  GtkWidget parent_instance;

  GtkWidget *box;
  SelTimelineAxis *axis;
  GtkListView *view;
  GtkDropDown *group;

  SelOffice *office;
  SelRecordList *list; /* borrowed: it holds this */
  SelTimelineScale *scale;
  GPtrArray *bound; /* borrowed GtkListItems: the rows that there are */
};

G_DEFINE_FINAL_TYPE (SelTimeline, sel_timeline, GTK_TYPE_WIDGET)

static int
get_group_column (SelTimeline *self)
{
  const guint selected = gtk_drop_down_get_selected (self->group);

  return selected < G_N_ELEMENTS (groups) ? groups[selected] : -1;
}

static char *
dup_group (SelTimeline *self, guint position)
{
  SelListModel *model = sel_record_list_get_model (self->list);
  g_autoptr (SelRow) row = g_list_model_get_item (G_LIST_MODEL (model), position);
  const int column = get_group_column (self);
  const char *text = row && column >= 0 ? sel_row_get_text (row, (guint) column) : NULL;

  if (row == NULL || column < 0)
    return NULL;
  if (text && column == SEL_AGREEMENTS_KIND)
    for (const SelChoice *choice = sel_agreement_kinds; choice->code; choice++)
      if (g_str_equal (choice->code, text))
        return g_strdup (sel_choice_label (choice));

  return g_strdup (text && *text ? text : _ ("Without a partner"));
}

static void
setup_cb (SelTimeline *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, sel_timeline_row_new (self->scale));
}

static void
show_heading (SelTimeline *self, GtkListItem *item)
{
  const guint position = gtk_list_item_get_position (item);
  g_autofree char *group = dup_group (self, position);
  g_autofree char *before = group && position > 0 ? dup_group (self, position - 1) : NULL;

  sel_timeline_row_set_heading (SEL_TIMELINE_ROW (gtk_list_item_get_child (item)),
                                group && g_strcmp0 (group, before) != 0 ? group : NULL);
}

static void
bind_cb (SelTimeline *self, GtkListItem *item)
{
  g_ptr_array_add (self->bound, item);
  sel_timeline_row_show (SEL_TIMELINE_ROW (gtk_list_item_get_child (item)),
                         gtk_list_item_get_item (item));
  show_heading (self, item);
}

static void
unbind_cb (SelTimeline *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* Whether a row begins a group depends on the one above it, which may be another now. */
static void
loaded_cb (SelTimeline *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_heading (self, g_ptr_array_index (self->bound, i));
}

static void
activated_cb (SelTimeline *self, guint position)
{
  gtk_selection_model_select_item (sel_record_list_get_selection (self->list), position, TRUE);
}

/* The rows of a group stand together: the list is ordered by what groups them. */
static void
group_changed_cb (SelTimeline *self)
{
  const int column = get_group_column (self);

  if (self->list == NULL)
    return;

  sel_list_model_set_order (sel_record_list_get_model (self->list),
                            column < 0 ? SEL_AGREEMENTS_STARTS_ON : column, FALSE);
  loaded_cb (self);
}

/* The other view has its own order, of a column that was clicked. There are rows only while somebody
 * sees them: each would be made anew whenever the list changes. */
static void
sel_timeline_map (GtkWidget *widget)
{
  SelTimeline *self = SEL_TIMELINE (widget);

  GTK_WIDGET_CLASS (sel_timeline_parent_class)->map (widget);
  gtk_list_view_set_model (self->view, sel_record_list_get_selection (self->list));
  group_changed_cb (self);
}

static void
sel_timeline_unmap (GtkWidget *widget)
{
  gtk_list_view_set_model (SEL_TIMELINE (widget)->view, NULL);

  GTK_WIDGET_CLASS (sel_timeline_parent_class)->unmap (widget);
}

static void
scale_changed_cb (SelTimeline *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.zoom-in",
                                 sel_timeline_scale_can_zoom (self->scale, 1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.zoom-out",
                                 sel_timeline_scale_can_zoom (self->scale, -1));
}

static void
zoom_action (GtkWidget *widget, const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  sel_timeline_scale_zoom (SEL_TIMELINE (widget)->scale,
                           g_str_equal (action, "timeline.zoom-in") ? 1 : -1, 0.5);
}

static void
move_action (GtkWidget *widget, const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  sel_timeline_scale_move (SEL_TIMELINE (widget)->scale,
                           g_str_equal (action, "timeline.later") ? STEP : -STEP);
}

static void
today_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  sel_timeline_scale_center (SEL_TIMELINE (widget)->scale);
}

/* The wheel moves through the rows; with Ctrl it zooms, and sideways or with Shift it goes through time. */
static gboolean
scroll_cb (SelTimeline *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  const GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (state & GDK_CONTROL_MASK)
    sel_timeline_scale_zoom (self->scale, dy < 0 ? 1 : -1, 0.5);
  else if (state & GDK_SHIFT_MASK || dx != 0)
    sel_timeline_scale_move (self->scale, (dx != 0 ? dx : dy) * STEP);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
day_changed_cb (SelTimeline *self)
{
  sel_timeline_scale_set_today (self->scale, sel_office_get_today (self->office));
}

static void
sel_timeline_dispose (GObject *object)
{
  SelTimeline *self = SEL_TIMELINE (object);

  self->list = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->scale);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_timeline_parent_class)->dispose (object);
}

static void
sel_timeline_finalize (GObject *object)
{
  g_ptr_array_unref (SEL_TIMELINE (object)->bound);

  G_OBJECT_CLASS (sel_timeline_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.earlier", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "timeline.later", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "timeline.today", NULL, today_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK,
                                       "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK,
                                       "timeline.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "timeline.earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "timeline.later",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "timeline.today",
                                       NULL);
}

static void
sel_timeline_class_init (SelTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_timeline_dispose;
  G_OBJECT_CLASS (klass)->finalize = sel_timeline_finalize;
  widget_class->map = sel_timeline_map;
  widget_class->unmap = sel_timeline_unmap;

  g_type_ensure (SEL_TYPE_TIMELINE_AXIS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/agreements/timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, SelTimeline, box);
  gtk_widget_class_bind_template_child (widget_class, SelTimeline, axis);
  gtk_widget_class_bind_template_child (widget_class, SelTimeline, view);
  gtk_widget_class_bind_template_child (widget_class, SelTimeline, group);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  install_actions (widget_class);
}

static void
sel_timeline_init (SelTimeline *self)
{
  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows the rows of @list, which holds this, as they are narrowed there. */
void
sel_timeline_attach (SelTimeline *self, SelOffice *office, SelRecordList *list)
{
  self->office = g_object_ref (office);
  self->list = list;
  self->scale = sel_timeline_scale_new (sel_office_get_today (office));
  sel_timeline_axis_attach (self->axis, self->scale);
  g_signal_connect_object (self->scale, "changed", G_CALLBACK (scale_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "day-changed", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sel_record_list_get_model (list), "loaded", G_CALLBACK (loaded_cb), self,
                           G_CONNECT_SWAPPED);
}
