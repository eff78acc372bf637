/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as an XLSX workbook of one sheet. Rows go to the disk as they come. */
#pragma once

#include "report/list-order.h"

G_BEGIN_DECLS

/* That a sheet holds below its header. */
#define SEL_SHEET_MOST_ROWS 1048575

typedef struct _SelListSheet SelListSheet;

SelListSheet *sel_list_sheet_new (const SelListOrder *order,
                                  int file,
                                  const char *name,
                                  const char *folder,
                                  GError **error);
void sel_list_sheet_free (SelListSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelListSheet, sel_list_sheet_free)

gboolean sel_list_sheet_add_row (SelListSheet *self, SelRow *row, GError **error);
gboolean sel_list_sheet_end (SelListSheet *self, GError **error);

char *sel_sheet_dup_text (const char *text);

G_END_DECLS
