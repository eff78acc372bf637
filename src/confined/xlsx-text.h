/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a workbook writes a character that XML cannot hold: _x000D_ for a carriage return, and
 * _x005F_ for the line that would begin such an escape (ECMA-376-1, 22.9.2.19, ST_Xstring). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sel_xlsx_text_unescape (GString *text, gsize from);

G_END_DECLS
