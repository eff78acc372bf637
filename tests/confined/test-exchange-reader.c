/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exchange files as the program sees them: read by the confined reader, out of its own process. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "confined/descriptor.h"
#include "confined/error.h"
#include "confined/exchange-stream.h"
#include "support/hostile-xml.h"
#include "support/input.h"

#define ROOT "<exchange xmlns=\"urn:selaras:exchange:1\">"
#define HEADER                                                   \
  "<header><sender>test</sender><sender_name>Test</sender_name>" \
  "<made_at>2019-05-16T09:00:00+08:00</made_at><sequence>1</sequence></header>"

static SelExchangeStream *
open_bytes (const char *data, gsize length)
{
  g_auto (SelDescriptor) input = input_new (data, length);
  g_autoptr (GError) error = NULL;
  SelExchangeStream *stream = sel_exchange_stream_new (input, "exchange.xml", &error);

  g_assert_no_error (error);
  return stream;
}

static SelExchangeStream *
open_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("DATA"), "exchange", "sample.xml", NULL);
  g_autoptr (GError) error = NULL;
  SelExchangeStream *stream = sel_exchange_stream_new_for_path (path, NULL, &error);

  g_assert_no_error (error);
  return stream;
}

static SelExchangeStream *
open_records (const char *records)
{
  g_autofree char *text = g_strconcat (ROOT HEADER "\n", records, "\n</exchange>\n", NULL);

  return open_bytes (text, strlen (text));
}

static void
next (SelExchangeStream *stream, SelExchangeItemKind kind, SelExchangeItem *item)
{
  g_autoptr (GError) error = NULL;

  sel_exchange_stream_next (stream, item, NULL, &error);
  g_assert_no_error (error);
  if (item->reason && kind != SEL_EXCHANGE_ITEM_REFUSAL)
    g_test_message ("%s", item->reason);
  g_assert_cmpint (item->kind, ==, kind);
}

static const char *
text_of (const SelExchangeItem *item, const char *field)
{
  return item->texts[sel_record_type_field (item->type, field) - item->type->fields];
}

/* The one record of a file is taken; its @field is @expected. */
static void
check_one (const char *records, const char *field, const char *expected)
{
  g_autoptr (SelExchangeStream) stream = open_records (records);
  SelExchangeItem item;

  next (stream, SEL_EXCHANGE_ITEM_HEADER, &item);
  next (stream, SEL_EXCHANGE_ITEM_RECORD, &item);
  g_assert_cmpstr (text_of (&item, field), ==, expected);
  next (stream, SEL_EXCHANGE_ITEM_END, &item);
  g_assert_cmpuint (item.n_records, ==, 1);
}

/* The line of @file on which @tag begins for the nth time. */
static guint
line_of (const char *file, const char *tag, guint nth)
{
  const char *at = file;
  guint line = 1;

  for (guint i = 0; i <= nth; i++)
    at = strstr (i ? at + 1 : at, tag);
  for (const char *c = file; c < at; c++)
    line += *c == '\n';
  return line;
}

static void
test_sample_has_each_type (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("DATA"), "exchange", "sample.xml", NULL);
  g_autofree char *file = NULL;
  g_autoptr (SelExchangeStream) stream = open_sample ();
  g_autoptr (GError) error = NULL;
  guint n[SEL_N_RECORD_TYPES] = { 0 };
  SelExchangeItem item;

  g_assert_true (g_file_get_contents (path, &file, NULL, NULL));

  next (stream, SEL_EXCHANGE_ITEM_HEADER, &item);
  g_assert_true (item.type == &sel_exchange_header_type);
  g_assert_null (item.id);
  g_assert_cmpuint (item.line, ==, line_of (file, "<header>", 0));
  g_assert_cmpstr (text_of (&item, "sender"), ==, "bnnk-banjarbaru");
  g_assert_cmpstr (text_of (&item, "sequence"), ==, "1");

  while (sel_exchange_stream_next (stream, &item, NULL, &error) &&
         item.kind != SEL_EXCHANGE_ITEM_END)
    {
      g_autofree char *tag = g_strdup_printf ("\n  <%s id=\"%s\">", item.type->name, item.id);

      g_assert_cmpint (item.kind, ==, SEL_EXCHANGE_ITEM_RECORD);
      g_assert_cmpuint (item.line, ==, line_of (file, tag, 0) + 1);
      n[sel_record_type_index (item.type)]++;
    }
  g_assert_no_error (error);

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    g_assert_cmpuint (n[i], >, 0);
  g_assert_cmpuint (item.n_refused + item.n_unlisted, ==, 0);
  g_assert_cmpfloat (sel_exchange_stream_get_progress (stream), ==, 1);
}

