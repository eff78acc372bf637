/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/exchange-reader.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/parserInternals.h>

#include "confined/exchange-elements.h"
#include "confined/whole.h"

#define BLOCK (64u << 10)

/* How often the program hears how far the reader is. */
#define BYTES_BETWEEN_PROGRESS (1u << 20)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

typedef struct
{
  SelExchangeTeller teller;
  SelExchangeElements *elements;
  xmlParserCtxtPtr parser;
  int input;
  gint64 n_read;
  gboolean is_utf16;
  gboolean is_at_end; /* all of the file was given to the parser */
} Reader;

/* The nodes of libxml2 end at line 65,535; its parser counts on. */
static guint
current_line (Reader *self)
{
  return self->parser->input ? (guint) self->parser->input->line : 0;
}

/* Says that the file cannot be read any further. */
static void
stop (Reader *self, SelExchangeProblem problem, guint line, const char *detail)
{
  const SelExchangePlace place = { line, SEL_EXCHANGE_NOTHING, SEL_EXCHANGE_NOTHING, "" };

  sel_exchange_teller_stop (&self->teller, problem, &place, detail);
}

/* What is not here is read by code that takes its tables from the file system, which is closed. */
static const char *const encodings[] = {
  "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "US-ASCII"
};

static gboolean
is_known_encoding (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_ascii_strcasecmp (encodings[i], name) == 0)
      return TRUE;

  return FALSE;
}

/* Whatever the parser makes of a file in another encoding, it is the encoding that is wrong. */
static void
check_encoding (Reader *self)
{
  const xmlParserInput *input = self->parser->input;
  const char *declared = (const char *) self->parser->encoding;

  if (declared == NULL && input)
    declared = (const char *) input->encoding;
  if (declared == NULL)
    return;

  if (!is_known_encoding (declared))
    stop (self, SEL_PROBLEM_ENCODING, current_line (self), declared);
  else if (self->is_utf16 != (g_ascii_strncasecmp (declared, "UTF-16", strlen ("UTF-16")) == 0))
    stop (self, SEL_PROBLEM_OTHER_ENCODING, current_line (self), declared);
}

/* Called once the XML declaration was read. */
static void
start_document_cb (gpointer user_data)
{
  check_encoding (user_data);
}

/* A document type can define entities and name other files. It is refused before the parser reads
 * what it says, so that there is never an entity to expand or a file to fetch. */
static void
document_type_cb (gpointer user_data,
                  G_GNUC_UNUSED const xmlChar *name,
                  G_GNUC_UNUSED const xmlChar *public_id,
                  G_GNUC_UNUSED const xmlChar *system_id)
{
  Reader *self = user_data;

  stop (self, SEL_PROBLEM_DOCTYPE, current_line (self), NULL);
  xmlStopParser (self->parser);
}

static void
start_element_cb (gpointer user_data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  Reader *self = user_data;
  const SelXmlElement element = {
    name,
    prefix,
    uri,
    n_namespaces,
    namespaces,
    n_attributes,
    n_defaulted,
    attributes,
  };

  sel_exchange_elements_start (self->elements, current_line (self), &element);
}

static void
end_element_cb (gpointer user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reader *self = user_data;
  const SelXmlElement element = { .name = name, .prefix = prefix, .uri = uri };

  sel_exchange_elements_end (self->elements, &element);
}

static void
text_cb (gpointer user_data, const xmlChar *text, int length)
{
  Reader *self = user_data;

  sel_exchange_elements_text (self->elements,
                              current_line (self),
                              (const char *) text,
                              (gsize) length);
}

/* libxml2 has one code for bytes that are no character and for characters that are not XML's. */
static SelExchangeProblem
problem_of_character (Reader *self)
{
  const xmlParserInput *input = self->parser->input;
  gunichar character = 0;

  if (input)
    character = g_utf8_get_char_validated ((const char *) input->cur, input->end - input->cur);
  return character == (gunichar) -1 ? SEL_PROBLEM_BYTES : SEL_PROBLEM_CHARACTER;
}

/* What breaks only when there is no more to come was cut off, unless more tags were to come. */
static SelExchangeProblem
problem_at_end (Reader *self)
{
  const xmlParserInput *input = self->parser->input;

  if (sel_exchange_elements_is_complete (self->elements))
    return SEL_PROBLEM_TRAILING;
  if (input && memchr (input->cur, '>', (gsize) (input->end - input->cur)))
    return SEL_PROBLEM_MALFORMED;
  return SEL_PROBLEM_TRUNCATED;
}

static SelExchangeProblem
problem_of_error (Reader *self, const xmlError *error)
{
  switch (error->code)
    {
    case XML_ERR_INVALID_CHAR:
      return problem_of_character (self);
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_HEX_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
      return SEL_PROBLEM_CHARACTER;
    case XML_ERR_INVALID_ENCODING:
    case XML_I18N_CONV_FAILED:
      return SEL_PROBLEM_BYTES;
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return SEL_PROBLEM_ENTITY;
    case XML_ERR_RESERVED_XML_NAME:
      return SEL_PROBLEM_DECLARATION;
    case XML_ERR_TAG_NAME_MISMATCH:
      return SEL_PROBLEM_TAGS;
    case XML_ERR_ATTRIBUTE_REDEFINED:
    case XML_NS_ERR_ATTRIBUTE_REDEFINED:
      return SEL_PROBLEM_ATTRIBUTE_TWICE;
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return SEL_PROBLEM_PREFIX;
    case XML_ERR_DOCUMENT_END:
      return problem_at_end (self);
    default:
      return self->is_at_end ? problem_at_end (self) : SEL_PROBLEM_MALFORMED;
    }
}

/* The parser's own message is English and quotes the file, so that only its kind is used, and the
 * names that two kinds speak of. A namespace need not be a sound URI: it only has to be ours. */
