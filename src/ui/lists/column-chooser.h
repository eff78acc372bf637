/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns of a list are shown: a menu with a mark for each, which is remembered. */
#pragma once

#include <gtk/gtk.h>

#include "store/list-query.h"

G_BEGIN_DECLS

GMenuModel *sel_column_chooser_new (GtkWidget *widget,
                                    GtkColumnView *view,
                                    const SelListQuery *query,
                                    GSettings *settings);

G_END_DECLS
