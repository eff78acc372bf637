/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/line-layout.h"

#include <adwaita.h>

/* In pixels: between two widgets, and what the text gets however narrow the line is. */
#define GAP 6
#define LEAST_TEXT 120

struct _SelLineLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (SelLineLayout, sel_line_layout, GTK_TYPE_LAYOUT_MANAGER)

static gboolean
is_text (const GtkRequestedSize *part)
{
  return gtk_widget_get_hexpand (part->data);
}

/* The widgets of the line, GtkRequestedSize, with how wide they may be. */
static GArray *
list_parts (GtkWidget *widget, int *minimum, int *natural)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize part = { child, LEAST_TEXT, LEAST_TEXT };

      if (!gtk_widget_should_layout (child))
        continue;
      if (!is_text (&part))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &part.minimum_size,
                            &part.natural_size, NULL, NULL);

      *minimum += part.minimum_size + (parts->len ? GAP : 0);
      *natural += part.natural_size + (parts->len ? GAP : 0);
      g_array_append_val (parts, part);
    }

  return parts;
}

/* The widgets with the widths that they get: their minimum_size. */
static GArray *
divide (GtkWidget *widget, int width)
{
  int minimum, natural, rest;
  GArray *parts = list_parts (widget, &minimum, &natural);
  GtkRequestedSize *sizes = (GtkRequestedSize *) (gpointer) parts->data;

  rest = gtk_distribute_natural_allocation (MAX (width - minimum, 0), parts->len, sizes);
  for (guint i = 0; i < parts->len; i++)
    if (is_text (&sizes[i]))
      sizes[i].minimum_size += rest;

  return parts;
}

static int
measure_height (const GtkRequestedSize *part)
{
  int height;

  gtk_widget_measure (part->data, GTK_ORIENTATION_VERTICAL, part->minimum_size, NULL, &height, NULL,
                      NULL);
  return height;
}

static void
sel_line_layout_measure (G_GNUC_UNUSED GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         G_GNUC_UNUSED int *minimum_baseline,
                         G_GNUC_UNUSED int *natural_baseline)
{
  g_autoptr (GArray) parts = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      parts = list_parts (widget, minimum, natural);
      return;
    }

  parts = divide (widget, for_size);
  *minimum = 0;
  for (guint i = 0; i < parts->len; i++)
    *minimum = MAX (*minimum, measure_height (&g_array_index (parts, GtkRequestedSize, i)));
  *natural = *minimum;
}

/* The text stands in the middle of the line's height; the others take all of it. */
static void
sel_line_layout_allocate (G_GNUC_UNUSED GtkLayoutManager *manager,
                          GtkWidget *widget,
                          int width,
                          int height,
                          G_GNUC_UNUSED int baseline)
{
  gboolean is_leftward = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) parts = divide (widget, width);
  int x = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const GtkRequestedSize *part = &g_array_index (parts, GtkRequestedSize, i);
      int part_height = is_text (part) ? measure_height (part) : height;
      GtkAllocation place = { x, (height - part_height) / 2, part->minimum_size, part_height };

      if (is_leftward)
        place.x = width - x - place.width;
      gtk_widget_size_allocate (part->data, &place, -1);
      x += part->minimum_size + GAP;
    }
}

static GtkSizeRequestMode
sel_line_layout_get_request_mode (G_GNUC_UNUSED GtkLayoutManager *manager,
                                  G_GNUC_UNUSED GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sel_line_layout_class_init (SelLineLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = sel_line_layout_measure;
  manager_class->allocate = sel_line_layout_allocate;
  manager_class->get_request_mode = sel_line_layout_get_request_mode;
}

static void
sel_line_layout_init (G_GNUC_UNUSED SelLineLayout *self)
{
}

/* An AdwActionRow whose title and subtitle, which are no markup, are laid out as such a line. What
 * is aligned to the middle would be measured once more for that. */
GtkWidget *
sel_action_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *line = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_set_layout_manager (line, g_object_new (SEL_TYPE_LINE_LAYOUT, NULL));
  gtk_widget_set_valign (line, GTK_ALIGN_FILL);
  for (GtkWidget *part = gtk_widget_get_first_child (line); part;
       part = gtk_widget_get_next_sibling (part))
    if (gtk_widget_get_hexpand (part))
      gtk_widget_set_valign (part, GTK_ALIGN_FILL);

  return row;
}
