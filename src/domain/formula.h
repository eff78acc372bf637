/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a spreadsheet takes for a formula, whoever wrote it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sel_text_is_like_formula (const char *text);

G_END_DECLS