/* Each text is put in the struct of its record and comes back as it was. */
static void
check_texts (const SelExchangeItem *item)
{
  gpointer record = sel_record_new (item->type);

  for (guint i = 0; i < item->type->n_fields; i++)
    {
      const SelField *field = &item->type->fields[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      if (field->kind == SEL_FIELD_REFERENCE || item->texts[i] == NULL)
        continue;

      sel_field_set_text (field, record, item->texts[i], &error);
      g_assert_no_error (error);
      text = sel_field_dup_text (field, record);
      g_assert_cmpstr (text, ==, item->texts[i]);
    }

  sel_record_free (item->type, record);
}

static void
test_texts_fit_their_fields (void)
{
  g_autoptr (SelExchangeStream) stream = open_sample ();
  g_autoptr (GError) error = NULL;
  SelExchangeItem item;

  while (sel_exchange_stream_next (stream, &item, NULL, &error) &&
         item.kind != SEL_EXCHANGE_ITEM_END)
    check_texts (&item);
  g_assert_no_error (error);
}

static void
test_lines_beyond_65535 (void)
{
  g_autoptr (GString) records = g_string_new (NULL);
  g_autoptr (SelExchangeStream) stream = NULL;
  SelExchangeItem item;

  for (guint i = 0; i < 70000; i++)
    g_string_append_c (records, '\n');
  g_string_append (records, "<partner id=\"P-1\"><name>A</name><kind>bank</kind></partner>\n");
  g_string_append (records, "<partner id=\"P-2\">\n<name>A</name>\n<kind>shop</kind></partner>\n");
  g_string_append (records, "<partner id=\"P-3\">\n<kind>bank</kind></partner>");

  stream = open_records (records->str);
  next (stream, SEL_EXCHANGE_ITEM_HEADER, &item);
  next (stream, SEL_EXCHANGE_ITEM_RECORD, &item);
  g_assert_cmpuint (item.line, ==, 70002);
  next (stream, SEL_EXCHANGE_ITEM_REFUSAL, &item); /* of a value, where the value is */
  g_assert_cmpuint (item.line, ==, 70005);
  next (stream, SEL_EXCHANGE_ITEM_REFUSAL, &item); /* of what is missing: where its record begins */
  g_assert_cmpuint (item.line, ==, 70006);
  next (stream, SEL_EXCHANGE_ITEM_END, &item);
}

static void
test_all_problems_are_listed (void)
{
  static const char *const fields[] = {
    "nik", "birth_date", "region", NULL, "name", "kind", "name"
  };
  g_autoptr (SelExchangeStream) stream = NULL;
  SelExchangeItem item;

  stream = open_records ("<participant id=\"O-1\"><nik>12345</nik><birth_date>x</birth_date>"
                         "<region>Kota</region><weight>70</weight></participant>"
                         "<participant id=\"O-2\"><kind>tks</kind></participant>"
                         "<participant id=\"O-3\"><name>C</name><kind>tks</kind></participant>");
  next (stream, SEL_EXCHANGE_ITEM_HEADER, &item);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      next (stream, SEL_EXCHANGE_ITEM_REFUSAL, &item);
      g_assert_true (item.type == &sel_participant_type);
      g_assert_cmpstr (item.id, ==, i < 6 ? "O-1" : "O-2");
      g_assert_cmpstr (item.field ? item.field->name : NULL, ==, fields[i]);
    }

  next (stream, SEL_EXCHANGE_ITEM_RECORD, &item);
  g_assert_cmpstr (item.id, ==, "O-3");
  next (stream, SEL_EXCHANGE_ITEM_END, &item);
  g_assert_cmpuint (item.n_records, ==, 1);
  g_assert_cmpuint (item.n_refused, ==, 2);
}

