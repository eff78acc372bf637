/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above a list: what it is of, whose, of which day, to what it is narrowed down and how
 * many rows it has. */
#pragma once

#include "report/printout.h"
#include "store/list-query.h"

G_BEGIN_DECLS

char *sel_list_narrowed_dup (const SelListQuery *query,
                             const SelListRequest *request,
                             SelConnection *connection);
char *sel_list_count_dup (guint n, gint64 total, gboolean is_narrowed);
void sel_list_heading_put (SelPrintout *paper,
                           const char *title,
                           const char *office,
                           const GDate *today,
                           const char *narrowed,
                           const char *count);

G_END_DECLS
