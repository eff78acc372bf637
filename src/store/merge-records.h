/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two records that are one become one: what refers to the one that goes refers to the one that stays,
 * and what the senders of exchange files call either leads to it. It is an act like another, and
 * sel_undo_act() takes it back. */
#pragma once

#include "store/act.h"

G_BEGIN_DECLS

/* What a person chose, who had both records before them as they were then. */
typedef struct
{
  gconstpointer values; /* what is to stand, in a copy of the one that stays, with its version */
  gint64 goes_version;  /* of the other */
} SelMergeChoice;

gboolean sel_merge_records (SelAct *act,
                            const SelRecordType *type,
                            gint64 stays,
                            gint64 goes,
                            const SelMergeChoice *choice,
                            GError **error);

gpointer sel_merge_dup_filled (const SelRecordType *type, gconstpointer stays, gconstpointer goes);

GArray *sel_merge_list_counterparts (SelConnection *connection,
                                     const SelRecordType *type,
                                     gconstpointer record,
                                     gboolean exactly,
                                     GError **error);
gboolean sel_merge_has_apart (const SelRecordType *type);
void sel_merge_keep_progress (const SelRecordType *type, gpointer said, gconstpointer present);
gboolean sel_merge_follow (SelConnection *connection,
                           const SelRecordType *type,
                           gint64 gone,
                           gint64 *record,
                           GError **error);
gboolean sel_merge_follow_uid (SelConnection *connection,
                               const SelRecordType *type,
                               const char *uid,
                               gint64 *record,
                               GError **error);
gboolean sel_merge_forget (SelAct *act, const SelRecordType *type, gint64 id, GError **error);
gboolean sel_merge_forget_run (SelAct *act,
                               const SelRecordType *type,
                               gint64 first,
                               gint64 last,
                               GError **error);

G_END_DECLS
