/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the three columns of the overview; each line opens what it speaks of. */
#pragma once

#include <gtk/gtk.h>

#include "store/agenda.h"

G_BEGIN_DECLS

void sel_cards_show_agenda (GtkBox *column, const SelAgenda *agenda);
void sel_cards_show_week (GtkBox *column, GArray *sessions);
void sel_cards_show_targets (GtkBox *column, GArray *targets);

G_END_DECLS