/* A file with a problem in each of many records is read to its end, for who wants the rest. */
static void
test_list_of_problems_ends (void)
{
  g_autoptr (GString) records = g_string_new (NULL);
  g_autoptr (SelExchangeStream) stream = NULL;
  SelExchangeItem item;

  for (guint i = 0; i < 10005; i++)
    g_string_append (records, "<course id=\"C-1\"><name>A</name></course>");
  g_string_append (records, "<course id=\"C-1\"><name>A</name><vocation>B</vocation></course>");

  stream = open_records (records->str);
  next (stream, SEL_EXCHANGE_ITEM_HEADER, &item);
  for (guint i = 0; i < 10000; i++)
    next (stream, SEL_EXCHANGE_ITEM_REFUSAL, &item);
  next (stream, SEL_EXCHANGE_ITEM_RECORD, &item);
  next (stream, SEL_EXCHANGE_ITEM_END, &item);
  g_assert_cmpuint (item.n_refused, ==, 10005);
  g_assert_cmpuint (item.n_unlisted, ==, 5);
}

static void
test_text_is_read_as_xml_reads_it (void)
{
  static const struct
  {
    const char *text;
    const char *read;
  } names[] = {
    { "A", "A" },
    { "  A \n  B\t", "A B" },
    { "A &amp; B &lt;&gt;&quot;&apos;", "A & B <>\"'" },
    { "&#65;&#x42;", "AB" },
    { "<![CDATA[A <b> & ]]>B", "A <b> & B" },
    { "A<!-- and --> B", "A B" },
    { "A<?and?> B", "A B" },
    { "Ä ٣ 𝄞", "Ä ٣ 𝄞" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *record = g_strconcat ("<partner id=\"P-1\"><name>", names[i].text,
                                             "</name><kind>bank</kind></partner>", NULL);

      check_one (record, "name", names[i].read);
    }

  check_one ("<partner id=\" P-1\n\"><name>A</name><kind> bank </kind></partner>", "kind", "bank");
  check_one (
    "<partner id=\"P-1\"><name>A</name><kind>bank</kind><address>A\n  B</address></partner>",
    "address", "A\n  B");
  check_one (
    "<programme id=\"R-1\"><name>A</name><eligible_kinds>\ntks  tkm\n</eligible_kinds></programme>",
    "eligible_kinds", "tks tkm");
}

static void
test_identifiers_are_read_as_xml_reads_them (void)
{
  g_autoptr (SelExchangeStream) stream = open_records (
    "<course id=\"\n A &amp;&#38; &quot;&#x42;\"><name>A</name><vocation>B</vocation></course>");
  SelExchangeItem item;

  next (stream, SEL_EXCHANGE_ITEM_HEADER, &item);
  next (stream, SEL_EXCHANGE_ITEM_RECORD, &item);
  g_assert_cmpstr (item.id, ==, "A && \"B");
}

/* What other programs write into a file and what has no meaning here. */
static void
test_harmless_additions_are_passed_over (void)
{
  static const char file[] =
    "\xef\xbb\xbf<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n"
    "<?xml-stylesheet type='text/xsl' href='http://127.0.0.1/x.xsl'?><!-- a -->\n"
    "<s:exchange xmlns:s='urn:selaras:exchange:1' xmlns='urn:x'\n"
    " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'\n"
    " xsi:schemaLocation='urn:selaras:exchange:1 http://127.0.0.1/x.xsd'>\n"
    "<s:header><s:sender>a</s:sender><s:sender_name>A</s:sender_name>"
    "<s:made_at>2019-05-16T01:00:00Z</s:made_at><s:sequence>7</s:sequence></s:header>"
    "<s:partner id='P-1'><s:name>A</s:name><s:kind>bank</s:kind></s:partner>"
    "</s:exchange><!-- b --><?c?>\n\n";
  g_autoptr (SelExchangeStream) stream = open_bytes (file, strlen (file));
  SelExchangeItem item;

  next (stream, SEL_EXCHANGE_ITEM_HEADER, &item);
  next (stream, SEL_EXCHANGE_ITEM_RECORD, &item);
  next (stream, SEL_EXCHANGE_ITEM_END, &item);
}

/* In UTF-8 here. */
static void
check_encoding (const char *declaration, const char *mark, const char *encoding)
{
  static const char rest[] =
    ROOT HEADER "<course id=\"C-1\"><name>Café</name><vocation>B</vocation></course></exchange>";
  g_autofree char *text = g_strconcat (declaration, rest, NULL);
  gsize length;
  g_autofree char *converted = g_convert (text, -1, encoding, "UTF-8", NULL, &length, NULL);
  g_autoptr (GString) file = g_string_new (mark);
  g_autoptr (SelExchangeStream) stream = NULL;
  SelExchangeItem item;

  g_string_append_len (file, converted, (gssize) length);
  stream = open_bytes (file->str, file->len);
  next (stream, SEL_EXCHANGE_ITEM_HEADER, &item);
  next (stream, SEL_EXCHANGE_ITEM_RECORD, &item);
  g_assert_cmpstr (text_of (&item, "name"), ==, "Café");
  next (stream, SEL_EXCHANGE_ITEM_END, &item);
}

static void
test_encodings (void)
{
  check_encoding ("", "", "UTF-8");
  check_encoding ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "\xef\xbb\xbf", "UTF-8");
  check_encoding ("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>", "", "ISO-8859-1");
  check_encoding ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "\xff\xfe", "UTF-16LE");
  check_encoding ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "\xfe\xff", "UTF-16BE");
  check_encoding ("<?xml version=\"1.0\" encoding=\"UTF-16LE\"?>", "", "UTF-16LE");
  check_encoding ("", "\xff\xfe", "UTF-16LE");
}