static void
error_cb (void *user_data, xmlErrorPtr error)
{
  Reader *self = user_data;
  SelExchangeProblem problem;
  gboolean has_name;

  check_encoding (self);
  if (error->level < XML_ERR_ERROR || error->code == XML_WAR_NS_URI)
    return;

  problem = problem_of_error (self, error);
  has_name = problem == SEL_PROBLEM_ENTITY || problem == SEL_PROBLEM_PREFIX;
  stop (self, problem, current_line (self), has_name ? error->str1 : NULL);
}

/* What the first four bytes tell before the parser sees them: not XML at all, or UTF-16 (XML 1.0,
 * appendix F). Others of 16 or 32 bits are known to few and written by none. */
static gboolean
check_start (Reader *self, const guint8 *data, gsize length)
{
  static const guint8 mark[] = { 0xef, 0xbb, 0xbf }; /* of the byte order, in UTF-8 */
  gsize i = length >= sizeof mark && memcmp (data, mark, sizeof mark) == 0 ? sizeof mark : 0;

  if (length >= 4)
    self->is_utf16 = (data[0] == 0xff && data[1] == 0xfe) ||
                     (data[0] == 0xfe && data[1] == 0xff) ||
                     (data[0] == '<' && data[1] == 0 && data[2] != 0) ||
                     (data[0] == 0 && data[1] == '<' && data[2] == 0);
  if (self->is_utf16)
    return TRUE;

  while (i < length && g_ascii_isspace (data[i]))
    i++;
  if (i < length && data[i] == '<' && (i + 1 == length || data[i + 1] != 0))
    return TRUE;

  stop (self, i == length ? SEL_PROBLEM_EMPTY : SEL_PROBLEM_NOT_XML, 0, NULL);
  return FALSE;
}

static void
tell_progress (Reader *self, gsize n_more)
{
  const gint64 before = self->n_read;
  SelFrameWriter *writer;

  self->n_read += (gint64) n_more;
  if (before / BYTES_BETWEEN_PROGRESS == self->n_read / BYTES_BETWEEN_PROGRESS)
    return;

  writer = sel_exchange_teller_begin (&self->teller, SEL_FRAME_EXCHANGE_PROGRESS);
  sel_frame_put_i64 (writer, self->n_read);
  sel_exchange_teller_end (&self->teller);
  if (!sel_frame_channel_flush (self->teller.channel))
    self->teller.is_over = TRUE;
}

/* A push parser keeps a tag, comment or instruction until it has all of it. */
static gboolean
keeps_too_much (Reader *self)
{
  const xmlParserInput *input = self->parser->input;

  return input && input->end - input->cur > (gssize) SEL_EXCHANGE_MOST_TOKEN;
}

/* Of all errors only one is told by the status alone: bytes that cannot be converted to UTF-8. */
static void
feed (Reader *self, const char *data, int length)
{
  if (xmlParseChunk (self->parser, data, length, self->is_at_end) != 0)
    stop (self, SEL_PROBLEM_BYTES, current_line (self), NULL);
}

static void
read_all (Reader *self)
{
  guint8 data[BLOCK];
  gssize length;

  do
    {
      length = sel_read_whole (self->input, data, sizeof data);
      if (length < 0)
        stop (self, SEL_PROBLEM_UNREADABLE, 0, NULL);
      if (length < 0 || (self->n_read == 0 && !check_start (self, data, (gsize) length)))
        return;

      feed (self, (const char *) data, (int) length);
      if (keeps_too_much (self))
        stop (self, SEL_PROBLEM_TOKEN_TOO_LONG, current_line (self), NULL);
      tell_progress (self, (gsize) length);
    }
  while (length == sizeof data && !self->teller.is_over);

  if (self->teller.is_over)
    return;

  self->is_at_end = TRUE;
  feed (self, NULL, 0);
  if (!self->parser->wellFormed || !sel_exchange_elements_is_complete (self->elements))
    stop (self, problem_at_end (self), current_line (self), NULL);
}

/* The schema is in memory and nothing else is ever loaded. */
static xmlParserInputPtr
load_nothing (G_GNUC_UNUSED const char *url,
              G_GNUC_UNUSED const char *id,
              G_GNUC_UNUSED xmlParserCtxtPtr parser)
{
  return NULL;
}

/**
 * sel_exchange_reader_run:
 * @channel: where the frames of exchange-protocol.h go
 * @input: (transfer none): the open file
 *
 * Reads an exchange file from where it stands to its end, in memory that does not grow with it.
 *
 * Returns: the exit status of the process
 */
int
sel_exchange_reader_run (SelFrameChannel *channel, int input)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startDocument = start_document_cb,
    .internalSubset = document_type_cb,
    .startElementNs = start_element_cb,
    .endElementNs = end_element_cb,
    .characters = text_cb,
    .ignorableWhitespace = text_cb,
    .cdataBlock = text_cb,
    .serror = error_cb,
  };
  g_autoptr (SelExchangeElements) elements = NULL;
  g_autoptr (xmlParserCtxt) parser = NULL;
  Reader self = { .teller = { .channel = channel }, .input = input };

  xmlInitParser ();
  xmlSetExternalEntityLoader (load_nothing);

  elements = self.elements = sel_exchange_elements_new (&self.teller);
  parser = self.parser = xmlCreatePushParserCtxt (&handler, &self, NULL, 0, NULL);
  if (parser == NULL)
    return EXIT_FAILURE;
  xmlCtxtUseOptions (parser, XML_PARSE_NONET);

  read_all (&self);
  sel_exchange_teller_finish (&self.teller);
  return sel_frame_channel_flush (channel) ? EXIT_SUCCESS : EXIT_FAILURE;
}
