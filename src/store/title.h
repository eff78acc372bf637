/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record is called where another one speaks of it: in links, in history, in pickers. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"
#include "store/row.h"

G_BEGIN_DECLS

char *sel_title_dup (SelConnection *connection,
                     const SelRecordType *type,
                     gint64 id,
                     GError **error);
GPtrArray *sel_title_search (SelConnection *connection,
                             const SelRecordType *type,
                             const char *typed,
                             guint most,
                             GError **error);

G_END_DECLS
