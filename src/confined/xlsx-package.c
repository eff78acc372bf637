/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/xlsx-package.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>

#include "confined/whole.h"

#define BLOCK (64u << 10)

typedef struct archive SelArchive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelArchive, archive_read_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

/* What libarchive reads with, at one part after the other. */
typedef struct
{
  SelXlsxPackage *package;
  guint8 block[BLOCK];
} Input;

/* A part being parsed. */
typedef struct
{
  SelSheetTeller *teller;
  const SelXlsxHandler *handler;
  gpointer data;
  xmlParserCtxtPtr parser;
} Part;

static la_ssize_t
read_cb (G_GNUC_UNUSED struct archive *archive, void *user_data, const void **block)
{
  Input *input = user_data;
  gssize n = sel_read_whole (input->package->file, input->block, sizeof input->block);

  *block = input->block;
  if (n > 0)
    sel_sheet_teller_progress (input->package->teller, (gsize) n);
  return n;
}

static la_int64_t
seek_cb (G_GNUC_UNUSED struct archive *archive, void *user_data, la_int64_t offset, int whence)
{
  Input *input = user_data;

  return lseek (input->package->file, offset, whence);
}

static SelArchive *
open_archive (Input *input)
{
  g_autoptr (SelArchive) archive = archive_read_new ();

  if (archive == NULL || lseek (input->package->file, 0, SEEK_SET) != 0 ||
      archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK ||
      archive_read_set_read_callback (archive, read_cb) != ARCHIVE_OK ||
      archive_read_set_seek_callback (archive, seek_cb) != ARCHIVE_OK ||
      archive_read_set_callback_data (archive, input) != ARCHIVE_OK ||
      archive_read_open1 (archive) != ARCHIVE_OK)
    return NULL;
  return g_steal_pointer (&archive);
}

/* Names of parts are the same whatever their capitals (ECMA-376, part 2). */
static gboolean
is_called (struct archive_entry *entry, const char *part)
{
  const char *path = archive_entry_pathname (entry);

  return path && g_ascii_strcasecmp (path, part) == 0;
}

/* Goes to @part. FALSE when it is not there, or something was wrong, which was told. */
static gboolean
find_part (SelXlsxPackage *self, SelArchive *archive, const char *part)
{
  struct archive_entry *entry;
  int status;

  for (guint n = 0; (status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK; n++)
    {
      if (n == SEL_SHEET_MOST_PARTS)
        {
          sel_sheet_teller_stop (self->teller, SEL_SHEET_PROBLEM_TOO_MANY_PARTS, NULL);
          return FALSE;
        }
      if (archive_entry_is_encrypted (entry))
        {
          sel_sheet_teller_stop (self->teller, SEL_SHEET_PROBLEM_PASSWORD, NULL);
          return FALSE;
        }
      if (is_called (entry, part))
        return TRUE;
    }

  if (status != ARCHIVE_EOF)
    sel_sheet_teller_stop (self->teller, SEL_SHEET_PROBLEM_DAMAGED, NULL);
  return FALSE;
}

/* @file: (transfer none): open, and a file that can be read from any place */
gboolean
sel_xlsx_package_open (SelXlsxPackage *self, SelSheetTeller *teller, int file)
{
  struct stat status;

  *self = (SelXlsxPackage){ .teller = teller, .file = file };
  if (fstat (file, &status) != 0)
    {
      sel_sheet_teller_stop (teller, SEL_SHEET_PROBLEM_UNREADABLE, NULL);
      return FALSE;
    }

  self->size = (guint64) status.st_size;
  return TRUE;
}

static void
start_cb (gpointer user_data,
          const xmlChar *name,
          G_GNUC_UNUSED const xmlChar *prefix,
          G_GNUC_UNUSED const xmlChar *uri,
          G_GNUC_UNUSED int n_namespaces,
          G_GNUC_UNUSED const xmlChar **namespaces,
          int n_attributes,
          G_GNUC_UNUSED int n_defaulted,
          const xmlChar **values)
{
  Part *part = user_data;
  const SelXlsxAttributes attributes = { n_attributes, values };

  if (!part->teller->is_over)
    part->handler->start (part->data, (const char *) name, &attributes);
}

static void
end_cb (gpointer user_data,
        const xmlChar *name,
        G_GNUC_UNUSED const xmlChar *prefix,
        G_GNUC_UNUSED const xmlChar *uri)
{
  Part *part = user_data;

  if (!part->teller->is_over && part->handler->end)
    part->handler->end (part->data, (const char *) name);
}

static void
text_cb (gpointer user_data, const xmlChar *text, int length)
{
  Part *part = user_data;

  if (!part->teller->is_over && part->handler->text)
    part->handler->text (part->data, (const char *) text, (gsize) length);
}

/* Refused before the parser reads what it says: there is never an entity to expand. */
static void
document_type_cb (gpointer user_data,
                  G_GNUC_UNUSED const xmlChar *name,
                  G_GNUC_UNUSED const xmlChar *public_id,
                  G_GNUC_UNUSED const xmlChar *system_id)
{
  Part *part = user_data;

  sel_sheet_teller_stop (part->teller, SEL_SHEET_PROBLEM_DOCTYPE, NULL);
  xmlStopParser (part->parser);
}

static void
error_cb (void *user_data, xmlErrorPtr error)
{
  Part *part = user_data;

  if (error->level >= XML_ERR_ERROR && error->code != XML_WAR_NS_URI)
    sel_sheet_teller_stop (part->teller, SEL_SHEET_PROBLEM_DAMAGED, NULL);
}

/* The push parser of one part. */
static xmlParserCtxtPtr
new_parser (Part *part)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = document_type_cb,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .ignorableWhitespace = text_cb,
    .cdataBlock = text_cb,
    .serror = error_cb,
  };
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt (&handler, part, NULL, 0, NULL);

  if (parser)
    xmlCtxtUseOptions (parser, XML_PARSE_NONET);
  return parser;
}

