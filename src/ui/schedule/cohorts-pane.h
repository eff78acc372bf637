/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cohorts with their seats, and the one that was chosen. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_COHORTS_PANE (sel_cohorts_pane_get_type ())
G_DECLARE_FINAL_TYPE (SelCohortsPane, sel_cohorts_pane, SEL, COHORTS_PANE, GtkWidget)

void sel_cohorts_pane_attach (SelCohortsPane *self, SelOffice *office);
void sel_cohorts_pane_show_cohort (SelCohortsPane *self, gint64 id);
gint64 sel_cohorts_pane_get_shown (SelCohortsPane *self);
void sel_cohorts_pane_search (SelCohortsPane *self);

G_END_DECLS
