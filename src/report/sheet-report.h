/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found in somebody's table, and how its first rows would be read. */
#pragma once

#include "exchange/roster-look.h"
#include "report/json.h"

G_BEGIN_DECLS

void sel_sheet_report_append_text (GString *page,
                                   const char *file,
                                   const SelRosterLook *look,
                                   gboolean reveals);
void sel_sheet_report_add_json (JsonBuilder *builder,
                                const char *file,
                                const SelRosterLook *look,
                                gboolean reveals);

G_END_DECLS
