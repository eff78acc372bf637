/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as it is shown, written to a file: for a spreadsheet as CSV or XLSX, or for paper as PDF,
 * as the end of its name says. */
#pragma once

#include "report/list-order.h"

G_BEGIN_DECLS

gboolean sel_list_file_write (SelStore *store,
                              const SelListOrder *order,
                              const char *path,
                              SelListReceipt *receipt,
                              SelListProgressFunc progress,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
