/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/hostile-xml.h"

#include <string.h>

#define ROOT "<exchange xmlns=\"urn:selaras:exchange:1\">"
#define HEADER                                                         \
  "<header><sender>hostile</sender><sender_name>Hostile</sender_name>" \
  "<made_at>2019-05-16T09:00:00+08:00</made_at><sequence>1</sequence></header>"

/* After so many bytes a text, or a tag, is more than any sound file has, even of references. */
#define TOO_MUCH (6u << 20)

/* The bytes as they are. */
static GBytes *
whole (const char *text, gsize length)
{
  return g_bytes_new (text, length);
}

static GBytes *
wrap (const char *before, const char *text, gsize length, const char *after)
{
  GString *file = g_string_new (before);

  g_string_append_len (file, text, (gssize) length);
  g_string_append (file, after);
  return g_string_free_to_bytes (file);
}

/* In the place of records. */
static GBytes *
records (const char *text, gsize length)
{
  return wrap (ROOT HEADER "\n", text, length, "\n</exchange>\n");
}

/* Fields of a participant. */
static GBytes *
person (const char *text, gsize length)
{
  return wrap (ROOT HEADER "\n<participant id=\"O-1\">", text, length,
               "</participant>\n</exchange>\n");
}

/* The header's fields. */
static GBytes *
header (const char *text, gsize length)
{
  return wrap (ROOT "<header>", text, length, "</header></exchange>\n");
}

/* ASCII as UTF-16 with the least significant byte first, behind a byte order mark. */
static GBytes *
utf16 (const char *text, gsize length)
{
  GString *file = g_string_new ("\xff\xfe");

  for (gsize i = 0; i < length; i++)
    {
      g_string_append_c (file, text[i]);
      g_string_append_c (file, '\0');
    }
  return g_string_free_to_bytes (file);
}

/* UTF-16 that ends in the first half of a pair and no second one. */
static GBytes *
half_pair (const char *text, gsize length)
{
  g_autoptr (GBytes) sound = utf16 (text, length);
  GString *file =
    g_string_new_len (g_bytes_get_data (sound, NULL), (gssize) g_bytes_get_size (sound));

  g_string_append_len (file, "\0\xd8\"\0>\0", 6);
  return g_string_free_to_bytes (file);
}

static GBytes *
utf32 (const char *text, gsize length)
{
  GString *file = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      g_string_append_len (file, "\0\0\0", 3);
      g_string_append_c (file, text[i]);
    }
  return g_string_free_to_bytes (file);
}

/* @text where a percent sign stands in one of these, as often as it takes to be too much. */
static GBytes *
repeat (const char *frame, const char *text)
{
  const char *place = strchr (frame, '%');
  GString *file = g_string_new_len (frame, place - frame);
  gsize start = file->len;

  while (file->len - start < TOO_MUCH)
    g_string_append (file, text);
  g_string_append (file, place + 1);
  return g_string_free_to_bytes (file);
}

static GBytes *
long_name (const char *text, G_GNUC_UNUSED gsize length)
{
  return repeat (ROOT HEADER
                 "<participant id=\"O-1\"><name>%</name><kind>tks</kind></participant></exchange>",
                 text);
}

static GBytes *
long_record (const char *text, G_GNUC_UNUSED gsize length)
{
  return repeat (ROOT HEADER "%</exchange>", text);
}

static GBytes *
long_tag (const char *text, G_GNUC_UNUSED gsize length)
{
  return repeat (ROOT HEADER "<participant %></participant></exchange>", text);
}

static GBytes *
long_element_name (const char *text, G_GNUC_UNUSED gsize length)
{
  return repeat (ROOT HEADER "<%/></exchange>", text);
}

static GBytes *
long_comment (const char *text, G_GNUC_UNUSED gsize length)
{
  return repeat (ROOT HEADER "<!--%--></exchange>", text);
}

static GBytes *
long_instruction (const char *text, G_GNUC_UNUSED gsize length)
{
  return repeat (ROOT HEADER "<?x %?></exchange>", text);
}

static GBytes *
long_cdata (const char *text, G_GNUC_UNUSED gsize length)
{
  return repeat (
    ROOT HEADER
    "<participant id=\"O-1\"><name><![CDATA[%]]></name><kind>tks</kind></participant></exchange>",
    text);
}

/* One long entity, used often: no entity holds another. */
static GBytes *
quadratic (const char *text, gsize length)
{
  g_autofree char *before = g_strdup_printf (
    "<!DOCTYPE exchange [<!ENTITY a \"%0*d\">]>" ROOT "<header><sender>", 50000, 0);
  GString *file = g_string_new (before);

  for (guint i = 0; i < 10000; i++)
    g_string_append_len (file, text, (gssize) length);
  g_string_append (file, "</sender></header></exchange>");
  return g_string_free_to_bytes (file);
}

