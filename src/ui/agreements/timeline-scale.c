/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/timeline-scale.h"

#define DAYS_IN_YEAR 365.2425

/* What can be seen at once. */
static const double years_shown[] = { 1, 2, 3, 5, 8, 12, 20, 30 };

#define FIRST_STEP 4

/* How far one can go from today. */
#define MOST_YEARS 60

struct _SelTimelineScale
{
  GObject parent_instance;

  GDate today;
  guint step;   /* of years_shown */
  double start; /* days from today to the left edge */
};

G_DEFINE_FINAL_TYPE (SelTimelineScale, sel_timeline_scale, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
sel_timeline_scale_class_init (SelTimelineScaleClass *klass)
{
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
sel_timeline_scale_init (SelTimelineScale *self)
{
  self->step = FIRST_STEP;
}

static double
get_length (SelTimelineScale *self)
{
  return years_shown[self->step] * DAYS_IN_YEAR;
}

static void
set_start (SelTimelineScale *self, double start)
{
  const double most = MOST_YEARS * DAYS_IN_YEAR;

  self->start = CLAMP (start, -most, most - get_length (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

SelTimelineScale *
sel_timeline_scale_new (const GDate *today)
{
  SelTimelineScale *self = g_object_new (SEL_TYPE_TIMELINE_SCALE, NULL);

  self->today = *today;
  sel_timeline_scale_center (self);
  return self;
}

void
sel_timeline_scale_set_today (SelTimelineScale *self, const GDate *today)
{
  self->today = *today;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const GDate *
sel_timeline_scale_get_today (SelTimelineScale *self)
{
  return &self->today;
}

/* Brings today where what was and what comes are in sight. */
void
sel_timeline_scale_center (SelTimelineScale *self)
{
  set_start (self, -get_length (self) / 2);
}

/* By a share of what is seen; less than 0 towards the past. */
void
sel_timeline_scale_move (SelTimelineScale *self, double share)
{
  set_start (self, self->start + share * get_length (self));
}

gboolean
sel_timeline_scale_can_zoom (SelTimelineScale *self, int steps)
{
  const int step = (int) self->step - steps;

  return step >= 0 && step < (int) G_N_ELEMENTS (years_shown);
}

/* In by so many @steps, or out; what lies at @around, 0 to 1 of the width, stays there. */
void
sel_timeline_scale_zoom (SelTimelineScale *self, int steps, double around)
{
  const double day = self->start + around * get_length (self);

  if (!sel_timeline_scale_can_zoom (self, steps))
    return;

  self->step = (guint) ((int) self->step - steps);
  set_start (self, day - around * get_length (self));
}

/* Where the beginning of @day lies: 0 at the left edge, 1 at the right. */
double
sel_timeline_scale_find (SelTimelineScale *self, const GDate *day)
{
  return (g_date_days_between (&self->today, day) - self->start) / get_length (self);
}

/* The years of which a part is seen. */
void
sel_timeline_scale_get_years (SelTimelineScale *self, int *first, int *last)
{
  const guint32 julian = g_date_get_julian (&self->today);
  GDate left, right;

  g_date_clear (&left, 1);
  g_date_clear (&right, 1);
  g_date_set_julian (&left, (guint32) MAX ((double) julian + self->start, 1));
  g_date_set_julian (&right, (guint32) MAX ((double) julian + self->start + get_length (self), 1));
  *first = g_date_get_year (&left);
  *last = g_date_get_year (&right);
}
