/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A week of sessions by day and hour. Each session is a button, so that keyboard and screen
 * reader have it too; those that overlap stand side by side. */
#pragma once

#include <gtk/gtk.h>

#include "store/schedule.h"

G_BEGIN_DECLS

#define SEL_TYPE_WEEK_VIEW (sel_week_view_get_type ())
G_DECLARE_FINAL_TYPE (SelWeekView, sel_week_view, SEL, WEEK_VIEW, GtkWidget)

void sel_week_view_show (SelWeekView *self,
                         const GDate *monday,
                         const GDate *today,
                         GArray *sessions);
void sel_week_view_select (SelWeekView *self, gint64 session);

G_END_DECLS
