/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/exchange-validator.h"

#include <string.h>

#include <libxml/xmlschemas.h>

#include "confined/schema.h"

struct _SelExchangeValidator
{
  xmlSchemaPtr schema;
  xmlSchemaValidCtxtPtr context;
  xmlSchemaSAXPlugPtr plug;
  xmlSAXHandlerPtr handler; /* the schema's own, plugged into nothing, and its user data */
  gpointer handler_data;
  gboolean is_content;
};

static void
complaint_cb (void *user_data, G_GNUC_UNUSED xmlErrorPtr error)
{
  SelExchangeValidator *self = user_data;

  self->is_content = FALSE;
}

SelExchangeValidator *
sel_exchange_validator_new (void)
{
  SelExchangeValidator *self = g_new0 (SelExchangeValidator, 1);
  g_autofree char *text = sel_exchange_schema_dup_text ();
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewMemParserCtxt (text, (int) strlen (text));

  self->schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  self->context = xmlSchemaNewValidCtxt (self->schema);
  xmlSchemaSetValidStructuredErrors (self->context, complaint_cb, self);
  self->plug = xmlSchemaSAXPlug (self->context, &self->handler, &self->handler_data);

  /* The schema is our own: it fails only where there is no memory. */
  g_assert (self->schema && self->plug);
  return self;
}

void
sel_exchange_validator_free (SelExchangeValidator *self)
{
  xmlSchemaSAXUnplug (self->plug);
  xmlSchemaFreeValidCtxt (self->context);
  xmlSchemaFree (self->schema);
  g_free (self);
}

/**
 * sel_exchange_validator_start:
 *
 * Returns: whether the schema has nothing against this element here, as far as can be said
 */
gboolean
sel_exchange_validator_start (SelExchangeValidator *self, const SelXmlElement *element)
{
  self->is_content = TRUE;
  self->handler->startElementNs (self->handler_data,
                                 element->name,
                                 element->prefix,
                                 element->uri,
                                 element->n_namespaces,
                                 element->namespaces,
                                 element->n_attributes,
                                 element->n_defaulted,
                                 element->attributes);
  return self->is_content;
}

/**
 * sel_exchange_validator_text:
 *
 * The whole text of the open element: pieces would be joined by copying what is there for each.
 */
void
sel_exchange_validator_text (SelExchangeValidator *self, const char *text, gsize length)
{
  self->handler->characters (self->handler_data, (const xmlChar *) text, (int) length);
}

/**
 * sel_exchange_validator_end:
 *
 * Returns: whether the schema has nothing against what is in the element that ends
 */
gboolean
sel_exchange_validator_end (SelExchangeValidator *self, const SelXmlElement *element)
{
  self->is_content = TRUE;
  self->handler->endElementNs (self->handler_data, element->name, element->prefix, element->uri);
  return self->is_content;
}
