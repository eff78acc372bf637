/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file for paper or a workbook, as the end of its name says, which is there whole or not at
 * all. */
#pragma once

#include "report/book-sheet.h"
#include "report/printout.h"

G_BEGIN_DECLS

/* How the content of a file is made, of the same @user_data. */
typedef struct
{
  SelPrintout *(*make_paper) (gpointer user_data, GError **error);
  gboolean (*fill_sheet) (gpointer user_data, SelBookSheet *sheet, GError **error);
} SelBookContent;

gboolean sel_book_file_write (const char *path,
                              gboolean replaces,
                              const SelBookContent *content,
                              gpointer user_data,
                              int *done,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
