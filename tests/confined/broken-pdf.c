/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "broken-pdf.h"

#include <gio/gio.h>
#include <string.h>

#include "broken-maker.h"
#include "pdf-maker.h"

#define A_PAGE "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>"
#define NO_DATA G_GNUC_UNUSED const char *first, G_GNUC_UNUSED const char *second

/* The content of the page, a million times. */
static GBytes *
repeated_content (const char *content, G_GNUC_UNUSED const char *second)
{
  g_autofree char *whole = broken_repeat (content, 1000000);

  return broken_page ("", whole);
}

/* The percentage that is left of a sound file. */
static GBytes *
part (const char *percent, G_GNUC_UNUSED const char *second)
{
  g_autoptr (GBytes) sound = pdf_drawn (4);
  const gsize whole = g_bytes_get_size (sound);

  return g_bytes_new_from_bytes (sound, 0, whole * (guint) atoi (percent) / 100);
}

static GBytes *
zeroes (NO_DATA)
{
  return g_bytes_new_take (g_malloc0 (1 << 20), 1 << 20);
}

static GBytes *
noise (NO_DATA)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20251011);
  GString *text = g_string_new ("%PDF-1.7\n");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, (char) g_rand_int (random));
  return g_string_free_to_bytes (text);
}

/* One byte in a thousand of a sound file is another. */
static GBytes *
spots (NO_DATA)
{
  gsize length;
  guint8 *data = g_bytes_unref_to_data (pdf_drawn (4), &length);

  for (gsize i = 100; i < length; i += 1000)
    data[i] = '?';
  return g_bytes_new_take (data, length);
}

/* Poppler believes in no more pages than there are objects. */
static GBytes *
many_pages (NO_DATA)
{
  g_autofree char *kids = broken_repeat ("3 0 R ", 20001);
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R>>");
  pdf_maker_add (&maker, 2, "<</Type/Pages/Kids[%s]/Count 20001>>", kids);
  for (guint i = 3; i < 20010; i++)
    pdf_maker_add (&maker, i, A_PAGE);
  return pdf_maker_end (&maker, "");
}

static GBytes *
object_loop (NO_DATA)
{
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "", "");
  pdf_maker_add (&maker, 4, "5 0 R");
  pdf_maker_add (&maker, 5, "4 0 R");
  return pdf_maker_end (&maker, "");
}

/* Sixty forms, each of which draws the next one ten times. */
static GBytes *
forms_multiply (NO_DATA)
{
  g_autofree char *ten = broken_repeat ("/X Do ", 10);
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "/Resources<</XObject<</X 5 0 R>>>>", "/X Do");
  for (guint i = 5; i < 65; i++)
    {
      g_autofree char *entries = NULL;

      entries = g_strdup_printf ("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %u 0 R>>>>",
                                 i + 1);
      pdf_maker_add_stream (&maker, i, entries, ten, strlen (ten));
    }
  return pdf_maker_end (&maker, "");
}

static GBytes *
deep_arrays (NO_DATA)
{
  g_autofree char *brackets = broken_repeat ("[", 200000);

  return broken_page_and_object ("/Annots 5 0 R", brackets);
}

static GBytes *
many_filters (NO_DATA)
{
  g_autofree char *filters = broken_repeat ("/ASCIIHexDecode", 5000);
  g_autofree char *entries = g_strdup_printf ("/Filter[%s]", filters);

  return broken_form (entries, "00");
}

static GBytes *
deflate (const void *data, gsize length)
{
  g_autoptr (GConverter) compressor =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, compressor);
  gboolean is_written = g_output_stream_write_all (stream, data, length, NULL, NULL, NULL) &&
                        g_output_stream_close (stream, NULL, NULL);

  g_assert_true (is_written);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* 128 MiB of blanks in some kilobytes. */
static GBytes *
bomb (NO_DATA)
{
  g_autofree char *blanks = g_strnfill (128 << 20, ' ');
  g_autoptr (GBytes) once = deflate (blanks, 128 << 20);
  g_autoptr (GBytes) twice = deflate (g_bytes_get_data (once, NULL), g_bytes_get_size (once));

  return broken_page_and_stream ("/XObject<</X 5 0 R>>", "/X Do",
                                 "/Subtype/Form/BBox[0 0 9 9]/Filter[/FlateDecode/FlateDecode]",
                                 g_bytes_get_data (twice, NULL), g_bytes_get_size (twice));
}

/* A file that ends before its cross-reference table. */
static GBytes *
no_table (NO_DATA)
{
  g_autoptr (GBytes) sound = broken_page ("", RED_BOX);
  const char *text = g_bytes_get_data (sound, NULL);
  const char *table = g_strstr_len (text, (gssize) g_bytes_get_size (sound), "xref");

  return g_bytes_new (text, (gsize) (table - text));
}

