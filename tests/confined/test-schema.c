/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that describe the exchange format are made from the field tables and kept in data/, so
 * that a change of the format shows as one. After such a change this makes them anew, from the
 * top of the source tree:
 *
 *   DATA=data _build/tests/confined/test-schema --write */
#include <libxml/xmlregexp.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "confined/exchange-header.h"
#include "confined/schema.h"
#include "support/exchange-manual.h"

#define SCHEMA "exchange/selaras-exchange-1.xsd"
#define MANUAL "man/selaras-exchange.5"

static char *
dup_path (const char *name)
{
  return g_build_filename (g_getenv ("DATA"), name, NULL);
}

static void
check_file (const char *name, const char *made)
{
  g_autofree char *path = dup_path (name);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &kept, NULL, &error);
  g_assert_no_error (error);
  if (!g_str_equal (kept, made))
    g_error ("%s is not what the field tables say; make it anew: see test-schema.c", name);
}

static void
test_schema_is_up_to_date (void)
{
  g_autofree char *made = sel_exchange_schema_dup_text ();

  check_file (SCHEMA, made);
}

static void
test_manual_is_up_to_date (void)
{
  g_autofree char *made = exchange_manual_dup_text ();

  check_file (MANUAL, made);
}

/* As another program would: with the whole document in memory. */
static void
test_sample_is_valid (void)
{
  g_autofree char *schema_path = dup_path (SCHEMA);
  g_autofree char *sample_path = dup_path ("exchange/sample.xml");
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt (schema_path);
  xmlSchemaPtr schema = xmlSchemaParse (parser);
  xmlSchemaValidCtxtPtr validation = xmlSchemaNewValidCtxt (schema);
  xmlDocPtr sample = xmlReadFile (sample_path, NULL, XML_PARSE_NONET);

  g_assert_nonnull (sample);
  g_assert_cmpint (xmlSchemaValidateDoc (validation, sample), ==, 0);

  xmlFreeDoc (sample);
  xmlSchemaFreeValidCtxt (validation);
  xmlSchemaFree (schema);
  xmlSchemaFreeParserCtxt (parser);
}

/* Every form is said twice: as a pattern of the schema, and as a function. */
static void
test_patterns_and_functions_agree (void)
{
  static const char *const texts[] = {
    "63",
    "63.72",
    "63.72.02",
    "63.72.02.1001",
    "6",
    "637",
    "63.",
    "63.7",
    "63.72.02.1",
    "63-72",
    "6372020508959999",
    "637202050895999",
    "63720205089599990",
    "63720205089599A9",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85",
    "a.pdf",
    "a b.pdf",
    "café.pdf",
    ".a.pdf",
    "..",
    "../a.pdf",
    "a/b",
    "a\\b",
    "/",
    "a.",
    "-",
    ".-a",
    "bnnk-banjarbaru",
    "a.b",
    "a..b-",
    "-a",
    "A",
    "a_b",
    "a b",
    "0",
    "2019-05-16T09:00:00+08:00",
    "2019-05-16T01:00:00Z",
    "2019-05-16T01:00:00-03:30",
    "2019-05-16T09:00:00",
    "2019-05-16T09:00+08:00",
    "2019-05-16",
    "20190516T090000Z",
    "2019-05-16T09:00:00.5Z",
    "2019-05-16 09:00:00Z",
    "2019-05-16T09:00:00+08",
  };

  for (guint i = 0; i < SEL_N_EXCHANGE_TYPES; i++)
    for (guint j = 0; j < sel_exchange_type_at (i)->n_fields; j++)
      {
        const SelForm *form = sel_exchange_type_at (i)->fields[j].form;
        xmlRegexpPtr pattern = form ? xmlRegexpCompile ((const xmlChar *) form->pattern) : NULL;

        for (guint k = 0; form && k < G_N_ELEMENTS (texts); k++)
          if (xmlRegexpExec (pattern, (const xmlChar *) texts[k]) != form->matches (texts[k]))
            {
              g_test_message ("“%s” and %s", texts[k], form->pattern);
              g_test_fail ();
            }
        xmlRegFreeRegexp (pattern);
      }
}

/* The reader keeps a record's fields in an array of that size. */
static void
test_no_type_has_too_many_fields (void)
{
  for (guint i = 0; i < SEL_N_EXCHANGE_TYPES; i++)
    g_assert_cmpuint (sel_exchange_type_at (i)->n_fields, <=, SEL_EXCHANGE_MOST_FIELDS);
}

static gboolean
write_file (const char *name, const char *text)
{
  g_autofree char *path = dup_path (name);
  g_autoptr (GError) error = NULL;

  if (g_file_set_contents (path, text, -1, &error))
    return TRUE;

  g_printerr ("%s\n", error->message);
  return FALSE;
}

static int
write_files (void)
{
  g_autofree char *schema = sel_exchange_schema_dup_text ();
  g_autofree char *manual = exchange_manual_dup_text ();

  return write_file (SCHEMA, schema) && write_file (MANUAL, manual) ? 0 : 1;
}

int
main (int argc, char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "--write"))
    return write_files ();

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/schema-is-up-to-date", test_schema_is_up_to_date);
  g_test_add_func ("/schema/manual-is-up-to-date", test_manual_is_up_to_date);
  g_test_add_func ("/schema/sample-is-valid", test_sample_is_valid);
  g_test_add_func ("/schema/patterns-and-functions-agree", test_patterns_and_functions_agree);
  g_test_add_func ("/schema/no-type-has-too-many-fields", test_no_type_has_too_many_fields);

  return g_test_run ();
}
