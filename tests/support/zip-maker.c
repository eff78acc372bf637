/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/zip-maker.h"

#include <gio/gio.h>
#include <string.h>

#define METHOD_STORED 0

/* Day 1 of 1980, the first that there is. */
#define FIRST_DAY 0x21

ZipMaker
zip_maker_new (void)
{
  return (ZipMaker){ g_string_new (NULL), g_string_new (NULL), 0 };
}

static void
put (GString *to, guint32 value, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    g_string_append_c (to, (char) (value >> (8 * i)));
}

/* As PKWARE's APPNOTE has it, 4.4.7. */
guint32
zip_crc32 (const void *data, gsize length)
{
  const guint8 *at = data;
  guint32 crc = G_MAXUINT32;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= at[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
  return ~crc;
}

/* What the entry says of itself both in the list and where it lies. */
static void
put_shared (GString *to, const ZipEntry *entry, const char *name)
{
  put (to, 20, 2);
  put (to, entry->flags, 2);
  put (to, entry->method, 2);
  put (to, 0, 2);
  put (to, FIRST_DAY, 2);
  put (to, zip_crc32 (entry->data, entry->length), 4);
  put (to, (guint32) entry->length, 4);
  put (to, (guint32) ((gint64) entry->length + entry->size_off), 4);
  put (to, (guint32) strlen (name), 2);
  put (to, 0, 2);
}

void
zip_maker_add (ZipMaker *self, const ZipEntry *entry)
{
  const char *local_name = entry->local_name ? entry->local_name : entry->name;
  const gsize begins = entry->lies_at_0 ? 0 : self->zip->len;

  put (self->zip, 0x04034b50, 4);
  put_shared (self->zip, entry, local_name);
  g_string_append (self->zip, local_name);
  g_string_append_len (self->zip, entry->data, (gssize) entry->length);
  for (gsize i = 0; i < entry->gap; i++)
    g_string_append_c (self->zip, '\0');

  put (self->list, 0x02014b50, 4);
  put (self->list, 3 << 8 | 20, 2);
  put_shared (self->list, entry, entry->name);
  put (self->list, 0, 2);
  put (self->list, 0, 2);
  put (self->list, 0, 2);
  put (self->list, entry->attributes, 4);
  put (self->list, (guint32) begins, 4);
  g_string_append (self->list, entry->name);
  self->n_entries++;
}

GBytes *
zip_maker_end (ZipMaker *self)
{
  const gsize begins = self->zip->len;
  const gsize length = self->list->len;

  g_string_append_len (self->zip, self->list->str, (gssize) length);
  put (self->zip, 0x06054b50, 4);
  put (self->zip, 0, 4);
  put (self->zip, self->n_entries, 2);
  put (self->zip, self->n_entries, 2);
  put (self->zip, (guint32) length, 4);
  put (self->zip, (guint32) begins, 4);
  put (self->zip, 0, 2);

  g_string_free (self->list, TRUE);
  return g_string_free_to_bytes (self->zip);
}

/* @bytes as method 8 has them. */
GBytes *
zip_deflated (GBytes *bytes)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) packed =
    g_converter_input_stream_new (plain, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (output, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}
