/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/columns.h"

#define LEAST_WIDTH 300
#define GAP 24

struct _SelColumns
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (SelColumns, sel_columns, GTK_TYPE_BOX)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

/* Large text takes more. */
static int
get_least_width (GtkWidget *widget)
{
  int least = LEAST_WIDTH;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      least = MAX (least, minimum);
    }

  return least;
}

/* How many columns a width has room for, and how wide each is. */
static int
divide (GtkWidget *widget, int width, int *column_width)
{
  int n = CLAMP ((width + GAP) / (get_least_width (widget) + GAP), 1,
                 MAX (count_children (widget), 1));

  *column_width = (width - (n - 1) * GAP) / n;
  return n;
}

/* Places the children, or only measures where @place is FALSE; the height comes back. */
static int
arrange (GtkWidget *widget, int width, gboolean place)
{
  int column_width;
  int n = divide (widget, width, &column_width);
  int column = 0;
  int y = 0;
  int row_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int height;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, NULL, &height, NULL, NULL);
      if (place)
        gtk_widget_size_allocate (
          child, &(GtkAllocation){ column * (column_width + GAP), y, column_width, height }, -1);

      row_height = MAX (row_height, height);
      if (++column == n)
        {
          y += row_height + GAP;
          column = row_height = 0;
        }
    }

  return column ? y + row_height : MAX (y - GAP, 0);
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         G_GNUC_UNUSED int *minimum_baseline,
         G_GNUC_UNUSED int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_least_width (widget);
      *natural = count_children (widget) * (*minimum + GAP) - GAP;
    }
  else if (for_size < 0)
    *minimum = *natural = 0; /* the scrolled window asks, but has no use for an answer that costs */
  else
    *minimum = *natural = arrange (widget, for_size, FALSE);
}

static void
allocate (GtkWidget *widget, int width, G_GNUC_UNUSED int height, G_GNUC_UNUSED int baseline)
{
  arrange (widget, width, TRUE);
}

static GtkSizeRequestMode
get_request_mode (G_GNUC_UNUSED GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Tab goes from column to column as they are read; GTK would take the shortest first. */
static gboolean
sel_columns_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (!is_back && direction != GTK_DIR_TAB_FORWARD)
    return GTK_WIDGET_CLASS (sel_columns_parent_class)->focus (widget, direction);

  if (child == NULL)
    child = is_back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  while (child && !gtk_widget_child_focus (child, direction))
    child =
      is_back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);

  return child != NULL;
}

static void
sel_columns_class_init (SelColumnsClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = sel_columns_focus;
}

static void
sel_columns_init (SelColumns *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}
