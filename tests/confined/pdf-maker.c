/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-maker.h"

#include <cairo-pdf.h>
#include <string.h>

/* Under AddressSanitizer: what fontconfig keeps for cairo until the process ends is no leak. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig";
}

PdfMaker
pdf_maker_new (void)
{
  return (PdfMaker){ g_string_new ("%PDF-1.7\n"), g_array_new (FALSE, TRUE, sizeof (gsize)) };
}

static void
note_offset (PdfMaker *self, guint number)
{
  if (number >= self->offsets->len)
    g_array_set_size (self->offsets, number + 1);
  g_array_index (self->offsets, gsize, number) = self->text->len;
}

/* Adds an object: "1 0 obj", what @format makes, "endobj". */
void
pdf_maker_add (PdfMaker *self, guint number, const char *format, ...)
{
  va_list values;

  note_offset (self, number);
  g_string_append_printf (self->text, "%u 0 obj\n", number);
  va_start (values, format);
  g_string_append_vprintf (self->text, format, values);
  va_end (values);
  g_string_append (self->text, "\nendobj\n");
}

/* Adds a stream with its true length, unless @entries tell another. */
void
pdf_maker_add_stream (PdfMaker *self,
                      guint number,
                      const char *entries,
                      const void *data,
                      gsize length)
{
  g_autofree char *true_length = g_strdup_printf ("/Length %" G_GSIZE_FORMAT, length);

  note_offset (self, number);
  g_string_append_printf (self->text, "%u 0 obj\n<<%s%s>>\nstream\n", number, entries,
                          strstr (entries, "/Length") ? "" : true_length);
  g_string_append_len (self->text, data, (gssize) length);
  g_string_append (self->text, "\nendstream\nendobj\n");
}

/* Adds what a document of one page is made of, as the objects 1 to 4. */
void
pdf_maker_add_page (PdfMaker *self, const char *entries, const char *content)
{
  pdf_maker_add (self, 1, "<</Type/Catalog/Pages 2 0 R>>");
  pdf_maker_add (self, 2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
  pdf_maker_add (self, 3, "<</Type/Page/Parent 2 0 R/Contents 4 0 R%s%s>>",
                 strstr (entries, "/MediaBox") ? "" : "/MediaBox[0 0 200 100]", entries);
  pdf_maker_add_stream (self, 4, "", content, strlen (content));
}

/* Writes the cross-reference table. The object 1 is the root. */
GBytes *
pdf_maker_end (PdfMaker *self, const char *trailer)
{
  const gsize table = self->text->len;

  g_string_append_printf (self->text, "xref\n0 %u\n0000000000 65535 f \n", self->offsets->len);
  for (guint i = 1; i < self->offsets->len; i++)
    {
      gsize offset = g_array_index (self->offsets, gsize, i);

      g_string_append_printf (self->text, "%010" G_GSIZE_FORMAT " 00000 %c \n",
                              offset, offset ? 'n' : 'f');
    }
  g_string_append_printf (self->text, "trailer\n<</Root 1 0 R/Size %u%s>>\n", self->offsets->len,
                          trailer);
  g_string_append_printf (self->text, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);

  g_array_unref (self->offsets);
  return g_string_free_to_bytes (self->text);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Pages of 200 by 100 points, the same bytes each time. Each has a red box from 20, 20 to 60, 50 and, at its foot, the words
 * “Pasal” and its number. */
GBytes *
pdf_drawn (guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 200, 100);
  cairo_t *cairo = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Perjanjian “Selaras”");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2025-10-11T09:00:00");
  cairo_set_font_size (cairo, 12);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *words = g_strdup_printf ("Pasal %u", i + 1);

      cairo_set_source_rgb (cairo, 1, 0, 0);
      cairo_rectangle (cairo, 20, 20, 40, 30);
      cairo_fill (cairo);
      cairo_set_source_rgb (cairo, 0, 0, 0);
      cairo_move_to (cairo, 100, 90);
      cairo_show_text (cairo, words);
      cairo_show_page (cairo);
    }

  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
rc4 (const guint8 *key, gsize key_length, guint8 *data, gsize length)
{
  guint8 state[256];
  guint8 a = 0, b = 0;

  for (guint i = 0; i < 256; i++)
    state[i] = (guint8) i;
  for (guint i = 0; i < 256; i++)
    {
      guint8 swapped = state[i];

      b = (guint8) (b + swapped + key[i % key_length]);
      state[i] = state[b];
      state[b] = swapped;
    }

  b = 0;
  for (gsize i = 0; i < length; i++)
    {
      guint8 swapped = state[++a];

      b = (guint8) (b + swapped);
      state[a] = state[b];
      state[b] = swapped;
      data[i] ^= state[(guint8) (state[a] + state[b])];
    }
}

static void
md5 (const GByteArray *data, guint8 digest[16])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  gsize length = 16;

  g_checksum_update (checksum, data->data, data->len);
  g_checksum_get_digest (checksum, digest, &length);
}

static void
append_hex (GString *text, const guint8 *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", data[i]);
}

/* A page with a red box from 20, 20 to 60, 50, under the standard security handler's revision 2
 * (PDF 1.7, 7.6.3): RC4 with a key of 40 bits. */
GBytes *
pdf_encrypted (const char *password)
{
  static const guint8 padding[] =
    "\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08"
    "\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a";
  const char content[] = "1 0 0 rg 20 50 40 30 re f";
  guint8 padded[32], owner[32], user[32], digest[16], key[5], stream[sizeof content - 1];
  g_autoptr (GByteArray) hashed = g_byte_array_new ();
  g_autoptr (GString) trailer = g_string_new ("/ID[<00><00>]/Encrypt<</Filter/Standard");
  PdfMaker maker = pdf_maker_new ();

  memcpy (padded, password, strlen (password));
  memcpy (padded + strlen (password), padding, 32 - strlen (password));

  /* The owner's entry: the user's password under a key from the owner's, which is the same. */
  g_byte_array_append (hashed, padded, 32);
  md5 (hashed, digest);
  memcpy (owner, padded, 32);
  rc4 (digest, 5, owner, 32);

  /* The key: from the password, the owner's entry, the permissions and the file's identifier. */
  g_byte_array_append (hashed, owner, 32);
  g_byte_array_append (hashed, (const guint8 *) "\xfc\xff\xff\xff\x00", 5);
  md5 (hashed, digest);
  memcpy (key, digest, sizeof key);
  memcpy (user, padding, 32);
  rc4 (key, sizeof key, user, 32);

  /* The stream: under the key, the number of its object (4) and its generation. */
  g_byte_array_set_size (hashed, 0);
  g_byte_array_append (hashed, key, sizeof key);
  g_byte_array_append (hashed, (const guint8 *) "\4\0\0\0\0", 5);
  md5 (hashed, digest);
  memcpy (stream, content, sizeof stream);
  rc4 (digest, 10, stream, sizeof stream);

  g_string_append (trailer, "/V 1/R 2/P -4/O<");
  append_hex (trailer, owner, 32);
  g_string_append (trailer, ">/U<");
  append_hex (trailer, user, 32);
  g_string_append (trailer, ">>>");

  pdf_maker_add_page (&maker, "", "");
  pdf_maker_add_stream (&maker, 4, "", stream, sizeof stream);
  return pdf_maker_end (&maker, trailer->str);
}
