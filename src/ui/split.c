/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split.h"

#include "ui/pane-memory.h"

/* Beside the sidebar, this leaves both halves in a window of 1100. */
#define NARROW_BELOW 870

struct _SelSplit
{
  GtkWidget parent_instance;

  GtkPaned *paned;
  GtkWidget *list;
  GtkWidget *detail;
  guint arrange_source;
  gboolean is_narrow;
  gboolean shows_detail;
  int share;             /* per cent of the room for the list, until the user moves the divider */
  gboolean is_empty;     /* there is nothing to show in detail */
  gboolean is_on_demand; /* the detail takes no room until it is asked for */
};

G_DEFINE_FINAL_TYPE (SelSplit, sel_split, GTK_TYPE_WIDGET)

enum
{
  PROP_LIST = 1,
  PROP_DETAIL,
  PROP_CLOSABLE,
  PROP_ON_DEMAND,
  PROP_ORIENTATION,
  PROP_SHARE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_beside (SelSplit *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) ==
         GTK_ORIENTATION_HORIZONTAL;
}

/* A detail that is empty leaves its room to a list above it, but not to one beside it, whose
 * columns would jump at each choice. */
static void
arrange (SelSplit *self)
{
  gboolean has_both = !self->is_narrow && !self->is_on_demand;
  gboolean has_detail = is_beside (self) || !self->is_empty;

  gtk_widget_set_visible (self->list, !self->is_narrow || !self->shows_detail);
  gtk_widget_set_visible (self->detail, has_detail && (has_both || self->shows_detail));
}

static gboolean
arrange_cb (gpointer user_data)
{
  SelSplit *self = user_data;

  self->arrange_source = 0;
  arrange (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLOSABLE]);
  return G_SOURCE_REMOVE;
}

/* Where nothing was remembered. */
static void
divide (SelSplit *self, int width, int height)
{
  gboolean is_set;

  g_object_get (self->paned, "position-set", &is_set, NULL);
  if (!is_set && !self->is_narrow)
    gtk_paned_set_position (self->paned, (is_beside (self) ? width : height) * self->share / 100);
}

static void
sel_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SelSplit *self = SEL_SPLIT (widget);
  gboolean is_narrow = width < NARROW_BELOW;

  /* What is visible cannot change while it is being placed. */
  if (is_narrow != self->is_narrow)
    {
      self->is_narrow = is_narrow;
      if (self->arrange_source == 0)
        self->arrange_source = g_idle_add (arrange_cb, self);
    }

  divide (self, width, height);
  gtk_widget_allocate (GTK_WIDGET (self->paned), width, height, baseline, NULL);
}

static void
sel_split_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  SelSplit *self = SEL_SPLIT (widget);

  gtk_widget_measure (GTK_WIDGET (self->paned), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
back_cb (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  SelSplit *self = SEL_SPLIT (widget);

  sel_split_show_detail (self, FALSE);
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
sel_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SelSplit *self = SEL_SPLIT (object);

  switch (id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_DETAIL:
      g_value_set_object (value, self->detail);
      break;
    case PROP_CLOSABLE:
      g_value_set_boolean (value, self->is_narrow || self->is_on_demand);
      break;
    case PROP_ORIENTATION:
      g_value_set_enum (value, (int) gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sel_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SelSplit *self = SEL_SPLIT (object);

  switch (id)
    {
    case PROP_LIST:
      self->list = g_value_get_object (value);
      gtk_paned_set_start_child (self->paned, self->list);
      break;
    case PROP_DETAIL:
      self->detail = g_value_get_object (value);
      gtk_paned_set_end_child (self->paned, self->detail);
      break;
    case PROP_ORIENTATION:
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned),
                                      (GtkOrientation) g_value_get_enum (value));
      break;
    case PROP_ON_DEMAND:
      self->is_on_demand = g_value_get_boolean (value);
      if (self->arrange_source == 0)
        self->arrange_source = g_idle_add (arrange_cb, self);
      break;
    case PROP_SHARE:
      self->share = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sel_split_dispose (GObject *object)
{
  SelSplit *self = SEL_SPLIT (object);

  g_clear_handle_id (&self->arrange_source, g_source_remove);
  if (self->paned)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->paned)));

  G_OBJECT_CLASS (sel_split_parent_class)->dispose (object);
}

static void
sel_split_class_init (SelSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sel_split_get_property;
  object_class->set_property = sel_split_set_property;
  object_class->dispose = sel_split_dispose;
  widget_class->size_allocate = sel_split_size_allocate;
  widget_class->measure = sel_split_measure;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLOSABLE] =
    g_param_spec_boolean ("closable", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ON_DEMAND] = g_param_spec_boolean ("on-demand", NULL, NULL, FALSE,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ORIENTATION] =
    g_param_spec_enum ("orientation", NULL, NULL, GTK_TYPE_ORIENTATION, GTK_ORIENTATION_HORIZONTAL,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHARE] = g_param_spec_int ("share", NULL, NULL, 1, 99, 50,
                                             G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "split.back", NULL, back_cb);
}

static void
sel_split_init (SelSplit *self)
{
  self->paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  self->share = 50;
  gtk_paned_set_shrink_start_child (self->paned, FALSE);
  gtk_paned_set_shrink_end_child (self->paned, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->paned), GTK_WIDGET (self));
}

/* Keeps the divider under @name. Called once. */
void
sel_split_attach (SelSplit *self, GSettings *settings, const char *name)
{
  sel_pane_remember (self->paned, settings, name);
  self->is_empty = TRUE;
  arrange (self);
}

/* Whether there is nothing to show in detail, as in the beginning. */
void
sel_split_set_empty (SelSplit *self, gboolean is_empty)
{
  self->is_empty = is_empty;
  arrange (self);
}

/* Where only one half has room: whether it is the detail. */
void
sel_split_show_detail (SelSplit *self, gboolean show)
{
  self->shows_detail = show;
  arrange (self);
}