static void
feed (Part *part, const char *data, gsize length)
{
  xmlParseChunk (part->parser, data, (int) length, length == 0);
  if (!part->teller->is_over && !part->parser->wellFormed)
    sel_sheet_teller_stop (part->teller, SEL_SHEET_PROBLEM_DAMAGED, NULL);
}

/* Gives the parser all of the part that @archive is at. */
static void
parse (SelXlsxPackage *self, SelArchive *archive, Part *part)
{
  const guint64 most = MAX (SEL_SHEET_SMALL_PART, self->size * SEL_SHEET_MOST_RATIO);
  g_autofree char *block = g_malloc (BLOCK);
  guint64 total = 0;
  gssize n;

  while (!self->teller->is_over && (n = archive_read_data (archive, block, BLOCK)) != 0)
    {
      if (n < 0)
        sel_sheet_teller_stop (self->teller, SEL_SHEET_PROBLEM_DAMAGED, NULL);
      else if ((total += (guint64) n) > most)
        sel_sheet_teller_stop (self->teller, SEL_SHEET_PROBLEM_BLOATED, NULL);
      else
        feed (part, block, (gsize) n);
    }

  if (!self->teller->is_over)
    feed (part, "", 0);
}

/**
 * sel_xlsx_package_read:
 * @is_found: (out): whether there is such a part
 *
 * Reads the part to its end, or until there is nothing more to say.
 *
 * Returns: %FALSE when that is so; what was wrong was told
 */
gboolean
sel_xlsx_package_read (SelXlsxPackage *self,
                       const char *part,
                       const SelXlsxHandler *handler,
                       gpointer data,
                       gboolean *is_found)
{
  g_autofree Input *input = g_new (Input, 1);
  g_autoptr (SelArchive) archive = NULL;
  g_autoptr (xmlParserCtxt) parser = NULL;
  Part self_part = { self->teller, handler, data, NULL };

  input->package = self;
  archive = open_archive (input);
  *is_found = archive && find_part (self, archive, part);
  if (archive == NULL)
    sel_sheet_teller_stop (self->teller, SEL_SHEET_PROBLEM_DAMAGED, NULL);
  if (!*is_found)
    return !self->teller->is_over;

  parser = self_part.parser = new_parser (&self_part);
  if (parser)
    parse (self, archive, &self_part);
  else
    sel_sheet_teller_stop (self->teller, SEL_SHEET_PROBLEM_DAMAGED, NULL);
  return !self->teller->is_over;
}

/* The first bytes of a part that is no XML; NULL when it is not there. */
char *
sel_xlsx_package_dup_start (SelXlsxPackage *self, const char *part, gsize most)
{
  g_autofree Input *input = g_new (Input, 1);
  g_autofree char *start = g_malloc0 (most + 1);
  g_autoptr (SelArchive) archive = NULL;

  input->package = self;
  archive = open_archive (input);
  if (archive && find_part (self, archive, part) && archive_read_data (archive, start, most) > 0)
    return g_steal_pointer (&start);
  return NULL;
}

/* Where the value of an attribute lies; NULL when it is not there. */
static const char *
find_value (const SelXlsxAttributes *attributes, const char *name, gsize *length)
{
  for (int i = 0; i < attributes->n; i++)
    if (strcmp ((const char *) attributes->values[5 * i], name) == 0)
      {
        *length = (gsize) (attributes->values[5 * i + 4] - attributes->values[5 * i + 3]);
        return (const char *) attributes->values[5 * i + 3];
      }

  return NULL;
}

/* Copies the value of an attribute; FALSE when it is not there, or longer than @size. */
gboolean
sel_xlsx_attribute_get (const SelXlsxAttributes *attributes,
                        const char *name,
                        char *value,
                        gsize size)
{
  gsize length;
  const char *found = find_value (attributes, name, &length);

  *value = '\0';
  if (found == NULL || length >= size)
    return FALSE;

  memcpy (value, found, length);
  value[length] = '\0';
  return TRUE;
}

char *
sel_xlsx_attribute_dup (const SelXlsxAttributes *attributes, const char *name)
{
  gsize length;
  const char *found = find_value (attributes, name, &length);

  return found ? g_strndup (found, length) : NULL;
}

gboolean
sel_xlsx_attribute_is_true (const SelXlsxAttributes *attributes, const char *name)
{
  char value[8];

  return sel_xlsx_attribute_get (attributes, name, value, sizeof value) &&
         (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}
