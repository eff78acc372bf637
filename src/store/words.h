/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index of people's names (FTS5 over the table itself, which holds the text once),
 * and what a person typed as SQL looks for it. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean sel_words_add_run (SelConnection *connection,
                            const SelRecordType *type,
                            gint64 first,
                            gint64 last,
                            GError **error);
gboolean sel_words_remove (SelConnection *connection,
                           const SelRecordType *type,
                           gconstpointer record,
                           GError **error);
gboolean sel_words_remove_run (SelConnection *connection,
                               const SelRecordType *type,
                               gint64 first,
                               gint64 last,
                               GError **error);
gboolean sel_words_replace (SelConnection *connection,
                            const SelRecordType *type,
                            gconstpointer before,
                            gconstpointer after,
                            GError **error);
gboolean sel_words_check (SelConnection *connection, GError **error);

char *sel_words_dup_query (const char *typed);
char *sel_words_dup_pattern (const char *typed, gboolean is_anywhere);

G_END_DECLS
