/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a spreadsheet keeps otherwise than it shows it: dates are numbers, and only the format of the
 * cell tells; what XML has no place for is written in characters that it has. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sel_xlsx_format_is_date (guint id, const char *code);
gboolean sel_xlsx_date_append (GString *text, double serial, gboolean is_1904);
void sel_xlsx_number_append (GString *text, double number);
void sel_xlsx_text_decode (GString *text, gsize begin);

G_END_DECLS
