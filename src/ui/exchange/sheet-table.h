/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first rows of somebody's table as they would be read, and above each column the field that it
 * is, which can be chosen. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/roster-look.h"

G_BEGIN_DECLS

#define SEL_TYPE_SHEET_TABLE (sel_sheet_table_get_type ())
G_DECLARE_FINAL_TYPE (SelSheetTable, sel_sheet_table, SEL, SHEET_TABLE, GtkWidget)

void sel_sheet_table_show (SelSheetTable *self, SelRosterLook *look);
void sel_sheet_table_reveal (SelSheetTable *self, gboolean reveals);
char *sel_sheet_table_dup_remark (SelSheetTable *self);

G_END_DECLS
