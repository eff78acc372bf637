/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements over all fields of a record, made from its field table once. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

const char *sel_record_sql_select (const SelRecordType *type);
const char *sel_record_sql_scan (const SelRecordType *type);
const char *sel_record_sql_insert (const SelRecordType *type);
const char *sel_record_sql_update (const SelRecordType *type);
const char *sel_record_sql_delete (const SelRecordType *type);
const char *sel_record_sql_delete_run (const SelRecordType *type);

void sel_record_bind (SelStatement *stmt, const SelRecordType *type, gconstpointer record);
gboolean sel_record_read_row (SelStatement *stmt,
                              const SelRecordType *type,
                              gpointer record,
                              GError **error);

G_END_DECLS
