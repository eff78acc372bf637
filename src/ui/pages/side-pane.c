/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/side-pane.h"

/* In a view as wide as this, the pane leaves enough for the pages. */
#define WIDE 700

struct _SelSidePane
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *switcher;
  GtkStack *stack;
  gboolean was_wide;
  GtkWidget *before; /* not owned: what was seen before a list came forward */
};

G_DEFINE_FINAL_TYPE (SelSidePane, sel_side_pane, GTK_TYPE_WIDGET)

static guint
count_shown (SelSidePane *self)
{
  guint n = 0;

  for (GtkWidget *list = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); list;
       list = gtk_widget_get_next_sibling (list))
    n += gtk_widget_get_visible (list);
  return n;
}

/* A switcher with one button would switch nothing. */
static void
update_switcher (SelSidePane *self)
{
  gtk_widget_set_visible (self->switcher, count_shown (self) > 1);
}

static void
came_or_went_cb (SelSidePane *self, G_GNUC_UNUSED GParamSpec *pspec, GtkWidget *list)
{
  if (gtk_widget_get_visible (list))
    {
      self->before = gtk_stack_get_visible_child (self->stack);
      gtk_stack_set_visible_child (self->stack, list);
    }
  else if (self->before && gtk_widget_get_visible (self->before))
    gtk_stack_set_visible_child (self->stack, self->before);
}

static void
sel_side_pane_dispose (GObject *object)
{
  g_clear_pointer (&SEL_SIDE_PANE (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (sel_side_pane_parent_class)->dispose (object);
}

static void
sel_side_pane_class_init (SelSidePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_side_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/pages/side-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SelSidePane, box);
  gtk_widget_class_bind_template_child (widget_class, SelSidePane, switcher);
  gtk_widget_class_bind_template_child (widget_class, SelSidePane, stack);
  gtk_widget_class_set_css_name (widget_class, "side-pane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sel_side_pane_init (SelSidePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sel_side_pane_add:
 * @title: for its button in the switcher
 * @icon: likewise
 *
 * Adds a list after the others. It is in the switcher while its property "visible" is set.
 */
void
sel_side_pane_add (SelSidePane *self,
                   GtkWidget *list,
                   const char *title,
                   const char *icon,
                   SelSideManner manner)
{
  GtkStackPage *page = gtk_stack_add_titled (self->stack, list, NULL, title);

  gtk_stack_page_set_icon_name (page, icon);
  g_object_bind_property (list, "visible", page, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (list, "notify::visible", G_CALLBACK (update_switcher), self,
                           G_CONNECT_SWAPPED);
  if (manner == SEL_SIDE_COMES_FORWARD)
    g_signal_connect_object (list, "notify::visible", G_CALLBACK (came_or_went_cb), self,
                             G_CONNECT_SWAPPED);
  update_switcher (self);
}

/* Shows a list, and the pane if it is hidden. */
void
sel_side_pane_bring_forward (SelSidePane *self, GtkWidget *list)
{
  gtk_stack_set_visible_child (self->stack, list);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* Shows the pane in a view that is wide enough for it, unless the user wanted it otherwise. */
void
sel_side_pane_choose (SelSidePane *self, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_visible (widget) != self->was_wide)
    return;

  self->was_wide = width >= WIDE;
  gtk_widget_set_visible (widget, self->was_wide);
}
