/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widgets of the program that a test or a measurement is in. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The first of a type in @root, which may be it; NULL for none. */
GtkWidget *find_widget (GtkWidget *root, GType type);

G_END_DECLS