static GBytes *
table_elsewhere (NO_DATA)
{
  gsize length;
  char *text = g_bytes_unref_to_data (broken_page ("", RED_BOX), &length);

  memset (g_strrstr_len (text, (gssize) length, "startxref") + 10, '9', 3);
  return g_bytes_new_take (text, length);
}

static GBytes *
table_loop (NO_DATA)
{
  PdfMaker maker = pdf_maker_new ();
  g_autofree char *trailer = NULL;

  pdf_maker_add_page (&maker, "", RED_BOX);
  trailer = g_strdup_printf ("/Prev %" G_GSIZE_FORMAT, maker.text->len);
  return pdf_maker_end (&maker, trailer);
}

static GBytes *
object_stream_in_itself (NO_DATA)
{
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "/Resources 6 0 R", RED_BOX);
  pdf_maker_add_stream (&maker, 5, "/Type/ObjStm/N 2/First 8/Extends 5 0 R", "5 0 6 0 <<>>", 12);
  return pdf_maker_end (&maker, "");
}

static GBytes *
glyph_in_itself (NO_DATA)
{
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "/Resources<</Font<</F 5 0 R>>>>", "BT /F 20 Tf (a) Tj ET");
  pdf_maker_add (&maker, 5,
                 "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]"
                 "/FirstChar 97/LastChar 97/Widths[9]/Encoding<</Differences[97/a]>>"
                 "/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>");
  pdf_maker_add_stream (&maker, 6, "", "9 0 d0 BT /F 1 Tf (a) Tj ET", 27);
  return pdf_maker_end (&maker, "");
}

static GBytes *
title (const char *hexadecimal, G_GNUC_UNUSED const char *second)
{
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "", RED_BOX);
  pdf_maker_add (&maker, 5, "<</Title<%s>>>", hexadecimal);
  return pdf_maker_end (&maker, "/Info 5 0 R");
}

static GBytes *
encrypted (const char *password, G_GNUC_UNUSED const char *second)
{
  return pdf_encrypted (password);
}

