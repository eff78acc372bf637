/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of widgets of which one, the text, wraps in the width that the others leave it: the one
 * that is to expand. GtkBoxLayout finds this width by trying, and so has each text shaped dozens of
 * times, which takes a record of many rows a tenth of a second; here it is twice or three times. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEL_TYPE_LINE_LAYOUT (sel_line_layout_get_type ())
G_DECLARE_FINAL_TYPE (SelLineLayout, sel_line_layout, SEL, LINE_LAYOUT, GtkLayoutManager)

GtkWidget *sel_action_row_new (void);

G_END_DECLS
