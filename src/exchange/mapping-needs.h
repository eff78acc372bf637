/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a mapping has to say before its table can be read: without some of it no row is taken, and
 * without the rest no new record. */
#pragma once

#include "exchange/mapping.h"

G_BEGIN_DECLS

gboolean sel_mapping_says (const SelMapping *self, const SelRosterColumn *column);
gboolean sel_roster_column_takes_default (const SelRosterColumn *column);
gboolean sel_mapping_needs (const SelMapping *self, const SelRosterColumn *column);
char *sel_mapping_dup_missing (const SelMapping *self);
gboolean sel_mapping_check_sender (const SelMapping *self, GError **error);
gboolean sel_mapping_check_columns (const SelMapping *self, GError **error);

G_END_DECLS
