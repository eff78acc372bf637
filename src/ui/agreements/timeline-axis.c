/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/timeline-axis.h"

#include "ui/agreements/timeline-row.h"

/* With more years in sight only every fifth is named. */
#define MOST_YEARS 12

/* With fewer years, counting those that are seen in part, there is room for months. */
#define YEARS_WITH_MONTHS 2
#define YEARS_WITH_QUARTERS 4

#define DAY_KEY "sel-day" /* of a label: its GDate */

struct _SelTimelineAxis
{
  GtkWidget parent_instance;

  SelTimelineScale *scale;
};

G_DEFINE_FINAL_TYPE (SelTimelineAxis, sel_timeline_axis, GTK_TYPE_WIDGET)

static void
clear (SelTimelineAxis *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

/* @text stands where the day of the @month lies. */
static void
add_label (SelTimelineAxis *self, int year, int month, const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GDate *day = g_date_new_dmy (1, (GDateMonth) month, (GDateYear) year);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "timeline-year");
  g_object_set_data_full (G_OBJECT (label), DAY_KEY, day, (GDestroyNotify) g_date_free);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

/* The months of a year after its first, where there is room for their names. */
static void
add_months (SelTimelineAxis *self, int year, int n_years)
{
  const int step = n_years <= YEARS_WITH_MONTHS ? 1 : 3;

  if (n_years > YEARS_WITH_QUARTERS)
    return;

  for (int month = 1 + step; month <= 12; month += step)
    {
      GDate day;
      char name[64];

      g_date_clear (&day, 1);
      g_date_set_dmy (&day, 1, (GDateMonth) month, (GDateYear) year);
      g_date_strftime (name, sizeof name, "%b", &day);
      add_label (self, year, month, name);
    }
}

static void
scale_changed_cb (SelTimelineAxis *self)
{
  int first, last;

  clear (self);
  sel_timeline_scale_get_years (self->scale, &first, &last);
  for (int year = first; year <= last; year++)
    if (last - first <= MOST_YEARS || year % 5 == 0)
      {
        g_autofree char *text = g_strdup_printf ("%d", year);

        add_label (self, year, 1, text);
        add_months (self, year, last - first + 1);
      }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
sel_timeline_axis_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           G_GNUC_UNUSED int for_size,
                           int *minimum,
                           int *natural,
                           G_GNUC_UNUSED int *minimum_baseline,
                           G_GNUC_UNUSED int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int height;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      *minimum = *natural = MAX (*minimum, height);
    }
}

/* A year stands where its first day lies, and so does a month. */
static void
sel_timeline_axis_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 G_GNUC_UNUSED int baseline)
{
  SelTimelineAxis *self = SEL_TIMELINE_AXIS (widget);
  const double time = MAX (width - SEL_TIMELINE_NAMES, 1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      const GDate *day = g_object_get_data (G_OBJECT (child), DAY_KEY);
      const double place = sel_timeline_scale_find (self->scale, day);
      GtkAllocation allocation = { 0, 0, 0, height };

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &allocation.width, NULL,
                          NULL);
      allocation.x = SEL_TIMELINE_NAMES + (int) (place * time);
      gtk_widget_set_child_visible (child, place >= 0 &&
                                             allocation.x + allocation.width <= width);
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
sel_timeline_axis_dispose (GObject *object)
{
  SelTimelineAxis *self = SEL_TIMELINE_AXIS (object);

  clear (self);
  g_clear_object (&self->scale);

  G_OBJECT_CLASS (sel_timeline_axis_parent_class)->dispose (object);
}

static void
sel_timeline_axis_class_init (SelTimelineAxisClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_timeline_axis_dispose;
  widget_class->measure = sel_timeline_axis_measure;
  widget_class->size_allocate = sel_timeline_axis_size_allocate;
}

static void
sel_timeline_axis_init (G_GNUC_UNUSED SelTimelineAxis *self)
{
}

void
sel_timeline_axis_attach (SelTimelineAxis *self, SelTimelineScale *scale)
{
  self->scale = g_object_ref (scale);
  g_signal_connect_object (scale, "changed", G_CALLBACK (scale_changed_cb), self, G_CONNECT_SWAPPED);
  scale_changed_cb (self);
}