/* Each attribute has another name: a parser may compare each with each. */
static GBytes *
many_attributes (const char *format_start, G_GNUC_UNUSED gsize length)
{
  GString *file = g_string_new (ROOT HEADER "<participant");

  for (guint i = 0; file->len < TOO_MUCH; i++)
    g_string_append_printf (file, " %s%u=\"urn:x\"", format_start, i);
  g_string_append (file, "/></exchange>");
  return g_string_free_to_bytes (file);
}

static GBytes *
nest (guint depth)
{
  GString *file = g_string_new (ROOT HEADER "<participant id=\"O-1\"><name>");

  for (guint i = 0; i < depth; i++)
    g_string_append (file, "<a>");
  for (guint i = 0; i < depth; i++)
    g_string_append (file, "</a>");
  g_string_append (file, "</name></participant></exchange>");
  return g_string_free_to_bytes (file);
}

static GBytes *
deep (G_GNUC_UNUSED const char *text, G_GNUC_UNUSED gsize length)
{
  return nest (62);
}

static GBytes *
very_deep (G_GNUC_UNUSED const char *text, G_GNUC_UNUSED gsize length)
{
  return nest (200000);
}

#define STOPS(name, make, text, sentence)                            \
  {                                                                  \
    name, HOSTILE_XML_STOPS, sentence, make, text, sizeof (text) - 1 \
  }
#define REFUSES(name, make, text, sentence)                            \
  {                                                                    \
    name, HOSTILE_XML_REFUSES, sentence, make, text, sizeof (text) - 1 \
  }

/* A participant with one field, and what all others need. */
#define PERSON(fields) "<name>A</name>" fields "<kind>tks</kind>"

#define RECORD(name, fields) "<" name " id=\"R-1\">" fields "</" name ">"
#define DOCUMENT(file, sha256)                                                                 \
  RECORD ("document",                                                                          \
          "<agreement>A-1</agreement><kind>signed</kind><title>T</title><file>" file "</file>" \
          "<sha256>" sha256 "</sha256>")
#define SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define COURSE(hours)                                                                              \
  RECORD ("course", "<name>A</name><vocation>B</vocation><hours>" hours "</hours>")
#define ENROLMENT(score) \
  RECORD ("enrolment",   \
          "<participant>O-1</participant><stage>tested</stage><test_score>" score "</test_score>")
#define SESSION(starts_at)                                                      \
  RECORD ("session", "<cohort>K-1</cohort><starts_at>" starts_at "</starts_at>" \
                     "<ends_at>2019-07-01T11:30</ends_at>")

