/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-menu.h"

#include <glib/gi18n-lib.h>

#define KEY "page-menu"

static GtkPopover *
get_menu (GtkWidget *view)
{
  return g_object_get_data (G_OBJECT (view), KEY);
}

static void
pop_up (GtkWidget *view, int x, int y)
{
  GtkPopover *menu = get_menu (view);

  gtk_popover_set_pointing_to (menu, &(GdkRectangle){ x, y, 1, 1 });
  gtk_popover_popup (menu);
}

static void
pressed_cb (GtkGesture *gesture, G_GNUC_UNUSED int n_presses, double x, double y)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (view);
  pop_up (view, (int) x, (int) y);
}

static gboolean
key_cb (GtkWidget *view, G_GNUC_UNUSED GVariant *arguments, G_GNUC_UNUSED gpointer user_data)
{
  pop_up (view, gtk_widget_get_width (view) / 2, gtk_widget_get_height (view) / 2);
  return TRUE;
}

void
sel_page_menu_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, key_cb, NULL);
}

static void
unparent_cb (GtkWidget *view)
{
  GtkPopover *menu = get_menu (view);

  g_object_set_data (G_OBJECT (view), KEY, NULL);
  gtk_widget_unparent (GTK_WIDGET (menu));
}

void
sel_page_menu_add (SelPageView *view)
{
  g_autoptr (GMenu) items = g_menu_new ();
  GtkWidget *menu;
  GtkGesture *click = gtk_gesture_click_new ();

  g_menu_append (items, _ ("_Copy the selected text"), "page.copy");
  g_menu_append (items, _ ("Select the whole pa_ge"), "page.select-page");
  menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (items));
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, GTK_WIDGET (view));
  g_object_set_data (G_OBJECT (view), KEY, menu);
  g_signal_connect (view, "destroy", G_CALLBACK (unparent_cb), NULL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
}

/* Each time the view is given its place. */
void
sel_page_menu_allocate (SelPageView *view)
{
  GtkPopover *menu = get_menu (GTK_WIDGET (view));

  if (menu)
    gtk_popover_present (menu);
}