/* Whether it is refused with its sentence, and read to the end where only a record is refused. */
static gboolean
is_refused (const HostileXml *hostile, GString *said)
{
  g_autoptr (GBytes) bytes = hostile_xml_dup_bytes (hostile);
  g_autoptr (SelExchangeStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  SelExchangeItem item;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  stream = open_bytes (data, length);
  while (sel_exchange_stream_next (stream, &item, NULL, &error) &&
         item.kind != SEL_EXCHANGE_ITEM_END)
    if (item.kind == SEL_EXCHANGE_ITEM_REFUSAL)
      g_string_append_printf (said, "%s\n", item.reason);
  if (error)
    g_string_append (said, error->message);

  if (strstr (said->str, hostile->sentence) == NULL)
    return FALSE;
  if (hostile->effect == HOSTILE_XML_REFUSES)
    return error == NULL;
  return g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED) &&
         g_str_has_prefix (error->message, "“exchange.xml”");
}

static void
test_hostile (void)
{
  for (guint i = 0; i < n_hostile_xml; i++)
    {
      g_autoptr (GString) said = g_string_new (NULL);

      if (!is_refused (&hostile_xml[i], said))
        {
          g_test_message ("%s: %s", hostile_xml[i].name, said->str);
          g_test_fail ();
        }
    }
}

