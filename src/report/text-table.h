/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of plain text whose columns line up. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SelTextTable SelTextTable;

SelTextTable *sel_text_table_new (guint n_columns, guint first_number);
void sel_text_table_free (SelTextTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelTextTable, sel_text_table_free)

void sel_text_table_add (SelTextTable *self, const char *text);
void sel_text_table_add_number (SelTextTable *self, gint64 number);
void sel_text_table_fit (SelTextTable *self, guint first, guint width);
void sel_text_table_append_to (SelTextTable *self, GString *page);

G_END_DECLS
