/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the register when an import was taken back. */
#pragma once

#include <glib.h>

#include "store/undo-import.h"

G_BEGIN_DECLS

void sel_undo_report_append_text (GString *page, const SelUndoneImport *outcome);
void sel_undo_report_append_json (GString *page, const SelUndoneImport *outcome);

G_END_DECLS
