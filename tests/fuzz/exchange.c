/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader of exchange files. */
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

#include "confined/exchange-reader.h"
#include "confined/schema.h"
#include "drain.h"

/* A reader makes the schema once, which takes a hundred times longer than a small file does. */
static xmlSchemaPtr schema;

static char *
dup_text_once (void)
{
  return schema ? g_strdup (" ") : sel_exchange_schema_dup_text ();
}

static xmlSchemaPtr
parse_once (xmlSchemaParserCtxtPtr parser)
{
  if (schema == NULL)
    schema = xmlSchemaParse (parser);
  return schema;
}

#define sel_exchange_schema_dup_text dup_text_once
#define xmlSchemaParse parse_once
#define xmlSchemaFree(unused)
#include "confined/exchange-validator.c"

/* libxml2 would print what it finds wrong. */
static void
say_nothing (G_GNUC_UNUSED void *data, G_GNUC_UNUSED const char *message, ...)
{
}

int
LLVMFuzzerInitialize (G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
  xmlSetGenericErrorFunc (NULL, say_nothing);
  drain_start ();
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  drain_run (sel_exchange_reader_run, data, length);
  return 0;
}
