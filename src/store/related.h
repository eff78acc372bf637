/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules over a record that have to look at others. */
#pragma once

#include "domain/findings.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean sel_related_check (SelConnection *connection,
                            const SelRecordType *type,
                            gconstpointer record,
                            SelFindings *findings,
                            GError **error);

gboolean sel_related_admit (SelConnection *connection,
                            const SelRecordType *type,
                            gconstpointer record,
                            const GDate *today,
                            GError **error);

G_END_DECLS
