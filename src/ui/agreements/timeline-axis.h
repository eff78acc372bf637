/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The years above a timeline. */
#pragma once

#include <gtk/gtk.h>

#include "ui/agreements/timeline-scale.h"

G_BEGIN_DECLS

#define SEL_TYPE_TIMELINE_AXIS (sel_timeline_axis_get_type ())
G_DECLARE_FINAL_TYPE (SelTimelineAxis, sel_timeline_axis, SEL, TIMELINE_AXIS, GtkWidget)

void sel_timeline_axis_attach (SelTimelineAxis *self, SelTimelineScale *scale);

G_END_DECLS
