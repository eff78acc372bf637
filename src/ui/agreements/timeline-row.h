/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One agreement of a timeline: its name, and a bar from its first to its last day. */
#pragma once

#include <gtk/gtk.h>

#include "store/row.h"
#include "ui/agreements/timeline-scale.h"

G_BEGIN_DECLS

/* Pixels that the names take. */
#define SEL_TIMELINE_NAMES 260

#define SEL_TYPE_TIMELINE_ROW (sel_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (SelTimelineRow, sel_timeline_row, SEL, TIMELINE_ROW, GtkWidget)

GtkWidget *sel_timeline_row_new (SelTimelineScale *scale);
void sel_timeline_row_show (SelTimelineRow *self, SelRow *row);
void sel_timeline_row_set_heading (SelTimelineRow *self, const char *heading);

G_END_DECLS
