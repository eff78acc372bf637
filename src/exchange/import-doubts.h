/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of an import: which of the records that it added may be the same as others. */
#pragma once

#include <gio/gio.h>

#include "exchange/import-pair.h"
#include "exchange/import-result.h"
#include "store/likeness.h"

G_BEGIN_DECLS

gboolean sel_import_doubts_settle (SelAct *act,
                                   const SelNewcomers *newcomers,
                                   const SelDecisions *decisions,
                                   SelImportResult *result,
                                   GCancellable *cancellable,
                                   GError **error);

void sel_import_doubts_recount (SelImportResult *result);
gboolean sel_import_doubts_are_reckoned (const SelImportResult *result);

G_END_DECLS
