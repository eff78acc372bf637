/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/timeline-row.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement-state.h"
#include "domain/field.h"
#include "domain/typed.h"
#include "store/lists.h"
#include "ui/lists/cell.h"

#define BAR_HEIGHT 20

struct _SelTimelineRow
{
  GtkWidget parent_instance;

  GtkWidget *heading; /* of the group that begins with the row */
  GtkWidget *name;
  GtkWidget *bar;
  GtkWidget *before; /* where the bar ends before what is seen begins … */
  GtkWidget *after;  /* … or begins after it has ended */
  GtkWidget *today;

  SelTimelineScale *scale;
  GDate first_day; /* invalid: not known */
  GDate last_day;  /* invalid: none */
  char *state;     /* its class */
};

G_DEFINE_FINAL_TYPE (SelTimelineRow, sel_timeline_row, GTK_TYPE_WIDGET)

static void
sel_timeline_row_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          G_GNUC_UNUSED int for_size,
                          int *minimum,
                          int *natural,
                          G_GNUC_UNUSED int *minimum_baseline,
                          G_GNUC_UNUSED int *natural_baseline)
{
  SelTimelineRow *self = SEL_TIMELINE_ROW (widget);
  int name = 0;
  int heading = 0;

  gtk_widget_measure (self->name, GTK_ORIENTATION_VERTICAL, -1, &name, NULL, NULL, NULL);
  if (gtk_widget_get_visible (self->heading))
    gtk_widget_measure (self->heading, GTK_ORIENTATION_VERTICAL, -1, &heading, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
                          ? MAX (name, BAR_HEIGHT) + heading + 6
                          : SEL_TIMELINE_NAMES + 200;
}

static void
place (GtkWidget *widget, double x, double y, double width, double height)
{
  const GtkAllocation allocation = { (int) x, (int) y, (int) MAX (width, 1), (int) MAX (height, 1) };

  if (gtk_widget_get_visible (widget))
    gtk_widget_size_allocate (widget, &allocation, -1);
}

/* At the two edges of what is seen. */
static void
place_hints (SelTimelineRow *self, double width, int y)
{
  int hint;

  gtk_widget_measure (self->after, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &hint, NULL, NULL);
  place (self->before, SEL_TIMELINE_NAMES + 4, y, width - 4, BAR_HEIGHT);
  place (self->after, SEL_TIMELINE_NAMES + MAX (width - hint - 4, 0), y, hint, BAR_HEIGHT);
}

/* From the first day to the end of the last one, as parts of what is seen: from 0 to 1, and beyond. */
static void
find_bar (SelTimelineRow *self, double *from, double *to)
{
  *from = 0;
  *to = 1;
  if (g_date_valid (&self->first_day))
    *from = sel_timeline_scale_find (self->scale, &self->first_day);
  if (g_date_valid (&self->last_day))
    {
      GDate after = self->last_day;

      g_date_add_days (&after, 1);
      *to = sel_timeline_scale_find (self->scale, &after);
    }
}

static void
place_bar (SelTimelineRow *self, double width, int y)
{
  double from, to;

  find_bar (self, &from, &to);
  gtk_widget_set_child_visible (self->bar,
                                g_date_valid (&self->first_day) && from < 1 && to > 0);
  from = CLAMP (from, 0, 1);
  to = CLAMP (to, 0, 1);
  place (self->bar, SEL_TIMELINE_NAMES + from * width, y, MAX ((to - from) * width, 3), BAR_HEIGHT);
  place_hints (self, width, y);
}

static void
sel_timeline_row_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                G_GNUC_UNUSED int baseline)
{
  SelTimelineRow *self = SEL_TIMELINE_ROW (widget);
  const double time = MAX (width - SEL_TIMELINE_NAMES, 1);
  const double today =
    sel_timeline_scale_find (self->scale, sel_timeline_scale_get_today (self->scale));
  int heading = 0;

  if (gtk_widget_get_visible (self->heading))
    gtk_widget_measure (self->heading, GTK_ORIENTATION_VERTICAL, -1, &heading, NULL, NULL, NULL);

  place (self->heading, 0, 0, width, heading);
  place (self->name, 0, heading, SEL_TIMELINE_NAMES - 12, height - heading);
  place_bar (self, time, heading + (height - heading - BAR_HEIGHT) / 2);
  gtk_widget_set_child_visible (self->today, today >= 0 && today <= 1);
  place (self->today, SEL_TIMELINE_NAMES + today * time, 0, 2, height);
}

static void
sel_timeline_row_dispose (GObject *object)
{
  SelTimelineRow *self = SEL_TIMELINE_ROW (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->before, gtk_widget_unparent);
  g_clear_pointer (&self->after, gtk_widget_unparent);
  g_clear_pointer (&self->today, gtk_widget_unparent);
  g_clear_object (&self->scale);
  g_clear_pointer (&self->state, g_free);

  G_OBJECT_CLASS (sel_timeline_row_parent_class)->dispose (object);
}

static void
sel_timeline_row_class_init (SelTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_timeline_row_dispose;
  widget_class->measure = sel_timeline_row_measure;
  widget_class->size_allocate = sel_timeline_row_size_allocate;
}

