/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema of exchange files, held against elements as a SAX2 parser meets them. It only says
 * that something is wrong: its own words are English and quote values, which may be personal. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* The start of an element, as SAX2 gives it. */
typedef struct
{
  const xmlChar *name;
  const xmlChar *prefix;
  const xmlChar *uri; /* of its namespace; NULL for none */
  int n_namespaces;
  const xmlChar **namespaces;
  int n_attributes;
  int n_defaulted;
  const xmlChar **attributes; /* of each: name, prefix, namespace, value, end of the value */
} SelXmlElement;

typedef struct _SelExchangeValidator SelExchangeValidator;

SelExchangeValidator *sel_exchange_validator_new (void);
void sel_exchange_validator_free (SelExchangeValidator *self);

gboolean sel_exchange_validator_start (SelExchangeValidator *self, const SelXmlElement *element);
gboolean sel_exchange_validator_end (SelExchangeValidator *self, const SelXmlElement *element);
void sel_exchange_validator_text (SelExchangeValidator *self, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelExchangeValidator, sel_exchange_validator_free)

G_END_DECLS