const HostileXml hostile_xml[] = {
  /* Not XML at all. */
  STOPS ("nothing", whole, "", "The file is empty."),
  STOPS ("only a byte order mark", whole, "\xef\xbb\xbf", "The file is empty."),
  STOPS ("only blanks", whole, " \r\n\t\n", "The file is empty."),
  STOPS ("one byte", whole, "<", "The file ends too early"),
  STOPS ("PNG", whole, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "This is not an XML file"),
  STOPS ("ELF", whole,
         "\x7f"
         "ELF\x02\x01\x01\0",
         "This is not an XML file"),
  STOPS ("gzip", whole, "\x1f\x8b\x08\0\0\0\0\0\0\x03", "This is not an XML file"),
  STOPS ("zip, such as a spreadsheet", whole, "PK\x03\x04\x14\0\x08\0", "This is not an XML file"),
  STOPS ("PDF", whole, "%PDF-1.7\n", "This is not an XML file"),
  STOPS ("SQLite", whole, "SQLite format 3\0", "This is not an XML file"),
  STOPS ("JSON", whole, "{\"exchange\": []}", "This is not an XML file"),
  STOPS ("CSV", whole, "nik;nama\n1;A\n", "This is not an XML file"),
  STOPS ("zero bytes", whole, "\0\0\0\0\0\0\0\0", "This is not an XML file"),
  STOPS ("EBCDIC", whole, "\x4c\x6f\xa7\x94\x93\x40\xa5\x85", "This is not an XML file"),
  STOPS ("HTML", whole, "<!DOCTYPE html>\n<html><body></body></html>", "document type"),
  STOPS ("HTML without a document type", whole, "<html><body></body></html>",
         "first element is “html”"),
  STOPS ("HTML as people write it", whole, "<html><br></html>", "first element is “html”"),
  STOPS ("SVG", whole, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "first element is “svg”"),

  /* Document types, and the entities and files that they bring. */
  STOPS ("an external entity in a file", whole,
         "<!DOCTYPE exchange [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" ROOT "&e;</exchange>",
         "document type"),
  STOPS ("an external entity on a server", whole,
         "<!DOCTYPE exchange [<!ENTITY e SYSTEM \"http://127.0.0.1/e\">]>" ROOT "&e;</exchange>",
         "document type"),
  STOPS ("a parameter entity", whole,
         "<!DOCTYPE exchange [<!ENTITY % e SYSTEM \"file:///etc/passwd\"> %e;]>" ROOT "</exchange>",
         "document type"),
  STOPS (
    "a billion laughs", whole,
    "<!DOCTYPE exchange [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
    "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"
    "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h "
    "\"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]>" ROOT "&h;</exchange>",
    "document type"),
  STOPS ("a billion laughs in an attribute", whole,
         "<!DOCTYPE exchange [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
         "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" ROOT HEADER
         "<partner id=\"&c;\"/></exchange>",
         "document type"),
  STOPS ("a quadratic blow-up", quadratic, "&a;", "document type"),
  STOPS ("an entity in itself", whole,
         "<!DOCTYPE exchange [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>" ROOT "&a;</exchange>",
         "document type"),
  STOPS ("a DTD in a file", whole,
         "<!DOCTYPE exchange SYSTEM \"file:///etc/passwd\">" ROOT "</exchange>", "document type"),
  STOPS ("a public DTD", whole,
         "<!DOCTYPE exchange PUBLIC \"-//X//Y\" \"http://127.0.0.1/x.dtd\">" ROOT "</exchange>",
         "document type"),
  STOPS ("a default attribute", whole,
         "<!DOCTYPE exchange [<!ATTLIST partner id CDATA \"P-1\">]>" ROOT "</exchange>",
         "document type"),
  STOPS ("an unparsed entity", whole,
         "<!DOCTYPE exchange [<!NOTATION n SYSTEM \"n\"><!ENTITY e SYSTEM \"e\" NDATA n>]>" ROOT
         "</exchange>",
         "document type"),
  STOPS ("an empty document type", whole, "<!DOCTYPE exchange>" ROOT HEADER "</exchange>",
         "document type"),
  STOPS ("a document type after a comment", whole,
         "<!-- a --><?b?><!DOCTYPE exchange []>" ROOT "</exchange>", "document type"),
  STOPS ("a document type in UTF-16", utf16, "<!DOCTYPE exchange []><exchange/>", "document type"),
  STOPS ("a document type without an end", whole, "<!DOCTYPE exchange [ <!ENTITY a \"",
         "document type"),
  STOPS ("a document type cut off", whole, "<!DOCTYPE exchange SYSTEM \"a",
         "The file ends too early"),
  STOPS ("a document type in small letters", whole, "<!doctype exchange>" ROOT "</exchange>",
         "not well-formed"),
  STOPS ("a document type among records", records, "<!DOCTYPE exchange []>", "not well-formed"),

  /* Entities without one. */
  STOPS ("an entity of HTML", person, "<name>A&nbsp;B</name>", "The entity “&nbsp;”"),
  STOPS ("an entity in an identifier", records, "<partner id=\"&evil;\"/>", "The entity “&evil;”"),
  STOPS ("a bare ampersand", person, "<name>A & B</name>", "not well-formed"),
  STOPS ("a reference without a name", person, "<name>&;</name>", "not well-formed"),
  STOPS ("a reference to zero", person, "<name>&#0;</name>",
         "a character here that XML does not allow"),
  STOPS ("a reference to a control character", person, "<name>&#x1b;</name>",
         "a character here that XML does not allow"),
  STOPS ("a reference to half a pair", person, "<name>&#xD800;</name>",
         "a character here that XML does not allow"),
  STOPS ("a reference beyond Unicode", person, "<name>&#x110000;</name>",
         "a character here that XML does not allow"),
  STOPS ("a reference that overflows", person, "<name>&#99999999999999999999;</name>",
         "a character here that XML does not allow"),
  STOPS ("a reference to no number", person, "<name>&#x;</name>",
         "a character here that XML does not allow"),

  /* Cut off. */
  STOPS ("cut off after the declaration", whole, "<?xml version=\"1.0\"?>\n",
         "The file ends too early"),
  STOPS ("cut off in the declaration", whole, "<?xml version=\"1.", "The file ends too early"),
  STOPS ("cut off in the root", whole, "<exchange xmlns=\"urn:sel", "The file ends too early"),
  STOPS ("cut off after the root's start", whole, ROOT, "The file ends too early"),
  STOPS ("cut off between records", whole, ROOT HEADER "\n", "The file ends too early"),
  STOPS ("cut off in a tag", whole, ROOT HEADER "<participant id=\"O-1\"><na",
         "The file ends too early"),
  STOPS ("cut off in a value", whole, ROOT HEADER "<participant id=\"O-1\"><name>Ahm",
         "The file ends too early"),
  STOPS ("cut off in an end tag", whole, ROOT HEADER "<participant id=\"O-1\"><name>A</nam",
         "The file ends too early"),
  STOPS ("cut off in a character", whole, ROOT HEADER "<participant id=\"O-1\"><name>\xe2\x80",
         "The file ends too early"),
  STOPS ("cut off in a reference", whole, ROOT HEADER "<participant id=\"O-1\"><name>&am",
         "The file ends too early"),
  STOPS ("cut off in a comment", whole, ROOT HEADER "<!-- a", "The file ends too early"),
  STOPS ("cut off in CDATA", whole, ROOT HEADER "<participant id=\"O-1\"><name><![CDATA[a",
         "The file ends too early"),
  STOPS ("cut off at the last byte", whole, ROOT HEADER "</exchange", "The file ends too early"),

  /* Too much. */
  STOPS ("65 elements deep", deep, "", "nested more than 64 deep"),
  STOPS ("200,000 elements deep", very_deep, "", "nested more than 64 deep"),
  STOPS ("a long text", long_name, "A", "more than 1 MiB of text"),
  STOPS ("a long text of references", long_name, "&amp;", "more than 1 MiB of text"),
  STOPS ("a long text of blanks", long_name, " ", "more than 1 MiB of text"),
  STOPS ("a long CDATA section", long_cdata, "A", "longer than 128 KiB"),
  REFUSES ("a long text outside of records", long_record, "A",
           "There is text outside of the fields."),
  STOPS ("a long attribute", long_tag, "AAAAAAAA", "longer than 128 KiB"),
  STOPS ("a long row of blanks in a tag", long_tag, " ", "longer than 128 KiB"),
  STOPS ("a long name", long_element_name, "A", "longer than 128 KiB"),
  STOPS ("a long comment", long_comment, "A", "longer than 128 KiB"),
  STOPS ("a long instruction", long_instruction, "A", "longer than 128 KiB"),
  STOPS ("many attributes", many_attributes, "a", "longer than 128 KiB"),
  STOPS ("many namespaces", many_attributes, "xmlns:a", "longer than 128 KiB"),

  /* Encodings. */
  STOPS ("half a character", person, "<name>\x80</name>", "no text in the encoding"),
  STOPS ("a character too long for what it says", person, "<name>\xc0\x80</name>",
         "no text in the encoding"),
  STOPS ("half a pair in UTF-8", person, "<name>\xed\xa0\x80</name>", "no text in the encoding"),
  STOPS ("a character beyond Unicode", person, "<name>\xf4\x90\x80\x80</name>",
         "no text in the encoding"),
  STOPS ("Latin-1 that says it is UTF-8", whole,
         "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" ROOT HEADER
         "<partner id=\"P-1\"><name>Caf\xe9</name></partner></exchange>",
         "no text in the encoding"),
  STOPS ("bytes that are no character in a name", records, "<part\xff\xfener/>",
         "no text in the encoding"),
  STOPS ("UTF-7", whole, "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" ROOT HEADER "</exchange>",
         "The encoding “UTF-7”"),
  STOPS ("EBCDIC by name", whole,
         "<?xml version=\"1.0\" encoding=\"EBCDIC-CP-US\"?>" ROOT HEADER "</exchange>",
         "The encoding “EBCDIC-CP-US”"),
  STOPS ("Windows-1252", whole,
         "<?xml version=\"1.0\" encoding=\"windows-1252\"?>" ROOT HEADER "</exchange>",
         "The encoding “windows-1252”"),
  STOPS ("Shift JIS", whole,
         "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" ROOT HEADER "</exchange>",
         "The encoding “Shift_JIS”"),
  STOPS ("an encoding that nobody knows", whole,
         "<?xml version=\"1.0\" encoding=\"klingon\"?>" ROOT HEADER "</exchange>",
         "The encoding “klingon”"),
  STOPS ("an encoding that is a path", whole,
         "<?xml version=\"1.0\" encoding=\"../../etc/passwd\"?>" ROOT "</exchange>",
         "not well-formed"),
  STOPS ("an encoding without a name", whole,
         "<?xml version=\"1.0\" encoding=\"\"?>" ROOT "</exchange>", "not well-formed"),
  STOPS ("UTF-16 by name only", whole,
         "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" ROOT HEADER "</exchange>",
         "Save it as UTF-8"),
  STOPS ("UTF-16 that says it is UTF-8", utf16,
         "<?xml version=\"1.0\" encoding=\"UTF-8\"?><exchange/>",
         "says that its encoding is “UTF-8”"),
  STOPS ("UTF-16 that says it is Latin-1", utf16,
         "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><exchange/>", "Save it as UTF-8"),
  STOPS ("UTF-16 with half a pair", half_pair, ROOT HEADER "<partner id=\"",
         "no text in the encoding"),
  STOPS ("UTF-32", utf32, "<exchange/>", "This is not an XML file"),

  /* Characters that XML does not have. */
  STOPS ("a zero byte", person, "<name>A\0B</name>", "a character here that XML does not allow"),
  STOPS ("a zero byte in a tag", records, "<part\0ner/>",
         "a character here that XML does not allow"),
  STOPS ("a control character", person, "<name>A\x01</name>",
         "a character here that XML does not allow"),
  STOPS ("an escape character", person, "<name>\x1b[2J</name>",
         "a character here that XML does not allow"),
  STOPS ("a form feed between records", records, "\x0c",
         "a character here that XML does not allow"),
  STOPS ("a character that is none", person, "<name>\xef\xbf\xbf</name>",
         "a character here that XML does not allow"),

  /* Not well-formed. */
  STOPS ("a blank before the declaration", whole,
         " <?xml version=\"1.0\"?>" ROOT HEADER "</exchange>", "only at the very beginning"),
  STOPS ("a second declaration", records, "<?xml version=\"1.0\"?>", "only at the very beginning"),
  STOPS ("XML 2.0", whole, "<?xml version=\"2.0\"?>" ROOT HEADER "</exchange>", "not well-formed"),
  STOPS ("a declaration without a version", whole, "<?xml?>" ROOT HEADER "</exchange>",
         "and says its version"),
  STOPS ("the wrong end tag", person, "<name>A</nama>",
         "does not belong to the element that is open"),
  STOPS ("an end tag with another case", person, "<name>A</Name>",
         "does not belong to the element that is open"),
  STOPS ("end tags crossed", records, "<partner id=\"P-1\"><name></partner></name>",
         "does not belong to the element that is open"),
  STOPS ("an attribute without quotes", records, "<partner id=P-1/>", "not well-formed"),
  STOPS ("an attribute without a value", records, "<partner id/>", "not well-formed"),
  STOPS ("an attribute twice", records, "<partner id=\"P-1\" id=\"P-2\"/>",
         "An attribute stands twice"),
  STOPS ("a tag in an attribute", records, "<partner id=\"<b>\"/>", "not well-formed"),
  STOPS ("an end tag with an attribute", records, "<partner id=\"P-1\"></partner id=\"P-1\">",
         "not well-formed"),
  STOPS ("an element that begins with a digit", records, "<1partner/>", "not well-formed"),
  STOPS ("a comment with two hyphens", records, "<!-- a -- b -->", "not well-formed"),
  STOPS ("the end of CDATA in a text", person, "<name>A]]>B</name>", "not well-formed"),
  STOPS ("CDATA outside of the root", whole, "<![CDATA[a]]>" ROOT HEADER "</exchange>",
         "not well-formed"),
  STOPS ("two roots", whole, ROOT HEADER "</exchange>" ROOT HEADER "</exchange>",
         "follows the end of the exchange"),
  STOPS ("text after the root", whole, ROOT HEADER "</exchange>\nend",
         "follows the end of the exchange"),
  STOPS ("a prefix without a namespace", records, "<x:partner id=\"P-1\"/>",
         "prefix “x” is not declared"),
  STOPS ("an attribute's prefix without a namespace", records, "<partner xsi:nil=\"true\"/>",
         "prefix “xsi” is not declared"),

  /* Another format. */
  STOPS ("no namespace", whole, "<exchange>" HEADER "</exchange>", "The file has no namespace"),
  STOPS ("another namespace", whole, "<exchange xmlns=\"http://example.org/\"/>",
         "The namespace is “http://example.org/”"),
  STOPS ("a namespace with a slip", whole, "<exchange xmlns=\"urn:selaras:exchnage:1\"/>",
         "The namespace is “urn:selaras:exchnage:1”"),
  STOPS ("a namespace in capitals", whole, "<exchange xmlns=\"URN:SELARAS:EXCHANGE:1\"/>",
         "The namespace is “URN:SELARAS:EXCHANGE:1”"),
  STOPS ("a namespace that turns the line around", whole,
         "<exchange xmlns=\"urn:\xe2\x80\xae:a&#10;b\"/>",
         "The namespace is “urn:\xef\xbf\xbd:a\xef\xbf\xbd"
         "b”"),
  STOPS ("a later version", whole, "<exchange xmlns=\"urn:selaras:exchange:2\"/>",
         "has the format “urn:selaras:exchange:2”"),
  STOPS ("another root", whole, "<Exchange xmlns=\"urn:selaras:exchange:1\"/>",
         "first element is “Exchange”"),
  STOPS ("a record for a root", whole, "<participant xmlns=\"urn:selaras:exchange:1\" id=\"O-1\"/>",
         "first element is “participant”"),
  STOPS ("an attribute of the root", whole,
         "<exchange xmlns=\"urn:selaras:exchange:1\" version=\"1\"/>",
         "The attribute “version” is not known"),

  /* Headers. */
  STOPS ("no header", whole,
         ROOT "<partner id=\"P-1\"><name>A</name><kind>bank</kind></partner></exchange>",
         "The header is missing"),
  STOPS ("nothing in it", whole, ROOT "</exchange>", "The header is missing"),
  STOPS ("the header last", whole,
         ROOT "<partner id=\"P-1\"><name>A</name><kind>bank</kind></partner>" HEADER "</exchange>",
         "The header is missing"),
  STOPS ("the header in no namespace", whole, ROOT "<header xmlns=\"\"/></exchange>",
         "The header is missing"),
  STOPS ("two headers", records, HEADER, "There is a second header"),
  STOPS (
    "a header without its sender", header,
    "<sender_name>A</sender_name><made_at>2019-05-16T09:00:00Z</made_at><sequence>1</sequence>",
    "Sender: It is missing"),
  STOPS ("a sender with spaces", header,
         "<sender>BNN "
         "Kota</sender><sender_name>A</sender_name><made_at>2019-05-16T09:00:00Z</"
         "made_at><sequence>1</sequence>",
         "Sender: It has small letters"),
  STOPS ("made at a time without a zone", header,
         "<sender>a</sender><sender_name>A</sender_name><made_at>2019-05-16T09:00:00</"
         "made_at><sequence>1</sequence>",
         "Made at: It is not a moment"),
  STOPS ("sequence zero", header,
         "<sender>a</sender><sender_name>A</sender_name><made_at>2019-05-16T09:00:00Z</"
         "made_at><sequence>0</sequence>",
         "Sequence: It must be a whole number"),
  STOPS ("an unknown element in the header", header, "<sender>a</sender><evil/>",
         "There is no field called “evil”"),
  STOPS ("a header with an identifier", whole, ROOT "<header id=\"H-1\"/></exchange>",
         "The attribute “id” is not known"),

  /* Records that are none of ours. */
  REFUSES ("an unknown record", records, "<weapon id=\"W-1\"/>",
           "There is no record called “weapon”"),
  REFUSES ("a record with another case", records, "<Partner id=\"P-1\"/>",
           "There is no record called “Partner”"),
  REFUSES ("a record in no namespace", records, "<partner xmlns=\"\" id=\"P-1\"/>",
           "There is no record called “partner”"),
  REFUSES ("a record in another namespace", records, "<x:partner xmlns:x=\"urn:x\" id=\"P-1\"/>",
           "There is no record called “partner”"),
  REFUSES ("XInclude for a record", records,
           "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" "
           "parse=\"text\"/>",
           "There is no record called “include”"),
  REFUSES ("XInclude for a field", person,
           "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" "
           "href=\"file:///etc/passwd\"/>" PERSON (""),
           "There is no field called “include”"),
  REFUSES ("XInclude in a field", person,
           "<name><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" "
           "href=\"file:///etc/passwd\"/></name><kind>tks</kind>",
           "Name: It must hold text only"),
  REFUSES ("text between records", records, "text", "There is text outside of the fields"),
  REFUSES ("CDATA between records", records, "<![CDATA[text]]>",
           "There is text outside of the fields"),
  REFUSES ("text in a record", person, "text" PERSON (""), "There is text outside of the fields"),

  /* Identifiers and attributes. */
  REFUSES ("no identifier", records, "<partner><name>A</name><kind>bank</kind></partner>",
           "The identifier is missing"),
  REFUSES ("an empty identifier", records,
           "<partner id=\"\"><name>A</name><kind>bank</kind></partner>",
           "must have 1 to 100 characters"),
  REFUSES ("a blank identifier", records,
           "<partner id=\" &#10; \"><name>A</name><kind>bank</kind></partner>",
           "must have 1 to 100 characters"),
  REFUSES ("an identifier of 101 characters", records,
           "<partner "
           "id="
           "\"1234567890123456789012345678901234567890123456789012345678901234567890123456789012345"
           "6789012345678901\"><name>A</name><kind>bank</kind></partner>",
           "must have 1 to 100 characters"),
  REFUSES ("an unknown attribute of a record", records,
           "<partner id=\"P-1\" onload=\"x\"><name>A</name><kind>bank</kind></partner>",
           "The attribute “onload” is not known"),
  REFUSES ("an unknown attribute of a field", person, "<name lang=\"id\">A</name><kind>tks</kind>",
           "Name: The attribute “lang” is not known"),
  REFUSES (
    "xml:base", records,
    "<partner xml:base=\"file:///etc/\" id=\"P-1\"><name>A</name><kind>bank</kind></partner>",
    "The attribute “base” is not known"),
  REFUSES ("xsi:nil", person,
           "<name xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
           "xsi:nil=\"true\"/><kind>tks</kind>",
           "Name: The attribute “nil” is not known"),
  REFUSES ("xsi:type", person,
           "<name xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
           "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
           "xsi:type=\"xs:anyType\">A</name><kind>tks</kind>",
           "Name: The attribute “type” is not known"),
  REFUSES ("xsi:schemaLocation in a record", records,
           "<partner xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
           "xsi:schemaLocation=\"urn:selaras:exchange:1 http://127.0.0.1/x.xsd\" "
           "id=\"P-1\"><name>A</name><kind>bank</kind></partner>",
           "The attribute “schemaLocation” is not known"),

  /* Fields. */
  REFUSES ("an unknown field", person, PERSON ("<weight>70</weight>"),
           "There is no field called “weight”"),
  REFUSES ("a field twice", person, PERSON ("<name>B</name>"), "Name: It stands twice"),
  REFUSES ("a field too late", person, PERSON ("<sex>male</sex><nik>6372020508959999</nik>"),
           "NIK: It stands too late"),
  REFUSES ("a field missing", person, "<name>A</name>", "Kind: It is missing"),
  REFUSES ("all fields missing", person, "", "Name: It is missing"),
  REFUSES ("an empty field", person, "<name/><kind>tks</kind>",
           "Name: It must have 1 to 200 characters"),
  REFUSES ("a blank field", person, "<name> &#9; </name><kind>tks</kind>",
           "Name: It must have 1 to 200 characters"),
  REFUSES ("an element in a field", person, "<name>A <b>B</b></name><kind>tks</kind>",
           "Name: It must hold text only"),
  REFUSES ("a record in a record", person, "<partner id=\"P-1\"/>" PERSON (""),
           "There is no field called “partner”"),

  /* Values. */
  REFUSES ("30 February", person, PERSON ("<birth_date>1990-02-30</birth_date>"),
           "Birth date: It must be a day of the calendar"),
  REFUSES ("a thirteenth month", person, PERSON ("<birth_date>2019-13-01</birth_date>"),
           "Birth date: It must be a day of the calendar"),
  REFUSES ("29 February of a common year", person, PERSON ("<birth_date>1900-02-29</birth_date>"),
           "Birth date: It must be a day of the calendar"),
  REFUSES ("a date with a zone", person, PERSON ("<birth_date>1990-02-03+07:00</birth_date>"),
           "Birth date: It must be a day of the calendar"),
  REFUSES ("a date in UTC", person, PERSON ("<birth_date>1990-02-03Z</birth_date>"),
           "Birth date: It must be a day of the calendar"),
  REFUSES ("a date with a time", person, PERSON ("<birth_date>1990-02-03T00:00:00</birth_date>"),
           "Birth date: It must be a day of the calendar"),
  REFUSES ("a date as people write it", person, PERSON ("<birth_date>03/02/1990</birth_date>"),
           "Birth date: It must be a day of the calendar"),
  REFUSES ("a date before the calendar", person, PERSON ("<birth_date>-0044-03-15</birth_date>"),
           "Birth date: It must be a day of the calendar"),
  REFUSES ("the year zero", person, PERSON ("<birth_date>0000-01-01</birth_date>"),
           "Birth date: It must be a day of the calendar"),
  REFUSES ("a time with seconds", records, SESSION ("2019-07-01T08:00:00"),
           "Starts at: It must be a date and time"),
  REFUSES ("a time with a zone", records, SESSION ("2019-07-01T08:00+08:00"),
           "Starts at: It must be a date and time"),
  REFUSES ("hour 24", records, SESSION ("2019-07-01T24:00"),
           "Starts at: It must be a date and time"),
  REFUSES ("a day without its time", records, SESSION ("2019-07-01"),
           "Starts at: It must be a date and time"),
  REFUSES ("a number in words", records, COURSE ("dua"),
           "Training hours: It must be a whole number from 1 to 10000"),
  REFUSES ("a number with a comma", records, COURSE ("1,5"),
           "Training hours: It must be a whole number"),
  REFUSES ("a whole number with a point", records, COURSE ("1.5"),
           "Training hours: It must be a whole number"),
  REFUSES ("a number in hexadecimal", records, COURSE ("0x10"),
           "Training hours: It must be a whole number"),
  REFUSES ("zero hours", records, COURSE ("0"), "Training hours: It must be a whole number"),
  REFUSES ("a negative number", records, COURSE ("-1"),
           "Training hours: It must be a whole number"),
  REFUSES ("a number that overflows", records, COURSE ("99999999999999999999999999999999"),
           "Training hours: It must be a whole number"),
  REFUSES ("a number that wraps around to 1", records, COURSE ("18446744073709551617"),
           "Training hours: It must be a whole number"),
  REFUSES ("a score that is not a number", records, ENROLMENT ("NaN"),
           "Written test: It must be a number from 0 to 100"),
  REFUSES ("a score without end", records, ENROLMENT ("INF"),
           "Written test: It must be a number from 0 to 100"),
  REFUSES ("a score with an exponent", records, ENROLMENT ("1e1"),
           "Written test: It must be a number from 0 to 100"),
  REFUSES ("a score above all", records, ENROLMENT ("100.01"),
           "Written test: It must be a number from 0 to 100"),
  REFUSES ("a choice that there is not", person, "<name>A</name><kind>spy</kind>",
           "Kind: It must be one of these: rehabilitation_client"),
  REFUSES ("a choice by its label", person, "<name>A</name><kind>Convict</kind>",
           "Kind: It must be one of these: rehabilitation_client"),
  REFUSES ("a choice among choices that there is not", records,
           RECORD ("programme", "<name>A</name><eligible_kinds>tks spy</eligible_kinds>"),
           "Open to: It must be some of these"),
  REFUSES ("choices with commas", records,
           RECORD ("programme", "<name>A</name><eligible_kinds>tks,tkm</eligible_kinds>"),
           "Open to: It must be some of these"),
  REFUSES ("no choices", records, RECORD ("programme", "<name>A</name><eligible_kinds/>"),
           "Open to: It must be some of these"),
  REFUSES (
    "a yes", records,
    RECORD (
      "agreement",
      "<kind>memorandum</kind><title>A</title><stage>draft</stage><open_ended>yes</open_ended>"),
    "Open-ended: It must be true or false"),
  REFUSES (
    "a one for true", records,
    RECORD (
      "agreement",
      "<kind>memorandum</kind><title>A</title><stage>draft</stage><open_ended>1</open_ended>"),
    "Open-ended: It must be true or false"),
  REFUSES ("a NIK with a letter", person, "<nik>63720205O8959999</nik>" PERSON (""),
           "NIK: A NIK has 16 digits"),
  REFUSES ("a NIK of 15 digits", person, "<nik>637202050895999</nik>" PERSON (""),
           "NIK: A NIK has 16 digits"),
  REFUSES ("a NIK of 17 digits", person, "<nik>63720205089599990</nik>" PERSON (""),
           "NIK: A NIK has 16 digits"),
  REFUSES ("a NIK with blanks", person, "<nik>637202 050895 9999</nik>" PERSON (""),
           "NIK: A NIK has 16 digits"),
  REFUSES ("a NIK in Arabic digits", person, "<nik>٦٣٧٢٠٢٠٥٠٨٩٥٩٩٩٩</nik>" PERSON (""),
           "NIK: A NIK has 16 digits"),
  REFUSES ("a region by name", person, PERSON ("<region>Banjarbaru</region>"),
           "Region: It is not a region code"),
  REFUSES ("a region without dots", person, PERSON ("<region>6372</region>"),
           "Region: It is not a region code"),
  REFUSES ("a name of 201 characters", person,
           "<name>"
           "123456789012345678901234567890123456789012345678901234567890123456789012345678901234567"
           "890123456789012345678901234567890123456789012345678901234567890123456789012345678901234"
           "567890123456789012345678901</name><kind>tks</kind>",
           "Name: It must have 1 to 200 characters"),
  REFUSES ("a reference to nothing", person, PERSON ("") "<referrer/>",
           "Referred by: It must be the identifier of another record"),
  REFUSES ("a hash in capitals", records,
           DOCUMENT ("a.pdf", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"),
           "SHA-256: A SHA-256 hash has 64 digits"),
  REFUSES ("a hash cut off", records, DOCUMENT ("a.pdf", "e3b0c442"),
           "SHA-256: A SHA-256 hash has 64 digits"),
  REFUSES ("a file in the folder above", records, DOCUMENT ("../a.pdf", SHA256),
           "File: A file name has no folder"),
  REFUSES ("a file from the root", records, DOCUMENT ("/etc/passwd", SHA256),
           "File: A file name has no folder"),
  REFUSES ("a file in a folder", records, DOCUMENT ("a/b.pdf", SHA256),
           "File: A file name has no folder"),
  REFUSES ("a file in a folder of Windows", records, DOCUMENT ("..\\a.pdf", SHA256),
           "File: A file name has no folder"),
  REFUSES ("a hidden file", records, DOCUMENT (".bashrc", SHA256),
           "File: A file name has no folder"),
  STOPS ("a file name with a zero", records, DOCUMENT ("a.pdf&#0;.exe", SHA256),
         "a character here that XML does not allow"),
};

const guint n_hostile_xml = G_N_ELEMENTS (hostile_xml);

/* The file. */
GBytes *
hostile_xml_dup_bytes (const HostileXml *self)
{
  return self->make (self->text, self->length);
}
