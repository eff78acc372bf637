/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a verdict on a record looks: the shape and the word say it, the colour repeats it. */
#pragma once

#include "exchange/import-result.h"

G_BEGIN_DECLS

char *sel_verdict_dup_display (SelImportVerdict verdict);
const char *sel_verdict_css_class (SelImportVerdict verdict);

G_END_DECLS
