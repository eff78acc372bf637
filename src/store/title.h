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
char *sel_title_dup_first_words (const char *text);
char *sel_title_dup_value (SelConnection *connection, const SelField *field, gconstpointer record);
char **sel_title_dup_texts (SelConnection *connection,
                            const SelRecordType *type,
                            gint64 id,
                            GError **error);
void sel_title_free_texts (const SelRecordType *type, char **texts);
GPtrArray *sel_title_search (SelConnection *connection,
                             const SelRecordType *type,
                             const SelField *within,
                             gint64 owner,
                             const char *typed,
                             guint most,
                             GError **error);

G_END_DECLS
