/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What left with an export, as text or JSON. */
#pragma once

#include "exchange/export-result.h"
#include "report/json.h"

G_BEGIN_DECLS

void sel_export_report_append_text (GString *page, const SelExportResult *result);
void sel_export_report_append_running (GString *page, const SelExportResult *result);
void sel_export_report_add_json (JsonBuilder *builder, const SelExportResult *result);

G_END_DECLS
