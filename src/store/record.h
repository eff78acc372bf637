/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record, read from the database. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean sel_record_exists (SelConnection *connection,
                            const SelRecordType *type,
                            gint64 id,
                            gint64 *found,
                            GError **error);
gpointer sel_record_load (SelConnection *connection,
                          const SelRecordType *type,
                          gint64 id,
                          GError **error);
gboolean sel_record_load_into (SelConnection *connection,
                               const SelRecordType *type,
                               gint64 id,
                               gpointer record,
                               gboolean *is_found,
                               GError **error);

G_END_DECLS
