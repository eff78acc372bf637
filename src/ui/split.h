/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list and the detail of what is selected in it: side by side (or one above the other) where
 * there is room, else one at a time with a way back. The divider is remembered. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEL_TYPE_SPLIT (sel_split_get_type ())
G_DECLARE_FINAL_TYPE (SelSplit, sel_split, SEL, SPLIT, GtkWidget)

void sel_split_attach (SelSplit *self, GSettings *settings, const char *name);
void sel_split_set_empty (SelSplit *self, gboolean is_empty);
void sel_split_show_detail (SelSplit *self, gboolean show);

G_END_DECLS
