/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/xml-writer.h"

#include <errno.h>
#include <string.h>

#include "confined/whole.h"
#include "exchange/export-files.h"

#define BUFFER_SIZE (256 * 1024)

struct _SelXmlWriter
{
  int file;         /* borrowed */
  const char *name; /* borrowed */
  gsize used;
  int failure; /* what errno was when a write failed; 0 */
  char buffer[BUFFER_SIZE];
};

/* @name: of the file, in messages; like @file it is to outlive the writer. */
SelXmlWriter *
sel_xml_writer_new (int file, const char *name)
{
  SelXmlWriter *self = g_malloc (sizeof (SelXmlWriter));

  self->file = file;
  self->name = name;
  self->used = 0;
  self->failure = 0;
  return self;
}

void
sel_xml_writer_free (SelXmlWriter *self)
{
  g_free (self);
}

static void
empty_buffer (SelXmlWriter *self)
{
  if (self->failure == 0 && !sel_write_whole (self->file, self->buffer, self->used))
    self->failure = errno;
  self->used = 0;
}

/* Writes @markup as it is. That a write failed is told by sel_xml_writer_flush(). */
void
sel_xml_writer_put (SelXmlWriter *self, const char *markup, gsize length)
{
  while (length > 0)
    {
      gsize n = MIN (length, BUFFER_SIZE - self->used);

      memcpy (self->buffer + self->used, markup, n);
      self->used += n;
      markup += n;
      length -= n;
      if (self->used == BUFFER_SIZE)
        empty_buffer (self);
    }
}

/* What stands in a file for the character that begins at @text, and how many bytes it takes there;
 * NULL where it stands for itself. What XML does not have becomes the mark of a lost character. */
static const char *
find_escape (const char *text, gsize *length)
{
  *length = 1;
  switch (*text)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;"; /* a reader would make a line feed of it */
    case '\t':
    case '\n':
      return NULL;
    case '\xef': /* U+FFFE and U+FFFF */
      *length = 3;
      return text[1] == '\xbf' && (text[2] == '\xbe' || text[2] == '\xbf') ? "\xef\xbf\xbd" : NULL;
    default:
      return "\xef\xbf\xbd";
    }
}

static inline gboolean
is_plain (char byte)
{
  guchar code = (guchar) byte;

  return code >= ' ' && code != '&' && code != '<' && code != '>' && code != 0xef;
}

/* Writes @text, which is UTF-8, as the content of an element. */
void
sel_xml_writer_put_text (SelXmlWriter *self, const char *text)
{
  const char *from = text;

  while (*text)
    {
      const char *escape;
      gsize length;

      if (is_plain (*text))
        {
          text++;
          continue;
        }

      escape = find_escape (text, &length);
      if (escape)
        {
          sel_xml_writer_put (self, from, (gsize) (text - from));
          sel_xml_writer_put (self, escape, strlen (escape));
          from = text + length;
        }
      text += length;
    }

  sel_xml_writer_put (self, from, (gsize) (text - from));
}

/* Hands what the buffer holds to the system. FALSE when that or an earlier write failed. */
gboolean
sel_xml_writer_flush (SelXmlWriter *self, GError **error)
{
  empty_buffer (self);
  return self->failure == 0 || sel_export_files_fail (self->name, self->failure, error);
}
