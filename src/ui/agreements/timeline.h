/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What runs when: a bar over the years for each agreement of a list, with today’s line. */
#pragma once

#include "ui/lists/record-list.h"

G_BEGIN_DECLS

#define SEL_TYPE_TIMELINE (sel_timeline_get_type ())
G_DECLARE_FINAL_TYPE (SelTimeline, sel_timeline, SEL, TIMELINE, GtkWidget)

void sel_timeline_attach (SelTimeline *self, SelOffice *office, SelRecordList *list);

G_END_DECLS
