/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook with one sheet of wrapped cells, filled row by row. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SelBookSheet SelBookSheet;

typedef enum
{
  SEL_BOOK_TEXT,
  SEL_BOOK_BOLD,
} SelBookStyle;

SelBookSheet *sel_book_sheet_new (int file, const char *name, const char *folder, GError **error);
void sel_book_sheet_free (SelBookSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelBookSheet, sel_book_sheet_free)

void sel_book_sheet_set_width (SelBookSheet *self, guint column, double characters);
void sel_book_sheet_put (SelBookSheet *self, guint column, const char *text, SelBookStyle style);
void sel_book_sheet_put_number (SelBookSheet *self, guint column, double number);
void sel_book_sheet_put_date (SelBookSheet *self, guint column, const GDate *date);
void sel_book_sheet_next_row (SelBookSheet *self);
void sel_book_sheet_end_heads (SelBookSheet *self, guint n_columns);
gboolean sel_book_sheet_end (SelBookSheet *self, GError **error);

G_END_DECLS
