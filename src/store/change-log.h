/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that an act leaves in the change log; store/act.h alone writes them. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean sel_change_log_add (SelConnection *connection,
                             gint64 act,
                             const SelRecordType *type,
                             const char *verb,
                             gint64 record,
                             gint64 last,
                             gint64 *change,
                             GError **error);
gboolean sel_change_log_add_value (SelConnection *connection,
                                   gint64 change,
                                   const char *field,
                                   const char *before,
                                   const char *after,
                                   GError **error);
gboolean sel_change_log_add_difference (SelConnection *connection,
                                        gint64 act,
                                        const SelRecordType *type,
                                        gconstpointer before,
                                        gconstpointer after,
                                        GError **error);

G_END_DECLS
