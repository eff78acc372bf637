/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An exchange file, read by the confined reader and taken here piece by piece. The reader runs
 * beside the program and waits when the program falls behind, so that neither grows with the file.
 * A stream is used in the thread that made it. */
#pragma once

#include <gio/gio.h>

#include "confined/exchange-header.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_EXCHANGE_ITEM_HEADER, /* comes first */
  SEL_EXCHANGE_ITEM_RECORD,
  SEL_EXCHANGE_ITEM_REFUSAL, /* of one record; a record can have several */
  SEL_EXCHANGE_ITEM_END,
} SelExchangeItemKind;

/* What it points to is lent until the next item is asked for. */
typedef struct
{
  SelExchangeItemKind kind;
  guint line;                /* where it begins, from 1 */
  const SelRecordType *type; /* NULL where a refusal is about no known record */
  const char *id;            /* the sender's; NULL in the header, or where a refusal cannot tell */

  /* HEADER, RECORD: UTF-8 in the form of the schema for each field of the type, NULL where nothing
   * is said. */
  const char *const *texts;

  /* REFUSAL */
  const SelField *field; /* NULL when it is about none */
  const char *reason;    /* a whole sentence, translated */
  const char *value;     /* that stands there, masked if it is personal; NULL when it is not told */

  /* END */
  guint64 n_records;  /* that came */
  guint64 n_refused;  /* records that did not */
  guint64 n_unlisted; /* problems beyond those that came as refusals */
} SelExchangeItem;

typedef struct _SelExchangeStream SelExchangeStream;

SelExchangeStream *sel_exchange_stream_new (int file, const char *name, GError **error);
SelExchangeStream *sel_exchange_stream_new_for_path (const char *path,
                                                     const char *name,
                                                     GError **error);
void sel_exchange_stream_free (SelExchangeStream *self);

gboolean sel_exchange_stream_next (SelExchangeStream *self,
                                   SelExchangeItem *item,
                                   GCancellable *cancellable,
                                   GError **error);
double sel_exchange_stream_get_progress (SelExchangeStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelExchangeStream, sel_exchange_stream_free)

G_END_DECLS
