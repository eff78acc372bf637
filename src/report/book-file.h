/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file for paper or a workbook, as the end of its name says, which is there whole or not at
 * all. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes to @file, which is called @name; a workbook needs @folder for what waits. */
typedef gboolean (*SelBookFunc) (int file,
                                 const char *name,
                                 const char *folder,
                                 gboolean as_sheet,
                                 gpointer user_data,
                                 GError **error);

gboolean sel_book_file_write (const char *path,
                              gboolean replaces,
                              SelBookFunc write,
                              gpointer user_data,
                              GError **error);

G_END_DECLS
