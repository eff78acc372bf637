/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a list's view, as its query says them. */
#pragma once

#include <gtk/gtk.h>

#include "report/list-file.h"

G_BEGIN_DECLS

void sel_list_columns_add (GtkColumnView *view, const SelListQuery *query);
void sel_list_columns_read (GtkColumnView *view, SelListOrder *order);

G_END_DECLS
