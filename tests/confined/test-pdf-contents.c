/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document has besides its pages, and how parts of them are drawn. */
#include <string.h>

#include "confined/pdf-contents.h"
#include "pdf-maker.h"
#include "pdf-session.h"
#include "signed-pdf.h"

static SelPixels *
render_part (SelPdf *pdf, double scale, SelPdfStyle style, const SelPdfPart *part)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SelPixels *pixels;

  sel_pdf_render_part_async (pdf, 0, scale, style, part, NULL, pdf_keep_result_cb, &result);
  pdf_wait_for (&result);
  pixels = sel_pdf_render_finish (pdf, result, &error);
  g_assert_no_error (error);
  return pixels;
}

static GPtrArray *
finish_list (SelPdf *pdf, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list;

  pdf_wait_for (result);
  list = sel_pdf_list_finish (pdf, *result, &error);
  g_assert_no_error (error);
  return list;
}

static GPtrArray *
list_links (SelPdf *pdf, guint page)
{
  g_autoptr (GAsyncResult) result = NULL;

  sel_pdf_list_links_async (pdf, page, NULL, pdf_keep_result_cb, &result);
  return finish_list (pdf, &result);
}

static GPtrArray *
list_bookmarks (SelPdf *pdf)
{
  g_autoptr (GAsyncResult) result = NULL;

  sel_pdf_list_bookmarks_async (pdf, NULL, pdf_keep_result_cb, &result);
  return finish_list (pdf, &result);
}

static GPtrArray *
list_signatures (GBytes *bytes, const char *issuers)
{
  g_autoptr (SelPdf) pdf = pdf_open (bytes, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  sel_pdf_list_signatures_async (pdf, issuers, NULL, pdf_keep_result_cb, &result);
  return finish_list (pdf, &result);
}

/* The red box of pdf_drawn() begins at 20, 20 and ends at 60, 50, and is there sixty times as
 * large, of which a sheet is not drawn whole. */
static void
test_part (void)
{
  g_autoptr (GBytes) bytes = pdf_drawn (1);
  g_autoptr (SelPdf) pdf = pdf_open (bytes, NULL, NULL);
  g_autoptr (SelPixels) pixels = render_part (pdf, 60, SEL_PDF_PLAIN,
                                              &(SelPdfPart){ 3590, 2990, 20, 20 });

  g_assert_cmpuint (pixels->width, ==, 20);
  g_assert_cmpuint (pixels->height, ==, 20);
  g_assert_cmphex (pdf_pixel (pixels, 8, 8), ==, 0xffff0000);
  g_assert_cmphex (pdf_pixel (pixels, 11, 8), ==, 0xffffffff);
  g_assert_cmphex (pdf_pixel (pixels, 8, 11), ==, 0xffffffff);
}

/* Paper is dark, ink is light, and a red stamp is still red. */
static void
test_dark (void)
{
  g_autoptr (GBytes) bytes = pdf_drawn (1);
  g_autoptr (SelPdf) pdf = pdf_open (bytes, NULL, NULL);
  g_autoptr (SelPixels) pixels = render_part (pdf, 1, SEL_PDF_DARK, NULL);

  g_assert_cmphex (pdf_pixel (pixels, 5, 5), ==, 0xff1e1e1e);
  g_assert_cmphex (pdf_pixel (pixels, 40, 30), ==, 0xffe61e1e);
}

/* Poppler makes the looks of a field that has a value and none. */
static void
test_fields_and_annotations (void)
{
  PdfMaker maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SelPdf) pdf = NULL;
  g_autoptr (SelPixels) screen = NULL;
  g_autoptr (SelPixels) paper = NULL;

  pdf_maker_add_page (&maker, "/Annots[5 0 R 6 0 R]", "");
  pdf_maker_add (&maker, 1,
                 "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/NeedAppearances true"
                 "/DA(/Helv 12 Tf 0 g)/DR<</Font<</Helv<</Type/Font/Subtype/Type1"
                 "/BaseFont/Helvetica>>>>>>>>>>");
  pdf_maker_add (&maker, 5,
                 "<</Type/Annot/Subtype/Widget/FT/Tx/T(nomor)/V(123)/DA(/Helv 12 Tf 0 g)/F 4"
                 "/Rect[10 60 90 90]/MK<</BG[0 1 0]>>>>");
  pdf_maker_add (&maker, 6,
                 "<</Type/Annot/Subtype/Square/Rect[110 10 190 50]/IC[0 0 1]/C[0 0 1]>>");
  bytes = pdf_maker_end (&maker, "");
  pdf = pdf_open (bytes, NULL, NULL);
  screen = render_part (pdf, 1, SEL_PDF_PLAIN, NULL);
  paper = render_part (pdf, 1, SEL_PDF_PRINTED, NULL);

  g_assert_cmphex (pdf_pixel (screen, 80, 25), ==, 0xff00ff00);
  g_assert_cmphex (pdf_pixel (screen, 150, 70), ==, 0xff0000ff);
  g_assert_cmphex (pdf_pixel (paper, 80, 25), ==, 0xff00ff00);  /* is to be printed (4) … */
  g_assert_cmphex (pdf_pixel (paper, 150, 70), ==, 0xffffffff); /* … this is not */
}

