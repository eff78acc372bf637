/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of an exchange file, as text, JSON or CSV. */
#pragma once

#include "exchange/import-result.h"
#include "report/json.h"

G_BEGIN_DECLS

void sel_import_report_append_csv_head (GString *csv);
void sel_import_report_append_csv (GString *csv, const SelImportResult *result);
void sel_import_report_append_csv_failure (GString *csv, const char *file, const GError *error);
void sel_import_report_append_text (GString *page, const SelImportResult *result);
void sel_import_report_add_json (JsonBuilder *builder, const SelImportResult *result);

G_END_DECLS
