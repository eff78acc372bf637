/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register in figures, as text, JSON or CSV: the same figures, the same bytes. */
#pragma once

#include "store/summary.h"

G_BEGIN_DECLS

char *sel_summary_dup_text (const SelSummary *summary);
char *sel_summary_dup_json (const SelSummary *summary);
char *sel_summary_dup_csv (const SelSummary *summary);

G_END_DECLS
