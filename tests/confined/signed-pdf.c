/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "signed-pdf.h"

#include <glib/gstdio.h>
#include <string.h>

#include "pdf-maker.h"

/* Hexadecimal digits: room for the signature and two certificates. */
#define ROOM 8192

/* What stands for the numbers of the range until they are known, as long as they get. */
#define BLANK_RANGE "[0 ********** ********** **********]"

static const char making[] =
  "cd '%s' && exec 2>/dev/null </dev/null && "
  "openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 3650"
  " -subj '/CN=Penerbit Uji' && "
  "openssl req -new -newkey rsa:2048 -nodes -keyout own.key -out own.csr"
  " -subj '/O=Kantor Uji/CN=Siti Rahayu' && "
  "openssl x509 -req -in own.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out own.pem -days 3650"
  " && openssl cms -sign -binary -md sha256 -in data -signer own.pem -inkey own.key"
  " -certfile ca.pem -outform DER -out signature";

static GBytes *
make_unsigned (void)
{
  PdfMaker maker = pdf_maker_new ();
  g_autofree char *room = g_strnfill (ROOM, '0');

  pdf_maker_add_page (&maker, "/Annots[5 0 R]", "1 0 0 rg 20 50 40 30 re f");
  pdf_maker_add (&maker, 1,
                 "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 3>>>>");
  pdf_maker_add (&maker, 5,
                 "<</Type/Annot/Subtype/Widget/FT/Sig/T(Tanda tangan)/Rect[0 0 0 0]/P 3 0 R"
                 "/V 6 0 R>>");
  pdf_maker_add (&maker, 6,
                 "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached"
                 "/ByteRange" BLANK_RANGE "/Contents<%s>>>",
                 room);
  return pdf_maker_end (&maker, "");
}

static void
set_range (char *text, gsize length, const SignedPdf *self)
{
  char *place = g_strstr_len (text, (gssize) length, BLANK_RANGE);
  g_autofree char *range = g_strdup_printf ("[0 %010" G_GSIZE_FORMAT " %010" G_GSIZE_FORMAT
                                            " %010" G_GSIZE_FORMAT "]",
                                            self->gap, self->gap_end, length - self->gap_end);

  g_assert_cmpuint (strlen (range), ==, strlen (BLANK_RANGE));
  memcpy (place, range, strlen (range));
}

static char *
load (const char *folder, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text;

  g_assert_true (g_file_get_contents (path, &text, length, NULL));
  return text;
}

/* The signature of @text, and the certificate of its issuer, by files in @folder. */
static GBytes *
sign (SignedPdf *self, const char *folder, const char *text, gsize length)
{
  g_autofree char *data = g_build_filename (folder, "data", NULL);
  g_autofree char *script = g_strdup_printf (making, folder);
  const char *command[] = { "sh", "-c", script, NULL };
  g_autoptr (GString) covered = g_string_new_len (text, (gssize) self->gap);
  char *signature;
  gsize n;
  int status;

  g_string_append_len (covered, text + self->gap_end, (gssize) (length - self->gap_end));
  g_assert_true (g_file_set_contents (data, covered->str, (gssize) covered->len, NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);

  self->issuer = load (folder, "ca.pem", NULL);
  signature = load (folder, "signature", &n);
  return g_bytes_new_take (signature, n);
}

SignedPdf *
signed_pdf_new (void)
{
  SignedPdf *self = g_new0 (SignedPdf, 1);
  g_autofree char *folder = g_dir_make_tmp ("selaras-signed-XXXXXX", NULL);
  const char *removal[] = { "rm", "-r", folder, NULL };
  g_autoptr (GBytes) signature = NULL;
  const guint8 *signature_bytes;
  gsize length, n;
  char *text = g_bytes_unref_to_data (make_unsigned (), &length);

  self->gap = (gsize) (g_strstr_len (text, (gssize) length, "/Contents<") - text) + 9;
  self->gap_end = self->gap + ROOM + 2;
  set_range (text, length, self);

  signature = sign (self, folder, text, length);
  signature_bytes = g_bytes_get_data (signature, &n);
  g_assert_cmpuint (2 * n, <=, ROOM);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *digits = g_strdup_printf ("%02x", signature_bytes[i]);

      memcpy (text + self->gap + 1 + 2 * i, digits, 2);
    }

  self->bytes = g_bytes_new_take (text, length);
  g_spawn_sync (NULL, (char **) removal, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
  return self;
}

void
signed_pdf_free (SignedPdf *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->issuer);
  g_free (self);
}
