/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exchange files that came in. */
#pragma once

#include <glib.h>

#include "store/exchange-log.h"

G_BEGIN_DECLS

void sel_past_imports_append_text (GString *page, const GPtrArray *imports);
void sel_past_imports_append_json (GString *page, const GPtrArray *imports);
void sel_past_imports_append_csv (GString *page, const GPtrArray *imports);

G_END_DECLS
