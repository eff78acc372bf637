/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items that one row of a table became, until the import takes them. */
#pragma once

#include "confined/exchange-stream.h"

G_BEGIN_DECLS

/* An item that owns what it says; kind, line, type and field are as in SelExchangeItem. */
typedef struct
{
  SelExchangeItemKind kind;
  guint line;
  const SelRecordType *type;
  const SelField *field;
  char *id;
  char *reason;
  char *value; /* of a refusal: as in SelExchangeItem, masked if it is personal */
  char *texts[SEL_EXCHANGE_MOST_FIELDS];
} SelQueuedItem;

typedef struct
{
  GQueue items; /* of SelQueuedItem */
  SelQueuedItem *lent;
  GPtrArray *spare; /* to be used again: a million rows need no more than a few */
  guint64 n_records;
  guint64 n_refused;
} SelItemQueue;

void sel_item_queue_init (SelItemQueue *self);
void sel_item_queue_clear (SelItemQueue *self);

SelQueuedItem *sel_item_queue_new_item (SelItemQueue *self,
                                        SelExchangeItemKind kind,
                                        guint line,
                                        const SelRecordType *type);
void sel_item_queue_push (SelItemQueue *self, SelQueuedItem *item);
void sel_item_queue_drop (SelItemQueue *self, SelQueuedItem *item);
void sel_item_queue_refuse (SelItemQueue *self,
                            guint line,
                            const SelRecordType *type,
                            const char *id,
                            const SelField *field,
                            const char *value,
                            const char *reason);
gboolean sel_item_queue_pop (SelItemQueue *self, SelExchangeItem *item);

void sel_queued_item_set (SelQueuedItem *item, const char *field, const char *text);
const char *sel_queued_item_get (const SelQueuedItem *item, const char *field);
void sel_queued_item_set_header (SelQueuedItem *item,
                                 const char *sender,
                                 const char *sender_name,
                                 gint64 modified);

G_END_DECLS
