/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/schema.h"

#include <stdarg.h>

#include "confined/exchange-header.h"

static const char preamble[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<!-- Made from the field tables of Selaras (src/domain): change those, not this file. -->\n"
  "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"\n"
  "           xmlns=\"" SEL_EXCHANGE_NAMESPACE "\"\n"
  "           targetNamespace=\"" SEL_EXCHANGE_NAMESPACE "\"\n"
  "           elementFormDefault=\"qualified\" xml:lang=\"en\">\n";

static const char meaning[] =
  "Data exchange between offices that keep registers with Selaras. A file has a header and then "
  "any number of records. A record may refer to records before it in the file, and to those that "
  "the same sender sent earlier. Of an element that is left out, nothing is said. The PDF files "
  "that document records name lie beside the file.";

/* A line of the schema; the texts among the arguments are escaped. */
static void put (GString *schema, guint depth, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
put (GString *schema, guint depth, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append_printf (schema, "%*s%s\n", (int) depth * 2, "", text);
}

static void
put_meaning (GString *schema, guint depth, const char *about)
{
  put (schema, depth, "<xs:annotation><xs:documentation>%s</xs:documentation></xs:annotation>",
       about);
}

/* The types that fields of one kind share. */
static void
put_common_type (GString *schema,
                 const char *name,
                 const char *base,
                 const char *pattern,
                 const char *about)
{
  g_string_append_c (schema, '\n');
  put (schema, 1, "<xs:simpleType name=\"%s\">", name);
  put_meaning (schema, 2, about);
  put (schema, 2, "<xs:restriction base=\"%s\">", base);
  put (schema, 3, "<xs:pattern value=\"%s\"/>", pattern);
  put (schema, 2, "</xs:restriction>");
  put (schema, 1, "</xs:simpleType>");
}

static void
put_common_types (GString *schema)
{
  put_common_type (
    schema, "identifier", "xs:token", ".{1," G_STRINGIFY (SEL_EXCHANGE_MOST_ID) "}",
    "The sender’s own identifier of a record, unique among those of its kind and the "
    "same in every file.");
  put_common_type (schema, "date", "xs:date", "[0-9]{4}-[0-9]{2}-[0-9]{2}",
                   "A day, without a zone.");
  put_common_type (
    schema, "time", "xs:token",
    "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]",
    "Civil time at the venue, to the minute, such as 2019-05-16T09:00.");
  put_common_type (schema, "boolean", "xs:boolean", "true|false", "Left out, it is false.");
}

static void
put_text_type (GString *schema, guint depth, const SelField *field)
{
  gboolean is_multiline = (field->flags & SEL_FIELD_MULTILINE) != 0;

  put (schema, depth, "<xs:simpleType>");
  put (schema, depth + 1, "<xs:restriction base=\"%s\">", is_multiline ? "xs:string" : "xs:token");
  put (schema, depth + 2, "<xs:minLength value=\"1\"/>");
  put (schema, depth + 2, "<xs:maxLength value=\"%" G_GSIZE_FORMAT "\"/>",
       sel_field_most_bytes (field));
  if (field->form)
    put (schema, depth + 2, "<xs:pattern value=\"%s\"/>", field->form->pattern);
  put (schema, depth + 1, "</xs:restriction>");
  put (schema, depth, "</xs:simpleType>");
}

static void
put_number_type (GString *schema, guint depth, const SelField *field)
{
  put (schema, depth, "<xs:simpleType>");
  put (schema, depth + 1, "<xs:restriction base=\"%s\">",
       field->kind == SEL_FIELD_INTEGER ? "xs:integer" : "xs:decimal");
  if (field->most)
    {
      put (schema, depth + 2, "<xs:minInclusive value=\"%" G_GINT64_FORMAT "\"/>", field->least);
      put (schema, depth + 2, "<xs:maxInclusive value=\"%" G_GINT64_FORMAT "\"/>", field->most);
    }
  put (schema, depth + 1, "</xs:restriction>");
  put (schema, depth, "</xs:simpleType>");
}

static void
put_choice_type (GString *schema, guint depth, const SelField *field)
{
  put (schema, depth, "<xs:simpleType>");
  put (schema, depth + 1, "<xs:restriction base=\"xs:token\">");
  for (const SelChoice *choice = field->choices; choice->code; choice++)
    {
      put (schema, depth + 2, "<xs:enumeration value=\"%s\">", choice->code);
      put_meaning (schema, depth + 3, choice->label);
      put (schema, depth + 2, "</xs:enumeration>");
    }
  put (schema, depth + 1, "</xs:restriction>");
  put (schema, depth, "</xs:simpleType>");
}

/* Codes with spaces between them, at least one: what is empty is left out. */
static void
put_choices_type (GString *schema, guint depth, const SelField *field)
{
  put (schema, depth, "<xs:simpleType>");
  put (schema, depth + 1, "<xs:restriction>");
  put (schema, depth + 2, "<xs:simpleType>");
  put (schema, depth + 3, "<xs:list>");
  put_choice_type (schema, depth + 4, field);
  put (schema, depth + 3, "</xs:list>");
  put (schema, depth + 2, "</xs:simpleType>");
  put (schema, depth + 2, "<xs:minLength value=\"1\"/>");
  put (schema, depth + 1, "</xs:restriction>");
  put (schema, depth, "</xs:simpleType>");
}

/* The type of the schema that fits all fields of @kind, or NULL when each has its own. */
static const char *
common_type (SelFieldKind kind)
{
  switch (kind)
    {
    case SEL_FIELD_BOOLEAN:
      return "boolean";
    case SEL_FIELD_DATE:
      return "date";
    case SEL_FIELD_TIME:
      return "time";
    case SEL_FIELD_REFERENCE:
      return "identifier";
    case SEL_FIELD_TEXT:
    case SEL_FIELD_INTEGER:
    case SEL_FIELD_REAL:
    case SEL_FIELD_CHOICE:
    case SEL_FIELD_CHOICES:
    default:
      return NULL;
    }
}

static void
put_own_type (GString *schema, guint depth, const SelField *field)
{
  if (field->kind == SEL_FIELD_TEXT)
    put_text_type (schema, depth, field);
  else if (field->kind == SEL_FIELD_CHOICE)
    put_choice_type (schema, depth, field);
  else if (field->kind == SEL_FIELD_CHOICES)
    put_choices_type (schema, depth, field);
  else
    put_number_type (schema, depth, field);
}

static void
put_field (GString *schema, guint depth, const SelField *field)
{
  const char *type = common_type (field->kind);
  const char *occurs = field->flags & SEL_FIELD_OPTIONAL ? " minOccurs=\"0\"" : "";
  g_autofree char *about = g_strdup_printf ("%s: %s.", field->label, field->hint);
  g_autofree char *named = type ? g_strdup_printf (" type=\"%s\"", type) : g_strdup ("");

  /* Not escaped: part of it is markup. */
  g_string_append_printf (schema, "%*s<xs:element name=\"%s\"%s%s>\n",
                          (int) depth * 2, "", field->name, named, occurs);
  put_meaning (schema, depth + 1, about);
  if (type == NULL)
    put_own_type (schema, depth + 1, field);
  put (schema, depth, "</xs:element>");
}

static void
put_record_type (GString *schema, const SelRecordType *type)
{
  g_string_append_c (schema, '\n');
  put (schema, 1, "<xs:complexType name=\"%s\">", type->name);
  put_meaning (schema, 2, type->label);
  put (schema, 2, "<xs:sequence>");
  for (guint i = 0; i < type->n_fields; i++)
    put_field (schema, 3, &type->fields[i]);
  put (schema, 2, "</xs:sequence>");
  if (type != &sel_exchange_header_type)
    put (schema, 2, "<xs:attribute name=\"id\" type=\"identifier\" use=\"required\"/>");
  put (schema, 1, "</xs:complexType>");
}

/* The sequence around the choice looks idle, but libxml2 2.9 takes a choice that is repeated itself
 * for one that it may have to take back, and remembers every record. */
static void
put_root (GString *schema)
{
  g_string_append_c (schema, '\n');
  put (schema, 1, "<xs:element name=\"" SEL_EXCHANGE_ROOT "\">");
  put (schema, 2, "<xs:complexType>");
  put (schema, 3, "<xs:sequence>");
  put (schema, 4, "<xs:element name=\"%s\" type=\"%s\"/>",
       sel_exchange_header_type.name, sel_exchange_header_type.name);
  put (schema, 4, "<xs:sequence minOccurs=\"0\" maxOccurs=\"unbounded\">");
  put (schema, 5, "<xs:choice>");
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    put (schema, 6, "<xs:element name=\"%s\" type=\"%s\"/>",
         sel_record_types[i]->name, sel_record_types[i]->name);
  put (schema, 5, "</xs:choice>");
  put (schema, 4, "</xs:sequence>");
  put (schema, 3, "</xs:sequence>");
  put (schema, 2, "</xs:complexType>");
  put (schema, 1, "</xs:element>");
}

/**
 * sel_exchange_schema_dup_text:
 *
 * The form of exchange files as an XML Schema (XSD 1.0), made from the field tables. Identifiers
 * are not declared as keys: a validator would have to keep all of them in memory.
 *
 * Returns: (transfer full): the whole document, in UTF-8 and English
 */
char *
sel_exchange_schema_dup_text (void)
{
  GString *schema = g_string_new (preamble);

  put_meaning (schema, 1, meaning);
  put_root (schema);
  put_record_type (schema, &sel_exchange_header_type);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    put_record_type (schema, sel_record_types[i]);
  put_common_types (schema);
  g_string_append (schema, "</xs:schema>\n");

  return g_string_free (schema, FALSE);
}
