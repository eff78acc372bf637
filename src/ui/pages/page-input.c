/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-input.h"

#include <math.h>

/* A notch of the wheel with Ctrl. */
#define WHEEL_ZOOM 1.1

typedef struct
{
  double x, y;    /* of the pointer */
  double percent; /* when the pinch began */
  double wheel;   /* what it has turned, without Ctrl, of a notch */
} Hand;

static void
moved_cb (GtkEventController *controller, double x, double y, gpointer user_data)
{
  SelPageView *view = SEL_PAGE_VIEW (gtk_event_controller_get_widget (controller));
  Hand *hand = user_data;

  hand->x = x;
  hand->y = y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (view), sel_page_view_point_at (view, x, y));
}

/* Where there is one page at a time, the next begins where this one ends. */
static gboolean
turn_at_end (GtkWidget *view, GtkAdjustment *adjustment, double distance)
{
  const double end = gtk_adjustment_get_upper (adjustment) -
                     gtk_adjustment_get_page_size (adjustment);
  const double value = gtk_adjustment_get_value (adjustment);
  gboolean is_single;

  g_object_get (view, "single", &is_single, NULL);
  if (!is_single || (distance > 0 ? value < end : value > 0))
    return FALSE;

  gtk_widget_activate_action (view, "page.turn", "i", distance > 0 ? 1 : -1);
  return TRUE;
}

static gboolean
wheel_cb (GtkEventController *controller, G_GNUC_UNUSED double dx, double dy, gpointer user_data)
{
  SelPageView *view = SEL_PAGE_VIEW (gtk_event_controller_get_widget (controller));
  Hand *hand = user_data;

  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    {
      gboolean is_turned = FALSE;

      hand->wheel += dy;
      if (ABS (hand->wheel) >= 1)
        {
          is_turned = turn_at_end (GTK_WIDGET (view),
                                   gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)),
                                   hand->wheel);
          hand->wheel = 0;
        }
      return is_turned;
    }

  sel_page_view_zoom_around (view, sel_page_view_get_percent (view) * pow (WHEEL_ZOOM, -dy),
                             hand->x, hand->y);
  return TRUE;
}

static void
pinch_began_cb (GtkGesture *gesture, G_GNUC_UNUSED GdkEventSequence *sequence, gpointer user_data)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  Hand *hand = user_data;

  hand->percent = sel_page_view_get_percent (SEL_PAGE_VIEW (view));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED); /* it is no scrolling */
}

static void
pinched_cb (GtkGesture *gesture, double scale, gpointer user_data)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  const Hand *hand = user_data;
  double x = hand->x, y = hand->y;

  if (gtk_gesture_is_active (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  sel_page_view_zoom_around (SEL_PAGE_VIEW (view), hand->percent * scale, x, y);
}

/* Once for letters, twice for words, three times for lines. */
static void
pressed_cb (GtkGesture *gesture, int n_presses, double x, double y)
{
  SelPageView *view = SEL_PAGE_VIEW (
    gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  const GdkModifierType state = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (view));
  if (state & GDK_SHIFT_MASK)
    sel_page_view_select_to (view, x, y);
  else
    sel_page_view_select_from (view, x, y,
                               n_presses == 1   ? SEL_SELECT_LETTERS
                               : n_presses == 2 ? SEL_SELECT_WORDS
                                                : SEL_SELECT_LINES);
}

static void
released_cb (GtkGesture *gesture, int n_presses, double x, double y)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (n_presses == 1)
    sel_page_view_follow (SEL_PAGE_VIEW (view), x, y);
}

/* A finger scrolls. */
static void
drag_began_cb (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (
    GTK_EVENT_CONTROLLER (gesture));

  if (device && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

/* Beyond the edge, what is seen moves along. */
static void
scroll_along (GtkWidget *view, double y)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  const double beyond = y < 0 ? y : MAX (0, y - gtk_widget_get_height (view));

  if (beyond != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + beyond);
}

static void
dragged_cb (GtkGesture *gesture, double dx, double dy)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  double x, y;

  if (!gtk_drag_check_threshold (view, 0, 0, (int) dx, (int) dy) &&
      gtk_gesture_get_sequence_state (gesture, gtk_gesture_get_last_updated_sequence (gesture)) !=
        GTK_EVENT_SEQUENCE_CLAIMED)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED); /* it is no click any more */
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  scroll_along (view, y + dy);
  sel_page_view_select_to (SEL_PAGE_VIEW (view), x + dx, y + dy);
}

