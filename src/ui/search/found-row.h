/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of what was found, and where it leads. */
#pragma once

#include <gtk/gtk.h>

#include "store/find.h"

G_BEGIN_DECLS

GtkWidget *sel_found_row_new (SelFoundGroup group, const SelFound *found);
GtkWidget *sel_found_row_new_for_page (const SelPageHit *hit);

SelFoundGroup sel_found_row_get_group (GtkListBoxRow *row);
void sel_found_row_open (GtkListBoxRow *row, GtkWidget *window);

G_END_DECLS
