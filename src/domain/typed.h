/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type where a file has ISO 8601 and decimal points. */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

gboolean sel_typed_date (const char *text, GDate *date);
const char *sel_typed_date_problem (const char *text);
gboolean sel_typed_time (const char *text, SelCivilTime *time);
gboolean sel_typed_set_field (const SelField *field,
                              gpointer record,
                              const char *text,
                              GError **error);
char *sel_typed_dup_field (const SelField *field, gconstpointer record);

G_END_DECLS