static void
drag_ended_cb (GtkGesture *gesture)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  g_autofree char *text = sel_page_view_dup_selected (SEL_PAGE_VIEW (view));

  if (text)
    gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (view), text);
}

static gboolean
follow_cb (GtkWidget *widget, G_GNUC_UNUSED GVariant *arguments, G_GNUC_UNUSED gpointer user_data)
{
  return sel_page_view_follow_focused (SEL_PAGE_VIEW (widget));
}

static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, G_GNUC_UNUSED gpointer user_data)
{
  GtkScrollable *view = GTK_SCROLLABLE (widget);
  GtkAdjustment *adjustment;
  guint orientation;
  gboolean is_page;
  double distance;

  g_variant_get (arguments, "(ubd)", &orientation, &is_page, &distance);
  adjustment = orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_scrollable_get_hadjustment (view)
                                                         : gtk_scrollable_get_vadjustment (view);
  distance *= is_page ? gtk_adjustment_get_page_increment (adjustment)
                      : gtk_adjustment_get_step_increment (adjustment);
  if (orientation == GTK_ORIENTATION_VERTICAL && turn_at_end (widget, adjustment, distance))
    return TRUE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
  return TRUE;
}

/* Scrolling by lines and screens, and turning pages, for which a GtkScrolledWindow would scroll. */
void
sel_page_input_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkOrientation orientation;
    gboolean is_page;
    double distance;
  } keys[] = {
    { GDK_KEY_Up, 0, GTK_ORIENTATION_VERTICAL, FALSE, -1 },
    { GDK_KEY_KP_Up, 0, GTK_ORIENTATION_VERTICAL, FALSE, -1 },
    { GDK_KEY_Down, 0, GTK_ORIENTATION_VERTICAL, FALSE, 1 },
    { GDK_KEY_KP_Down, 0, GTK_ORIENTATION_VERTICAL, FALSE, 1 },
    { GDK_KEY_Left, 0, GTK_ORIENTATION_HORIZONTAL, FALSE, -1 },
    { GDK_KEY_KP_Left, 0, GTK_ORIENTATION_HORIZONTAL, FALSE, -1 },
    { GDK_KEY_Right, 0, GTK_ORIENTATION_HORIZONTAL, FALSE, 1 },
    { GDK_KEY_KP_Right, 0, GTK_ORIENTATION_HORIZONTAL, FALSE, 1 },
    { GDK_KEY_space, 0, GTK_ORIENTATION_VERTICAL, TRUE, 1 },
    { GDK_KEY_space, GDK_SHIFT_MASK, GTK_ORIENTATION_VERTICAL, TRUE, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, key_cb, "(ubd)",
                                  keys[i].orientation, keys[i].is_page, keys[i].distance);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, follow_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, follow_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "page.turn", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Page_Up, 0, "page.turn", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "page.turn", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Page_Down, 0, "page.turn", "i", 1);
}

void
sel_page_input_add_gestures (SelPageView *view)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  Hand *hand = g_new0 (Hand, 1);

  g_object_set_data_full (G_OBJECT (view), "hand", hand, g_free);
  g_signal_connect (motion, "enter", G_CALLBACK (moved_cb), hand);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), hand);
  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_cb), hand);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_began_cb), hand);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinched_cb), hand);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), NULL);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began_cb), NULL);
  g_signal_connect (drag, "drag-update", G_CALLBACK (dragged_cb), NULL);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended_cb), NULL);

  gtk_widget_add_controller (GTK_WIDGET (view), motion);
  gtk_widget_add_controller (GTK_WIDGET (view), wheel);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (drag));
}