static GtkWidget *
add_label (SelTimelineRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_overflow (label, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
sel_timeline_row_init (SelTimelineRow *self)
{
  self->heading = add_label (self, "timeline-group");
  self->name = add_label (self, "timeline-name");
  self->bar = add_label (self, "timeline-bar");
  self->before = add_label (self, "timeline-beyond");
  self->after = add_label (self, "timeline-beyond");
  self->today = add_label (self, "timeline-today");
  g_date_clear (&self->first_day, 1);
  g_date_clear (&self->last_day, 1);
}

static GDate
date_of (const char *text)
{
  GDate day;

  g_date_clear (&day, 1);
  if (text)
    sel_typed_date (text, &day);
  return day;
}

/* Also of one that was ended early; invalid for none. */
static GDate
find_last_day (SelRow *row)
{
  GDate ends_on = date_of (sel_row_get_text (row, SEL_AGREEMENTS_ENDS_ON));
  GDate terminated_on = date_of (sel_row_get_text (row, SEL_AGREEMENTS_TERMINATED_ON));

  if (!g_date_valid (&terminated_on) ||
      (g_date_valid (&ends_on) && g_date_compare (&ends_on, &terminated_on) < 0))
    return ends_on;

  g_date_subtract_days (&terminated_on, 1); /* the first day on which it is no longer in force */
  return terminated_on;
}

/* "1 Mar 2024 – 28 Feb 2027"; what is open is left open. */
static char *
dup_term (SelTimelineRow *self)
{
  g_autofree char *from =
    g_date_valid (&self->first_day) ? sel_date_dup_display (&self->first_day) : NULL;
  g_autofree char *to =
    g_date_valid (&self->last_day) ? sel_date_dup_display (&self->last_day) : NULL;

  if (from == NULL)
    return g_strdup (_ ("no first day"));

  return g_strdup_printf ("%s – %s", from, to ? to : "");
}

/* @text may be NULL. */
static void
set_hint (GtkWidget *hint, const char *text)
{
  gtk_label_set_text (GTK_LABEL (hint), text ? text : "");
  gtk_widget_set_visible (hint, text != NULL);
}

/* Says at the edges in which years a bar begins and ends that is not seen, or not whole; without a
 * first day there is none, which is said as well. */
static void
tell_beyond (SelTimelineRow *self)
{
  const char *mark = sel_state_mark (self->state);
  const gboolean is_known = g_date_valid (&self->first_day);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *begun = NULL;
  double from, to;

  find_bar (self, &from, &to);
  if (!is_known)
    before = g_strdup (_ ("no first day"));
  else if (to <= 0)
    before = g_strdup_printf ("‹ %d", g_date_get_year (&self->last_day));
  else if (from >= 1)
    after = g_strdup_printf ("%d ›", g_date_get_year (&self->first_day));
  else if (to > 1)
    after = g_strdup_printf ("%d ›", g_date_get_year (&self->last_day));
  if (is_known && from < 0)
    begun = g_strdup_printf ("‹ %d  %s", g_date_get_year (&self->first_day), mark);

  set_hint (self->before, before);
  set_hint (self->after, after);
  gtk_label_set_text (GTK_LABEL (self->bar), begun ? begun : mark);
}

/* @heading (nullable) names the group that begins with the row. */
void
sel_timeline_row_set_heading (SelTimelineRow *self, const char *heading)
{
  gtk_label_set_text (GTK_LABEL (self->heading), heading ? heading : "");
  gtk_widget_set_visible (self->heading, heading != NULL);
}

/* @row is one of the list of agreements. */
void
sel_timeline_row_show (SelTimelineRow *self, SelRow *row)
{
  const char *state = sel_row_get_text (row, SEL_AGREEMENTS_STATE);
  const char *title = sel_row_get_text (row, SEL_AGREEMENTS_TITLE);
  const char *label = "";
  g_autofree char *term = NULL;
  g_autofree char *text = NULL;

  for (const SelChoice *choice = sel_agreement_states; choice->code; choice++)
    if (g_strcmp0 (choice->code, state) == 0)
      label = sel_choice_label (choice);

  self->first_day = date_of (sel_row_get_text (row, SEL_AGREEMENTS_STARTS_ON));
  self->last_day = find_last_day (row);
  if (self->state)
    gtk_widget_remove_css_class (self->bar, self->state);
  g_free (self->state);
  self->state = g_strdup (state && *state ? state : "draft");
  gtk_widget_add_css_class (self->bar, self->state);

  term = dup_term (self);
  text = g_strdup_printf ("%s\n%s %s · %s", title, sel_state_mark (self->state), label, term);
  gtk_label_set_text (GTK_LABEL (self->name), title);
  tell_beyond (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, term, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
scale_changed_cb (SelTimelineRow *self)
{
  if (self->state) /* it shows an agreement by now */
    tell_beyond (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GtkWidget *
sel_timeline_row_new (SelTimelineScale *scale)
{
  SelTimelineRow *self = g_object_new (SEL_TYPE_TIMELINE_ROW, NULL);

  self->scale = g_object_ref (scale);
  g_signal_connect_object (scale, "changed", G_CALLBACK (scale_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
