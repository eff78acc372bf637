/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of the program: search, filters, columns that sort, the rows, what to do when there
 * are none, and how many there are. */
#pragma once

#include <gtk/gtk.h>

#include "store/list-model.h"
#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_RECORD_LIST (sel_record_list_get_type ())
G_DECLARE_FINAL_TYPE (SelRecordList, sel_record_list, SEL, RECORD_LIST, GtkWidget)

void sel_record_list_attach (SelRecordList *self, SelOffice *office, const SelListQuery *query);
void sel_record_list_set_empty (SelRecordList *self, const char *property, const char *value);
void sel_record_list_set_menu (SelRecordList *self, GMenuModel *menu, GMenuModel *several_menu);
SelListModel *sel_record_list_get_model (SelRecordList *self);

void sel_record_list_show_first (SelRecordList *self);
gint64 sel_record_list_get_selected (SelRecordList *self);
GArray *sel_record_list_get_ids (SelRecordList *self);
char *sel_record_list_dup_selected_text (SelRecordList *self, const char *name);
void sel_record_list_select (SelRecordList *self, gint64 id);
void sel_record_list_select_none (SelRecordList *self);
void sel_record_list_clear (SelRecordList *self);
void sel_record_list_set_filter (SelRecordList *self, guint filter, const char *value,
                                 const char *label);
void sel_record_list_add_view (SelRecordList *self,
                               GtkWidget *view,
                               const char *icon,
                               const char *label);
GtkSelectionModel *sel_record_list_get_selection (SelRecordList *self);
void sel_record_list_set_next (SelRecordList *self, GtkWidget *next);
void sel_record_list_search (SelRecordList *self);

G_END_DECLS
