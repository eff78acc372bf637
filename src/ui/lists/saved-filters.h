/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters of a list that a person has given a name, below those that are set: a click sets them again. */
#pragma once

#include <gtk/gtk.h>

#include "store/list-model.h"

G_BEGIN_DECLS

#define SEL_TYPE_SAVED_FILTERS (sel_saved_filters_get_type ())
G_DECLARE_FINAL_TYPE (SelSavedFilters, sel_saved_filters, SEL, SAVED_FILTERS, GtkWidget)

/* What is chosen: a value for each filter of the list by its name, lent for the call. */
typedef void (*SelFiltersFunc) (GVariant *values, gpointer user_data);

GtkWidget *sel_saved_filters_new (SelListModel *model,
                                  GSettings *settings,
                                  SelFiltersFunc chosen,
                                  gpointer user_data);
void sel_saved_filters_update (SelSavedFilters *self);

G_END_DECLS
