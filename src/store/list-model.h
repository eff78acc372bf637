/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that never holds its table: every id of the answer, in the order SQL gave them (8 bytes
 * a row), and the rows around those that a view looked at. */
#pragma once

#include <gio/gio.h>

#include "store/list-query.h"
#include "store/store.h"

G_BEGIN_DECLS

#define SEL_TYPE_LIST_MODEL (sel_list_model_get_type ())
G_DECLARE_FINAL_TYPE (SelListModel, sel_list_model, SEL, LIST_MODEL, GObject)

SelListModel *sel_list_model_new (SelStore *store, const SelListQuery *query);
const SelListQuery *sel_list_model_get_query (SelListModel *self);
SelStore *sel_list_model_get_store (SelListModel *self);

void sel_list_model_set_day (SelListModel *self, const GDate *today, guint notice_days);
void sel_list_model_set_search (SelListModel *self, const char *search);
void sel_list_model_set_filter (SelListModel *self, guint filter, const char *value);
const SelListRequest *sel_list_model_get_request (SelListModel *self);
const char *sel_list_model_get_filter (SelListModel *self, guint filter);
void sel_list_model_set_order (SelListModel *self, int column, gboolean is_descending);
gboolean sel_list_model_is_narrowed (SelListModel *self);

void sel_list_model_set_in_sight (SelListModel *self, gboolean is_in_sight);
gboolean sel_list_model_is_loading (SelListModel *self);
gint64 sel_list_model_get_total (SelListModel *self);
guint sel_list_model_get_n_loaded (SelListModel *self);
guint sel_list_model_find (SelListModel *self, gint64 id);
gint64 sel_list_model_get_id (SelListModel *self, guint position);

G_END_DECLS