static void
test_context (void)
{
  PdfMaker maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SelPdf) pdf = NULL;
  g_autoptr (GArray) hits = NULL;
  const SelPdfHit *hit;
  g_autofree char *found = NULL;

  pdf_maker_add_page (&maker,
                      "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
                      "BT /F 6 Tf 10 90 Td (PIHAK KESATU menyerahkan daftar peserta) Tj "
                      "0 -10 Td (kepada PIHAK KEDUA) Tj ET");
  bytes = pdf_maker_end (&maker, "");
  pdf = pdf_open (bytes, NULL, NULL);
  hits = pdf_search (pdf, "pihak kedua", NULL);

  g_assert_cmpuint (hits->len, ==, 1);
  hit = &g_array_index (hits, SelPdfHit, 0);
  found = g_strndup (hit->context + hit->begin, hit->end - hit->begin);
  g_assert_cmpstr (found, ==, "PIHAK KEDUA");
  g_assert_cmpstr (hit->context, ==, "daftar peserta kepada PIHAK KEDUA");
}

static GBytes *
make_outline (void)
{
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>>");
  pdf_maker_add (&maker, 2, "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>");
  pdf_maker_add (&maker, 3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>");
  pdf_maker_add (&maker, 4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>");
  pdf_maker_add (&maker, 5, "<</Type/Outlines/First 6 0 R/Last 8 0 R/Count 3>>");
  pdf_maker_add (&maker, 6,
                 "<</Title(Pasal 1)/Parent 5 0 R/Next 8 0 R/First 7 0 R/Last 7 0 R/Count 1"
                 "/Dest[3 0 R/Fit]>>");
  pdf_maker_add (&maker, 7, "<</Title(Ayat 1)/Parent 6 0 R/Dest[4 0 R/XYZ 0 220 0]>>");
  pdf_maker_add (&maker, 8, "<</Title(Selaras)/Parent 5 0 R/Prev 6 0 R"
                            "/A<</S/Launch/F(/bin/sh)>>>>");
  return pdf_maker_end (&maker, "");
}

static void
test_outline (void)
{
  g_autoptr (GBytes) bytes = make_outline ();
  g_autoptr (SelPdf) pdf = pdf_open (bytes, NULL, NULL);
  g_autoptr (GPtrArray) list = list_bookmarks (pdf);
  const struct
  {
    const char *title;
    guint depth;
    SelPdfTargetKind kind;
    guint page;
    double top;
  } expected[] = {
    { "Pasal 1", 0, SEL_PDF_TARGET_PAGE, 0, 0 },
    { "Ayat 1", 1, SEL_PDF_TARGET_PAGE, 1, 80 },
    { "Selaras", 0, SEL_PDF_TARGET_PROGRAM, 0, 0 },
  };

  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    {
      const SelPdfBookmark *bookmark = list->pdata[i];

      g_assert_cmpstr (bookmark->title, ==, expected[i].title);
      g_assert_cmpuint (bookmark->depth, ==, expected[i].depth);
      g_assert_cmpint (bookmark->target.kind, ==, expected[i].kind);
      g_assert_cmpuint (bookmark->target.page, ==, expected[i].page);
      g_assert_cmpfloat (bookmark->target.top, ==, expected[i].top);
    }
}

static void
test_no_outline (void)
{
  g_autoptr (GBytes) bytes = pdf_drawn (2);
  g_autoptr (SelPdf) pdf = pdf_open (bytes, NULL, NULL);
  g_autoptr (GPtrArray) list = list_bookmarks (pdf);

  g_assert_cmpuint (list->len, ==, 0);
}

typedef struct
{
  const char *action;
  SelPdfTargetKind kind;
  const char *address;
} LinkCase;

static const LinkCase link_cases[] = {
  { "/Dest[3 0 R/Fit]", SEL_PDF_TARGET_PAGE, NULL },
  { "/A<</S/Named/N/LastPage>>", SEL_PDF_TARGET_PAGE, NULL },
  { "/A<</S/URI/URI(https://jdih.example.go.id/x?y=1)>>", SEL_PDF_TARGET_ADDRESS,
    "https://jdih.example.go.id/x?y=1" },
  { "/A<</S/URI/URI(mailto:hukum@example.go.id)>>", SEL_PDF_TARGET_ADDRESS,
    "mailto:hukum@example.go.id" },
  { "/A<</S/URI/URI(file:///etc/passwd)>>", SEL_PDF_TARGET_ADDRESS, NULL },
  { "/A<</S/URI/URI(javascript:alert\\(1\\))>>", SEL_PDF_TARGET_ADDRESS, NULL },
  { "/A<</S/Launch/F(/bin/sh)>>", SEL_PDF_TARGET_PROGRAM, NULL },
  { "/A<</S/JavaScript/JS(app.alert\\(1\\))>>", SEL_PDF_TARGET_PROGRAM, NULL },
  { "/A<</S/GoToR/F(lain.pdf)/D[0/Fit]>>", SEL_PDF_TARGET_FILE, NULL },
  { "/A<</S/Named/N/Print>>", SEL_PDF_TARGET_NOWHERE, NULL },
  { "", SEL_PDF_TARGET_NOWHERE, NULL },
  { "/Dest/tidak-ada", SEL_PDF_TARGET_NOWHERE, NULL },
};

static void
test_link (gconstpointer data)
{
  const LinkCase *expected = data;
  PdfMaker maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SelPdf) pdf = NULL;
  g_autoptr (GPtrArray) links = NULL;
  const SelPdfLink *link;

  pdf_maker_add_page (&maker, "/Annots[5 0 R]", "");
  pdf_maker_add (&maker, 5, "<</Type/Annot/Subtype/Link/Rect[10 60 90 90]%s>>", expected->action);
  bytes = pdf_maker_end (&maker, "");
  pdf = pdf_open (bytes, NULL, NULL);
  links = list_links (pdf, 0);
  if (expected->kind == SEL_PDF_TARGET_NOWHERE)
    {
      g_assert_cmpuint (links->len, ==, 0);
      return;
    }

  g_assert_cmpuint (links->len, ==, 1);
  link = links->pdata[0];
  g_assert_cmpint (link->target.kind, ==, expected->kind);
  g_assert_cmpstr (link->target.address, ==, expected->address);
  g_assert_cmpfloat (link->x, ==, 10);
  g_assert_cmpfloat (link->y, ==, 10);
  g_assert_cmpfloat (link->width, ==, 80);
  g_assert_cmpfloat (link->height, ==, 30);
}

static GBytes *
changed (const SignedPdf *pdf, const char *from, const char *to)
{
  gsize length;
  char *text = g_memdup2 (g_bytes_get_data (pdf->bytes, NULL), g_bytes_get_size (pdf->bytes));
  char *place;

  length = g_bytes_get_size (pdf->bytes);
  place = g_strstr_len (text, (gssize) length, from);
  g_assert_cmpuint (strlen (from), ==, strlen (to));
  memcpy (place, to, strlen (to));
  return g_bytes_new_take (text, length);
}

static void
assert_signature (GBytes *bytes,
                  const char *issuers,
                  SelPdfIntegrity integrity,
                  const char *signer,
                  gboolean covers_all,
                  gboolean is_trusted)
{
  g_autoptr (GPtrArray) list = list_signatures (bytes, issuers);
  const SelPdfSignature *signature;

  g_assert_cmpuint (list->len, ==, 1);
  signature = list->pdata[0];
  g_assert_cmpint (signature->integrity, ==, integrity);
  g_assert_cmpstr (signature->signer, ==, signer);
  g_assert_cmpint (signature->covers_all, ==, covers_all);
  g_assert_cmpint (signature->is_trusted, ==, is_trusted);
}

static void
test_signatures (void)
{
  g_autoptr (SignedPdf) pdf = signed_pdf_new ();
  g_autoptr (SignedPdf) other = signed_pdf_new ();
  g_autoptr (GBytes) blue = changed (pdf, "1 0 0 rg", "0 0 1 rg");
  g_autoptr (GBytes) elsewhere = changed (pdf, "adbe.pkcs7.detached/ByteRange[0 0",
                                          "adbe.pkcs7.detached/ByteRange[1 0");
  g_autoptr (GByteArray) added = g_byte_array_new ();
  g_autoptr (GByteArray) hidden = g_byte_array_new ();
  g_autoptr (GBytes) longer = NULL;
  g_autoptr (GBytes) stuffed = NULL;
  const guint8 *text = g_bytes_get_data (pdf->bytes, NULL);
  const guint length = (guint) g_bytes_get_size (pdf->bytes);

  assert_signature (pdf->bytes, "", SEL_PDF_INTACT, "Siti Rahayu", TRUE, FALSE);
  assert_signature (pdf->bytes, pdf->issuer, SEL_PDF_INTACT, "Siti Rahayu", TRUE, TRUE);
  assert_signature (pdf->bytes, other->issuer, SEL_PDF_INTACT, "Siti Rahayu", TRUE, FALSE);
  assert_signature (pdf->bytes, "-----BEGIN CERTIFICATE-----\n", SEL_PDF_INTACT, "Siti Rahayu",
                    TRUE, FALSE);

  /* one colour is another */
  assert_signature (blue, pdf->issuer, SEL_PDF_CHANGED, "Siti Rahayu", TRUE, TRUE);

  /* something follows what was signed */
  g_byte_array_append (added, text, length);
  g_byte_array_append (added, (const guint8 *) "7 0 obj null endobj", 19);
  longer = g_bytes_new (added->data, added->len);
  assert_signature (longer, pdf->issuer, SEL_PDF_INTACT, "Siti Rahayu", FALSE, TRUE);

  /* something hides in the gap, or the range is no range */
  g_byte_array_append (hidden, text, length);
  memcpy (hidden->data + pdf->gap_end - 20, "(Rp 1.000.000.000)", 18);
  stuffed = g_bytes_new (hidden->data, hidden->len);
  assert_signature (stuffed, pdf->issuer, SEL_PDF_UNCHECKED, "", FALSE, FALSE);
  assert_signature (elsewhere, pdf->issuer, SEL_PDF_UNCHECKED, "", FALSE, FALSE);
}

static void
test_not_signed (void)
{
  g_autoptr (GBytes) bytes = pdf_drawn (1);
  g_autoptr (GPtrArray) list = list_signatures (bytes, "");

  g_assert_cmpuint (list->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-contents/part", test_part);
  g_test_add_func ("/pdf-contents/dark", test_dark);
  g_test_add_func ("/pdf-contents/fields-and-annotations", test_fields_and_annotations);
  g_test_add_func ("/pdf-contents/context", test_context);
  g_test_add_func ("/pdf-contents/outline", test_outline);
  g_test_add_func ("/pdf-contents/no-outline", test_no_outline);
  for (guint i = 0; i < G_N_ELEMENTS (link_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pdf-contents/link/%u", i + 1);

      g_test_add_data_func (path, &link_cases[i], test_link);
    }
  g_test_add_func ("/pdf-contents/signatures", test_signatures);
  g_test_add_func ("/pdf-contents/not-signed", test_not_signed);
  return g_test_run ();
}
