/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who received data about a person. */
#pragma once

#include <glib.h>

#include "store/export-log.h"

G_BEGIN_DECLS

void sel_receipts_append_text (GString *page, const GArray *receipts);
void sel_receipts_append_json (GString *page, const GArray *receipts);
void sel_receipts_append_csv (GString *page, const GArray *receipts);

G_END_DECLS
