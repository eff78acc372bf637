/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One widget of a window on the whole screen, with nothing beside it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean sel_page_is_fullscreen (GtkWidget *widget);
void sel_page_set_fullscreen (GtkWidget *widget, gboolean is_fullscreen);

G_END_DECLS
