/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a region by its name, for a row that holds its code. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *sel_region_finder_new (GtkWidget *row);

G_END_DECLS
