/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a row of a column view into sight and gives it the focus, for which GTK 4.8 has no
 * functions. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sel_row_sight_scroll_to (GtkColumnView *view, guint position);
void sel_row_sight_focus_selected (GtkColumnView *view);

G_END_DECLS
