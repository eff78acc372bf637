/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The elements of an exchange file, made into records as a SAX2 parser meets them. Whether they
 * are right, the schema says; what is said where they are not comes from the field tables. */
#pragma once

#include "confined/exchange-teller.h"
#include "confined/exchange-validator.h"

G_BEGIN_DECLS

typedef struct _SelExchangeElements SelExchangeElements;

SelExchangeElements *sel_exchange_elements_new (SelExchangeTeller *teller);
void sel_exchange_elements_free (SelExchangeElements *self);

void sel_exchange_elements_start (SelExchangeElements *self,
                                  guint line,
                                  const SelXmlElement *element);
void sel_exchange_elements_text (SelExchangeElements *self,
                                 guint line,
                                 const char *text,
                                 gsize length);
void sel_exchange_elements_end (SelExchangeElements *self, const SelXmlElement *element);
gboolean sel_exchange_elements_is_complete (SelExchangeElements *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelExchangeElements, sel_exchange_elements_free)

G_END_DECLS
