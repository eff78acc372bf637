/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/scroll-area.h"

/* How far keys scroll: pixels, and part of what is seen. */
#define LINE 48
#define SCREEN 0.9

typedef struct
{
  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
  gboolean is_moving; /* by itself */
} SelScrollAreaPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SelScrollArea,
                                  sel_scroll_area,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (SelScrollArea)
                                    G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static SelScrollAreaPrivate *
get_private (gpointer self)
{
  return sel_scroll_area_get_instance_private (self);
}

static void
scrolled_cb (SelScrollArea *self)
{
  SelScrollAreaPrivate *private = get_private (self);

  if (!private->is_moving)
    SEL_SCROLL_AREA_GET_CLASS (self)->scrolled (
      self,
      gtk_adjustment_get_value (private->adjustments[GTK_ORIENTATION_HORIZONTAL]),
      gtk_adjustment_get_value (private->adjustments[GTK_ORIENTATION_VERTICAL]));
}

static void
set_adjustment (SelScrollArea *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &get_private (self)->adjustments[orientation];

  if (*place)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);

  *place = g_object_ref_sink (adjustment ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*place, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
sel_scroll_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SelScrollAreaPrivate *private = get_private (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, private->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) private->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sel_scroll_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SelScrollAreaPrivate *private = get_private (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (SEL_SCROLL_AREA (object), (GtkOrientation) (id - PROP_HADJUSTMENT),
                      g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      private
      ->policies[id - PROP_HSCROLL_POLICY] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sel_scroll_area_dispose (GObject *object)
{
  SelScrollAreaPrivate *private = get_private (object);

  g_clear_object (&private->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  g_clear_object (&private->adjustments[GTK_ORIENTATION_VERTICAL]);

  G_OBJECT_CLASS (sel_scroll_area_parent_class)->dispose (object);
}

static void
sel_scroll_area_class_init (SelScrollAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sel_scroll_area_get_property;
  object_class->set_property = sel_scroll_area_set_property;
  object_class->dispose = sel_scroll_area_dispose;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
sel_scroll_area_init (SelScrollArea *self)
{
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
}

static void
configure (GtkAdjustment *adjustment, double value, double size, double view_size)
{
  gtk_adjustment_configure (adjustment, value, 0, size, LINE, view_size * SCREEN, view_size);
}

/**
 * sel_scroll_area_go_to:
 * @x: where what is seen begins, in pixels
 * @y: where what is seen begins
 * @width: of all that can be seen
 * @height: of all that can be seen
 *
 * Tells the scroll bars where the widget has gone, or how much there is now.
 */
void
sel_scroll_area_go_to (SelScrollArea *self, double x, double y, double width, double height)
{
  SelScrollAreaPrivate *private = get_private (self);
  GtkWidget *widget = GTK_WIDGET (self);

  private->is_moving = TRUE;
  configure (private->adjustments[GTK_ORIENTATION_HORIZONTAL], x, width,
             gtk_widget_get_width (widget));
  configure (private->adjustments[GTK_ORIENTATION_VERTICAL], y, height,
             gtk_widget_get_height (widget));
  private->is_moving = FALSE;
}
