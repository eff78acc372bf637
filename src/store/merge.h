/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record that was changed in two places at once: by a person in a form, and since that was opened
 * by an import or in another window. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

GPtrArray *sel_merge_record (SelConnection *connection,
                              const SelRecordType *type,
                              gpointer base,
                              gpointer mine,
                              GError **error);

G_END_DECLS
