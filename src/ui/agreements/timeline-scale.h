/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which years a timeline shows: where on it a day lies. Its signal "changed" tells of another scale. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SEL_TYPE_TIMELINE_SCALE (sel_timeline_scale_get_type ())
G_DECLARE_FINAL_TYPE (SelTimelineScale, sel_timeline_scale, SEL, TIMELINE_SCALE, GObject)

SelTimelineScale *sel_timeline_scale_new (const GDate *today);
void sel_timeline_scale_set_today (SelTimelineScale *self, const GDate *today);
const GDate *sel_timeline_scale_get_today (SelTimelineScale *self);
void sel_timeline_scale_center (SelTimelineScale *self);
void sel_timeline_scale_move (SelTimelineScale *self, double share);
void sel_timeline_scale_zoom (SelTimelineScale *self, int steps, double around);
gboolean sel_timeline_scale_can_zoom (SelTimelineScale *self, int steps);
double sel_timeline_scale_find (SelTimelineScale *self, const GDate *day);
void sel_timeline_scale_get_years (SelTimelineScale *self, int *first, int *last);

G_END_DECLS
