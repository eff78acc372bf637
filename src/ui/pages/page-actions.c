/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-actions.h"

#include "ui/pages/page-zoom.h"

static void
turn_action (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SelPageView *view = user_data;
  const int page = (int) sel_page_view_get_page (view) + g_variant_get_int32 (parameter);

  sel_page_view_set_page (view, (guint) MAX (1, page));
}

static void
go_action (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sel_page_view_set_page (user_data, g_variant_get_uint32 (parameter));
}

/* What is in the middle stays there. */
static void
zoom_step_action (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SelPageView *view = user_data;
  const double percent = sel_page_zoom_step (sel_page_view_get_percent (view),
                                             g_variant_get_int32 (parameter));

  sel_page_view_zoom_around (view,
                             percent,
                             gtk_widget_get_width (GTK_WIDGET (view)) / 2.0,
                             gtk_widget_get_height (GTK_WIDGET (view)) / 2.0);
}

static void
rotate_action (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sel_page_view_rotate (user_data, g_variant_get_int32 (parameter));
}

static void
select_page_action (G_GNUC_UNUSED GSimpleAction *action,
                    G_GNUC_UNUSED GVariant *parameter,
                    gpointer user_data)
{
  sel_page_view_select_page (user_data);
}

static void
copy_action (G_GNUC_UNUSED GSimpleAction *action,
             G_GNUC_UNUSED GVariant *parameter,
             gpointer user_data)
{
  g_autofree char *text = sel_page_view_dup_selected (user_data);

  if (text)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (user_data), text);
}

static void
find_action (G_GNUC_UNUSED GSimpleAction *action,
             G_GNUC_UNUSED GVariant *parameter,
             gpointer user_data)
{
  sel_page_search_open (user_data);
}

static void
find_step_action (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sel_page_search_step (user_data, g_variant_get_int32 (parameter));
}

static void
add_property (GActionMap *map, const char *name, gpointer object, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, object, property);

  g_action_map_add_action (map, G_ACTION (action));
}

/* The actions live as long as the widgets that they are about. */
GActionGroup *
sel_page_actions_new (SelPageView *view, SelPageSearch *search, GtkWidget *side)
{
  static const GActionEntry for_view[] = {
    { .name = "turn", .activate = turn_action, .parameter_type = "i" }, /* so many pages on */
    { .name = "go", .activate = go_action, .parameter_type = "u" },     /* to this page */
    { .name = "zoom-step", .activate = zoom_step_action, .parameter_type = "i" },
    { .name = "rotate", .activate = rotate_action, .parameter_type = "i" }, /* quarters, right */
    { .name = "select-page", .activate = select_page_action },
    { .name = "copy", .activate = copy_action },
  };
  static const GActionEntry for_search[] = {
    { .name = "find", .activate = find_action },
    { .name = "find-step", .activate = find_step_action, .parameter_type = "i" },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), for_view, G_N_ELEMENTS (for_view), view);
  g_action_map_add_action_entries (G_ACTION_MAP (group), for_search, G_N_ELEMENTS (for_search),
                                   search);
  add_property (G_ACTION_MAP (group), "zoom", view, "zoom");
  add_property (G_ACTION_MAP (group), "single", view, "single");
  add_property (G_ACTION_MAP (group), "dark", view, "dark");
  add_property (G_ACTION_MAP (group), "side", side, "visible");
  add_property (G_ACTION_MAP (group), "search", search, "active");
  return G_ACTION_GROUP (group);
}

void
sel_page_actions_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
    const char *type;
    int value;
  } keys[] = {
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "page.turn", "i", -1 },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "page.turn", "i", 1 },
    { GDK_KEY_Home, 0, "page.go", "u", 1 },
    { GDK_KEY_KP_Home, 0, "page.go", "u", 1 },
    { GDK_KEY_End, 0, "page.go", "u", G_MAXINT },
    { GDK_KEY_KP_End, 0, "page.go", "u", G_MAXINT },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "page.zoom-step", "i", 1 },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "page.zoom-step", "i", 1 },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "page.zoom-step", "i", 1 },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "page.zoom-step", "i", -1 },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "page.zoom-step", "i", -1 },
    { GDK_KEY_Left, GDK_CONTROL_MASK, "page.rotate", "i", -1 },
    { GDK_KEY_Right, GDK_CONTROL_MASK, "page.rotate", "i", 1 },
    { GDK_KEY_F3, 0, "page.find-step", "i", 1 },
    { GDK_KEY_F3, GDK_SHIFT_MASK, "page.find-step", "i", -1 },
    { GDK_KEY_g, GDK_CONTROL_MASK, "page.find-step", "i", 1 },
    { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "page.find-step", "i", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, keys[i].type, keys[i].value);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "page.zoom", "s",
                                       "fit-width");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0, GDK_CONTROL_MASK, "page.zoom",
                                       "s", "fit-width");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_9, GDK_CONTROL_MASK, "page.zoom", "s",
                                       "fit-page");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK,
                                       "page.select-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "page.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "page.side", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_CONTROL_MASK, "page.single",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "page.dark",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "page.find",
                                       NULL);
}
