/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wheel.h"

#include <math.h>

/* How far a click of the wheel goes, as GTK has it. */
static double
get_step (GtkEventControllerScroll *controller, GtkAdjustment *adjustment)
{
  return gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL
           ? pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0)
           : 1;
}

/* Whether there is more that way. */
static gboolean
can_scroll (GtkWidget *scrolled, double dy)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  const double value = gtk_adjustment_get_value (adjustment);

  return dy < 0 ? value > gtk_adjustment_get_lower (adjustment)
                : value < gtk_adjustment_get_upper (adjustment) -
                            gtk_adjustment_get_page_size (adjustment);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, G_GNUC_UNUSED gpointer none)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  GtkWidget *inner = gtk_event_controller_get_widget (base);
  GtkWidget *outer =
    gtk_widget_get_ancestor (gtk_widget_get_parent (inner), GTK_TYPE_SCROLLED_WINDOW);
  const gboolean is_sideways =
    gtk_event_controller_get_current_event_state (base) & GDK_SHIFT_MASK || fabs (dx) > fabs (dy);
  GtkAdjustment *adjustment;

  if (outer == NULL || is_sideways || can_scroll (inner, dy))
    return FALSE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (outer));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                          dy * get_step (controller, adjustment));
  return TRUE;
}

/* Lets the wheel over @scrolled, a scrolled window, scroll what is around it where that has no
 * more. */
void
sel_wheel_pass_on (GtkWidget *scrolled)
{
  GtkEventController *controller =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), NULL);
  gtk_widget_add_controller (scrolled, controller);
}