/* Values of people stand in no sentence, and names from the file cannot break one. */
static void
test_sentences_hold_no_values (void)
{
  g_autoptr (SelExchangeStream) stream = NULL;
  SelExchangeItem item;

  stream = open_records (
    "<participant id=\"O-1\"><nik>SECRET</nik><name>A</name><sex>SECRET</sex>"
    "<birth_date>SECRET</birth_date><region>SECRET</region><education>SECRET</education>"
    "<kind>SECRET</kind>SECRET</participant>");
  next (stream, SEL_EXCHANGE_ITEM_HEADER, &item);
  for (guint i = 0; i < 7; i++)
    {
      next (stream, SEL_EXCHANGE_ITEM_REFUSAL, &item);
      g_assert_null (strstr (item.reason, "SECRET"));
    }
  next (stream, SEL_EXCHANGE_ITEM_END, &item);
}

static void
test_what_is_no_file_is_refused (void)
{
  g_autofree char *missing = g_build_filename (g_getenv ("DATA"), "no-such-file.xml", NULL);
  const char *const paths[] = { missing, g_getenv ("DATA"), "/dev/null" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sel_exchange_stream_new_for_path (paths[i], NULL, &error));
      g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED);
    }
}

#ifndef __SANITIZE_ADDRESS__ /* which keeps for a while what was freed */
/* The most memory, in KiB, that a reader has had until now. */
static long
most_memory (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_CHILDREN, &usage), ==, 0);
  return usage.ru_maxrss;
}

/* The file is not made in memory: a process is born with that of its parent on its account. */
static void
read_courses (guint n)
{
  g_autofree char *path = NULL;
  FILE *file = fdopen (g_file_open_tmp ("courses-XXXXXX", &path, NULL), "w");
  g_autoptr (SelExchangeStream) stream = NULL;
  SelExchangeItem item;

  fputs (ROOT HEADER, file);
  for (guint i = 0; i < n; i++)
    fprintf (file, "<course id=\"%u\"><name>A</name><vocation>B</vocation></course>\n", i);
  fputs ("</exchange>", file);
  g_assert_cmpint (fclose (file), ==, 0);

  stream = sel_exchange_stream_new_for_path (path, NULL, NULL);
  g_unlink (path);
  next (stream, SEL_EXCHANGE_ITEM_HEADER, &item);
  for (guint i = 0; i < n; i++)
    next (stream, SEL_EXCHANGE_ITEM_RECORD, &item);
  next (stream, SEL_EXCHANGE_ITEM_END, &item);
}

/* Comes before the tests with larger files. */
static void
test_memory_does_not_grow_with_the_file (void)
{
  long before;

  read_courses (10);
  before = most_memory ();
  read_courses (200000);
  g_assert_cmpint (most_memory () - before, <, 4 * 1024);
}
#endif

static void
test_cancelled (void)
{
  g_autoptr (SelExchangeStream) stream = open_records ("");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  SelExchangeItem item;

  g_cancellable_cancel (cancellable);
  g_assert_false (sel_exchange_stream_next (stream, &item, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add_func ("/exchange-reader/" name, function)

#ifndef __SANITIZE_ADDRESS__
  ADD ("memory-does-not-grow-with-the-file", test_memory_does_not_grow_with_the_file);
#endif
  ADD ("sample-has-each-type", test_sample_has_each_type);
  ADD ("texts-fit-their-fields", test_texts_fit_their_fields);
  ADD ("lines-beyond-65535", test_lines_beyond_65535);
  ADD ("all-problems-are-listed", test_all_problems_are_listed);
  ADD ("list-of-problems-ends", test_list_of_problems_ends);
  ADD ("text-is-read-as-xml-reads-it", test_text_is_read_as_xml_reads_it);
  ADD ("identifiers-are-read-as-xml-reads-them", test_identifiers_are_read_as_xml_reads_them);
  ADD ("harmless-additions-are-passed-over", test_harmless_additions_are_passed_over);
  ADD ("encodings", test_encodings);
  ADD ("hostile", test_hostile);
  ADD ("sentences-hold-no-values", test_sentences_hold_no_values);
  ADD ("what-is-no-file-is-refused", test_what_is_no_file_is_refused);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
