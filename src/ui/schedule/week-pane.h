/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The week of sessions, the way to other weeks, and the session that was chosen. */
#pragma once

#include "ui/office.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEL_TYPE_WEEK_PANE (sel_week_pane_get_type ())
G_DECLARE_FINAL_TYPE (SelWeekPane, sel_week_pane, SEL, WEEK_PANE, GtkWidget)

void sel_week_pane_attach (SelWeekPane *self, SelOffice *office);
void sel_week_pane_show_session (SelWeekPane *self, gint64 id);
const GDate *sel_week_pane_get_monday (SelWeekPane *self);
gpointer sel_week_pane_new_session (SelWeekPane *self);

G_END_DECLS
