/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spreadsheet keeps dates as numbers; only the format of the cell tells. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sel_xlsx_format_is_date (guint id, const char *code);
gboolean sel_xlsx_date_append (GString *text, double serial, gboolean is_1904);
void sel_xlsx_number_append (GString *text, double number);

G_END_DECLS
