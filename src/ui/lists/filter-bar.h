/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters of a list: a button whose popover sets them, and a chip for each that is set. */
#pragma once

#include <gtk/gtk.h>

#include "store/list-model.h"

G_BEGIN_DECLS

#define SEL_TYPE_FILTER_BAR (sel_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SelFilterBar, sel_filter_bar, SEL, FILTER_BAR, GtkWidget)

void sel_filter_bar_set_model (SelFilterBar *self, SelListModel *model, GSettings *settings);
void sel_filter_bar_set_filter (SelFilterBar *self, guint filter, const char *value, const char *label);
void sel_filter_bar_clear (SelFilterBar *self);
GtkWidget *sel_filter_bar_get_button (SelFilterBar *self);

G_END_DECLS
