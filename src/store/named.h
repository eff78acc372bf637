/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that a person names on a command line. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean sel_named_find (SelConnection *connection,
                         const SelRecordType *type,
                         const char *name,
                         const GDate *today,
                         guint notice_days,
                         gint64 *id,
                         GError **error);

G_END_DECLS