const BrokenPdf broken_pdfs[] = {
  /* no PDF, or not all of it */
  { "empty", DAMAGED, broken_raw, "" },
  { "not-a-pdf", DAMAGED, broken_raw,
    "<!DOCTYPE html><title>Perjanjian</title><p>Tidak ditemukan</p>" },
  { "header-only", DAMAGED, broken_raw, "%PDF-1.7\n" },
  { "zeroes", DAMAGED, zeroes },
  { "noise", DAMAGED, noise },
  { "half", ANY_ANSWER, part, "50" },
  { "nearly-whole", ANY_ANSWER, part, "95" },
  { "spots", ANY_ANSWER, spots },

  /* pages that are not there, or go in circles */
  { "no-pages", DAMAGED, broken_pages, "<</Type/Pages/Kids[]/Count 0>>", "null" },
  { "missing-page", BAD_PAGE, broken_pages, "<</Type/Pages/Kids[9 0 R]/Count 1>>", "null" },
  { "page-tree-loop", ANY_ANSWER, broken_pages, "<</Type/Pages/Kids[2 0 R]/Count 1>>", "null" },
  { "page-tree-loop-below", ANY_ANSWER, broken_pages, "<</Type/Pages/Kids[3 0 R]/Count 2>>",
    "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 1/Parent 2 0 R>>" },
  { "parent-loop", ANY_ANSWER, broken_pages, "<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>",
    "<</Type/Page/Parent 3 0 R>>" },
  { "claims-many-pages", ANY_ANSWER, broken_pages,
    "<</Type/Pages/Kids[3 0 R]/Count 100000>>", A_PAGE },
  { "claims-less-than-none", ANY_ANSWER, broken_pages,
    "<</Type/Pages/Kids[3 0 R]/Count -7>>", A_PAGE },
  { "has-many-pages", TOO_LARGE, many_pages },

  /* sheets that no printer takes */
  { "huge-page", BAD_PAGE, broken_page, "/MediaBox[0 0 1000000000 1000000000]", RED_BOX },
  { "reversed-page", DRAWN, broken_page, "/MediaBox[200 100 0 0]", RED_BOX },
  { "negative-page", DRAWN, broken_page, "/MediaBox[-400 -300 -200 -200]", RED_BOX },
  { "empty-page", ANY_ANSWER, broken_page, "/MediaBox[0 0 0 0]", RED_BOX },
  { "page-of-words", ANY_ANSWER, broken_page, "/MediaBox[/a(b)null<<>>]", RED_BOX },

  /* objects and streams that are not what they say */
  { "object-loop", DRAWN, object_loop },
  { "length-loop", ANY_ANSWER, broken_form, "/Length 5 0 R", RED_BOX },
  { "length-too-long", DRAWN, broken_form, "/Length 999999999", RED_BOX },
  { "length-negative", DRAWN, broken_form, "/Length -1", RED_BOX },
  { "unknown-filter", DRAWN, broken_form, "/Filter/Selaras", "x" },
  { "many-filters", ANY_ANSWER, many_filters },
  { "object-stream-in-itself", ANY_ANSWER, object_stream_in_itself },
  { "no-table", ANY_ANSWER, no_table },
  { "table-elsewhere", DRAWN, table_elsewhere },
  { "table-loop", DRAWN, table_loop },
  { "table-of-billions", DAMAGED, broken_raw,
    "%PDF-1.7\nxref\n0 4294967295\n0000000000 65535 f \n"
    "trailer\n<</Root 1 0 R/Size 4294967295>>\nstartxref\n9\n%%EOF\n" },
  { "title-of-half-characters", DRAWN, title, "FEFFD83D0041DC00D8" },
  { "annotation-loop", DRAWN, broken_page_and_object, "/Annots[5 0 R 5 0 R]",
    "<</Subtype/Popup/Rect[0 0 9 9]/Parent 5 0 R/Popup 5 0 R/IRT 5 0 R>>" },

  /* more work than there is time or memory for */
  { "form-draws-itself", ANY_ANSWER, broken_form,
    "/Resources<</XObject<</X 5 0 R>>>>", "/X Do /X Do" },
  { "forms-multiply", ANY_ANSWER, forms_multiply },
  { "deep-arrays", ANY_ANSWER, deep_arrays },
  { "deep-content", ANY_ANSWER, repeated_content, "q " },
  { "long-name", DRAWN, repeated_content, "/Selaras" },
  { "bomb", ANY_ANSWER, bomb },
  { "huge-image", ANY_ANSWER, broken_image, "/Width 200000/Height 200000/BitsPerComponent 8", "x" },
  { "negative-image", DRAWN, broken_image, "/Width -5/Height 2147483647/BitsPerComponent 99", "x" },
  { "broken-jpeg", DRAWN, broken_image, "/Width 50/Height 50/BitsPerComponent 8/Filter/DCTDecode",
    "\xff\xd8\xff\xe0\x11\x10JFIF" },
  { "dense-pattern", ANY_ANSWER, broken_pattern,
    "/BBox[0 0 1 1]/XStep .001/YStep .001/Resources<<>>",
    RED_BOX },
  { "pattern-in-itself", ANY_ANSWER, broken_pattern,
    "/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<</P 5 0 R>>>>",
    "/Pattern cs /P scn 0 0 9 9 re f" },
  { "glyph-in-itself", ANY_ANSWER, glyph_in_itself },

  /* fonts that are not there, or not fonts */
  { "unknown-font", DRAWN, broken_font,
    "<</Type/Font/Subtype/TrueType/BaseFont/TidakAda>>", "null" },
  { "missing-font", DRAWN, broken_font, "9 0 R", "null" },
  { "broken-font", DRAWN, broken_font,
    "<</Type/Font/Subtype/TrueType/BaseFont/Rusak/FontDescriptor 6 0 R>>",
    "<</Type/FontDescriptor/FontName/Rusak/Flags 32/FontFile2 7 0 R>>" },

  /* what a reader is to run, fetch or take along: it does not look */
  { "runs-script", DRAWN, broken_document,
    "/OpenAction<</S/JavaScript/JS(while \\(true\\) app.alert\\('Selaras'\\);)>>"
    "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(while \\(true\\);)>>]>>>>",
    "" },
  { "launches-program", DRAWN, broken_document,
    "/OpenAction<</S/Launch/F(/bin/sh)/Unix<</F(/bin/sh)/P(-c reboot)>>>>", "" },
  { "fetches-address", DRAWN, broken_document,
    "/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>"
    "/AA<</WC<</S/SubmitForm/F<</FS/URL/F(http://127.0.0.1:9/)>>>>>>",
    "" },
  { "embeds-file", DRAWN, broken_document,
    "/Names<</EmbeddedFiles<</Names[(../.bashrc)<</F(../.bashrc)/EF<</F 4 0 R>>>>]>>>>", "" },
  { "content-elsewhere", DRAWN, broken_form, "/F(/etc/passwd)", "" },

  /* passwords */
  { "protected", LOCKED, encrypted, "tidak dikenal" },
  { "protected-by-unknown", ANY_ANSWER, broken_document, "",
    "/Encrypt<</Filter/Rahasia/V 9/R 9>>" },
  { "protected-by-nothing", ANY_ANSWER, broken_document, "", "/Encrypt 9 0 R" },
};

const guint n_broken_pdfs = G_N_ELEMENTS (broken_pdfs);
