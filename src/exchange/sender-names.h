/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sender calls the records of the register. A table has names where an exchange file has
 * identifiers: a record that is found by its name goes by what the sender called it before, or
 * else by its uid, which is every office's. Under that it is introduced to the import once, by a
 * record that says nothing: what it does not say stays, and from then on the sender knows it. */
#pragma once

#include "exchange/item-queue.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct _SelSenderNames SelSenderNames;

/* Whether the table says @field of @item, be it that it is empty. */
typedef gboolean (*SelSaidFunc) (const SelQueuedItem *item,
                                 const SelField *field,
                                 gpointer user_data);

SelSenderNames *sel_sender_names_new (SelStore *store,
                                      const char *sender,
                                      SelItemQueue *queue,
                                      GError **error);
void sel_sender_names_free (SelSenderNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelSenderNames, sel_sender_names_free)

SelConnection *sel_sender_names_get_connection (SelSenderNames *self);
gboolean sel_sender_names_has_people (SelSenderNames *self);
gboolean sel_sender_names_find (SelSenderNames *self,
                                const SelRecordType *type,
                                const char *name,
                                gint64 *record,
                                GError **error);
gboolean sel_sender_names_find_key (SelSenderNames *self,
                                    const SelRecordType *type,
                                    const char *key,
                                    gint64 *record,
                                    GError **error);
gboolean sel_sender_names_dup_key (SelSenderNames *self,
                                   const SelRecordType *type,
                                   gint64 record,
                                   char **key,
                                   gboolean *is_theirs,
                                   GError **error);
gboolean sel_sender_names_refer (SelSenderNames *self,
                                 const SelRecordType *type,
                                 gint64 record,
                                 guint line,
                                 char **key,
                                 GError **error);
gboolean sel_sender_names_keep_present (SelSenderNames *self,
                                        SelQueuedItem *item,
                                        gint64 record,
                                        gboolean is_theirs,
                                        SelSaidFunc is_said,
                                        gpointer user_data,
                                        GError **error);

G_END_DECLS
