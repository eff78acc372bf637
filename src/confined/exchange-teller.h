/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the program what the reader of exchange files found, in frames of exchange-protocol.h. */
#pragma once

#include "confined/channel.h"
#include "confined/exchange-protocol.h"

G_BEGIN_DECLS

/* What a problem is about. */
typedef struct
{
  guint line;
  guint type;     /* as sel_exchange_type_at() counts, or SEL_EXCHANGE_NOTHING */
  guint field;    /* of the type, or SEL_EXCHANGE_NOTHING */
  const char *id; /* the sender's; "" for none */
} SelExchangePlace;

typedef struct
{
  SelFrameChannel *channel;
  gboolean is_over; /* there is nothing more to say, or nobody to hear it */
  gint64 n_refused; /* records */
  gint64 n_problems;
} SelExchangeTeller;

SelFrameWriter *sel_exchange_teller_begin (SelExchangeTeller *self, SelExchangeFrameKind kind);
void sel_exchange_teller_end (SelExchangeTeller *self);

void sel_exchange_teller_refuse (SelExchangeTeller *self,
                                 SelExchangeProblem problem,
                                 const SelExchangePlace *place,
                                 const char *detail);
void sel_exchange_teller_stop (SelExchangeTeller *self,
                               SelExchangeProblem problem,
                               const SelExchangePlace *place,
                               const char *detail);
void sel_exchange_teller_finish (SelExchangeTeller *self);

G_END_DECLS
