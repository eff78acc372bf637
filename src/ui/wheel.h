/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wheel over something that has no more to scroll that way moves what it stands in: GTK 4.8 stops
 * there. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sel_wheel_pass_on (GtkWidget *scrolled);

G_END_DECLS
