/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of lists: one light widget each, since 200 rows of them are made for every list. */
#pragma once

#include <gtk/gtk.h>

#include "store/list-query.h"

G_BEGIN_DECLS

/* Of the column that takes the room that is left. */
#define SEL_CELL_LEAST_CHARS 24

GtkListItemFactory *sel_cell_factory_new (const SelListQuery *query, guint column);
gboolean sel_cell_find_position (GtkWidget *picked, guint *position);

const char *sel_state_mark (const char *code);

G_END_DECLS
