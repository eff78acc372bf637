/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The next id of each type of record: one that was given once is never given again. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean sel_counter_read (SelConnection *connection,
                           const SelRecordType *type,
                           gint64 *next,
                           GError **error);
gboolean sel_counter_write (SelConnection *connection,
                            const SelRecordType *type,
                            gint64 next,
                            GError **error);

G_END_DECLS
