/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes with a record when it is deleted, and what stands in the way. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  const SelRecordType *type;
  gint64 id;
} SelOwned;

gboolean sel_owned_append_referring (SelConnection *connection,
                                     const SelRecordType *type,
                                     const SelField *field,
                                     gint64 id,
                                     GArray *but,
                                     GArray *found,
                                     GError **error);
gboolean sel_owned_append_parts (SelConnection *connection,
                                 const SelRecordType *type,
                                 gint64 id,
                                 GArray *parts,
                                 GError **error);
GArray *sel_owned_list (SelConnection *connection,
                        const SelRecordType *type,
                        gint64 id,
                        GError **error);
gboolean sel_owned_check_free (SelConnection *connection, GArray *parts, GError **error);

G_END_DECLS
