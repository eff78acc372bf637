/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records as an exchange file tells them, straight from SQL: no struct is made of a row. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* The columns of a row of sel_record_export_sql(). */
#define SEL_RECORD_EXPORT_ID 0
#define SEL_RECORD_EXPORT_UID 1
#define SEL_RECORD_EXPORT_FIRST_FIELD 2

const char *sel_record_export_sql (const SelRecordType *type);

G_END_DECLS
