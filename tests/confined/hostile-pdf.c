/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-pdf.h"

#include <stdlib.h>
#include <string.h>

#include "broken-maker.h"
#include "pdf-maker.h"
#include "rich-pdf.h"
#include "signed-pdf.h"

/* Bytes of a sound agreement, up to so many thousandths of it. */
static GBytes *
cut_short (const char *thousandths, G_GNUC_UNUSED const char *second)
{
  g_autoptr (GBytes) sound = pdf_rich (3);
  const gsize length = g_bytes_get_size (sound) * (guint) atoi (thousandths) / 1000;

  return g_bytes_new_from_bytes (sound, 0, length);
}

/* One byte in a hundred is another one. */
static GBytes *
garbled (const char *seed, G_GNUC_UNUSED const char *second)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) atoi (seed));
  gsize length;
  guint8 *data = g_bytes_unref_to_data (pdf_rich (3), &length);

  for (gsize i = 0; i < length / 100; i++)
    data[g_rand_int_range (random, 0, (gint32) length)] = (guint8) g_rand_int (random);
  return g_bytes_new_take (data, length);
}

/* Half of a sound file, then the other half of it, in the wrong order. */
static GBytes *
swapped (const char *thousandths, G_GNUC_UNUSED const char *second)
{
  g_autoptr (GBytes) sound = pdf_rich (2);
  gsize length;
  const guint8 *data = g_bytes_get_data (sound, &length);
  const gsize cut = length * (guint) atoi (thousandths) / 1000;
  GByteArray *all = g_byte_array_new ();

  g_byte_array_append (all, data + cut, (guint) (length - cut));
  g_byte_array_append (all, data, (guint) cut);
  return g_byte_array_free_to_bytes (all);
}

/* The bookmarks: the objects 5 and 6; "%s" in them is a text of a million characters. */
static GBytes *
outline (const char *root, const char *first)
{
  g_autofree char *text = broken_repeat ("Pasal ", 160000);
  g_auto (GStrv) parts = g_strsplit (first, "%s", 2);
  g_autofree char *sixth = g_strjoinv (text, parts);
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "", RED_BOX);
  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>>");
  pdf_maker_add (&maker, 5, "%s", root);
  pdf_maker_add (&maker, 6, "%s", sixth);
  return pdf_maker_end (&maker, "");
}

/* So many bookmarks, each below the one before, or after it. */
static GBytes *
many_bookmarks (const char *number, const char *how)
{
  const guint n = (guint) atoi (number);
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "", RED_BOX);
  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>>");
  pdf_maker_add (&maker, 5, "<</First 6 0 R/Last 6 0 R/Count 1>>");
  for (guint i = 0; i < n; i++)
    pdf_maker_add (&maker, 6 + i, "<</Title(x)/Parent 5 0 R/%s %u 0 R/Last %u 0 R/Dest[3 0 R/Fit]>>",
                   how, 7 + i, 7 + i);
  return pdf_maker_end (&maker, "");
}

/* A link over the whole page, with these entries. */
static GBytes *
link_to (const char *entries, G_GNUC_UNUSED const char *second)
{
  g_autofree char *link = g_strdup_printf ("<</Type/Annot/Subtype/Link%s%s>>",
                                           strstr (entries, "/Rect") ? "" : "/Rect[0 0 200 100]",
                                           entries);

  return broken_page_and_object ("/Annots[5 0 R]", link);
}

static GBytes *
long_address (const char *scheme, const char *character)
{
  g_autofree char *rest = broken_repeat (character, 1000000);
  g_autofree char *entries = g_strdup_printf ("/A<</S/URI/URI(%s%s)>>", scheme, rest);

  return link_to (entries, NULL);
}

/* So many annotations of a kind. */
static GBytes *
many_annotations (const char *number, const char *annotation)
{
  g_autofree char *all = broken_repeat (annotation, (gsize) atoi (number));
  g_autofree char *entries = g_strdup_printf ("/Annots[%s]", all);

  return broken_page (entries, RED_BOX);
}

/* The range and the contents of a signature. */
static GBytes *
signature (const char *range, const char *contents)
{
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "/Annots[5 0 R]", RED_BOX);
  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 3>>>>");
  pdf_maker_add (&maker, 5,
                 "<</Type/Annot/Subtype/Widget/FT/Sig/T(a)/Rect[0 0 9 9]/V 6 0 R>>");
  pdf_maker_add (&maker, 6, "<</Type/Sig/Filter/Adobe.PPKLite/Contents%s/ByteRange%s>>", contents,
                 range);
  return pdf_maker_end (&maker, "");
}

/* A sound signature, of which the bytes from so many thousandths on are another one. */
static GBytes *
broken_signature (const char *thousandths, const char *digits)
{
  g_autoptr (SignedPdf) sound = signed_pdf_new ();
  gsize length;
  char *text = g_memdup2 (g_bytes_get_data (sound->bytes, &length),
                          g_bytes_get_size (sound->bytes));
  const gsize room = sound->gap_end - sound->gap - 2;
  const gsize at = sound->gap + 1 + room / 2 * (guint) atoi (thousandths) / 1000;

  memcpy (text + at, digits, strlen (digits));
  return g_bytes_new_take (text, length);
}

static GBytes *
many_signatures (const char *number, G_GNUC_UNUSED const char *second)
{
  g_autofree char *all = broken_repeat ("/ByteRange[0 1 3 9]", (gsize) atoi (number));

  return broken_page_and_object ("", all);
}

/* The catalog's form, and the object 5. */
static GBytes *
fields (const char *acro_form, const char *fifth)
{
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "/Annots[5 0 R]", RED_BOX);
  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R/AcroForm<<%s>>>>", acro_form);
  pdf_maker_add (&maker, 5, "%s", fifth);
  return pdf_maker_end (&maker, "");
}

/* Each field, or form, is in the one before, so many times. */
static GBytes *
deep_fields (const char *number, G_GNUC_UNUSED const char *second)
{
  const guint n = (guint) atoi (number);
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "", RED_BOX);
  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>");
  for (guint i = 0; i < n; i++)
    pdf_maker_add (&maker, 5 + i, "<</T(a)/Parent %u 0 R/Kids[%u 0 R]>>", i ? 4 + i : 5, 6 + i);
  return pdf_maker_end (&maker, "");
}

static GBytes *
deep_forms (const char *number, G_GNUC_UNUSED const char *second)
{
  const guint n = (guint) atoi (number);
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "/Resources<</XObject<</X 5 0 R>>>>", "/X Do");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *entries = g_strdup_printf (
        "/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %u 0 R>>>>", 6 + i);

      pdf_maker_add_stream (&maker, 5 + i, entries, "/X Do", 5);
    }
  return pdf_maker_end (&maker, "");
}

static GBytes *
deep_pages (const char *number, G_GNUC_UNUSED const char *second)
{
  const guint n = (guint) atoi (number);
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R>>");
  for (guint i = 0; i < n; i++)
    pdf_maker_add (&maker, 2 + i, "<</Type/Pages/Count 1/Kids[%u 0 R]>>", 3 + i);
  pdf_maker_add (&maker, 2 + n, "<</Type/Page/MediaBox[0 0 9 9]>>");
  return pdf_maker_end (&maker, "");
}

/* A hundred thousand pages that are there. */
static GBytes *
all_pages (G_GNUC_UNUSED const char *first, G_GNUC_UNUSED const char *second)
{
  g_autofree char *kids = broken_repeat ("3 0 R ", 100000);
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R>>");
  pdf_maker_add (&maker, 2, "<</Type/Pages/Kids[%s]/Count 100000>>", kids);
  for (guint i = 3; i < 100010; i++)
    pdf_maker_add (&maker, i, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>");
  return pdf_maker_end (&maker, "");
}

/* Content, a hundred thousand times. */
static GBytes *
repeated (const char *content, G_GNUC_UNUSED const char *second)
{
  g_autofree char *whole = broken_repeat (content, 100000);

  return broken_page ("/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
                      whole);
}

/* A shading that fills the page, and the function of it. */
static GBytes *
shading (const char *entries, const char *function)
{
  g_autofree char *all = g_strdup_printf (
    "/Resources<</Shading<</S<<%s/ColorSpace/DeviceRGB/Function 5 0 R>>>>>>", entries);
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, all, "/S sh");
  pdf_maker_add (&maker, 5, "%s", function);
  return pdf_maker_end (&maker, "");
}

/* The colour space of an image. */
static GBytes *
colours (const char *space, const char *data)
{
  g_autofree char *entries = g_strdup_printf (
    "/Subtype/Image/Width 20/Height 20/BitsPerComponent 8/ColorSpace%s", space);

  return broken_page_and_stream ("/XObject<</X 5 0 R>>", "99 0 0 99 0 0 cm /X Do", entries, data,
                                 strlen (data));
}

/* An image under a filter. */
static GBytes *
filtered (const char *filter, const char *data)
{
  g_autofree char *entries = g_strdup_printf (
    "/Subtype/Image/Width 200/Height 200/BitsPerComponent 8/ColorSpace/DeviceGray/Filter%s", filter);

  return broken_page_and_stream ("/XObject<</X 5 0 R>>", "99 0 0 99 0 0 cm /X Do", entries, data,
                                 strlen (data));
}

typedef struct
{
  const char *name;
  GBytes *(*make) (const char *first, const char *second);
  const char *members[20][2]; /* what the maker gets; ends with NULL */
} Family;

static const Family families[] = {
  { "outline",
    outline,
    { { "<</First 6 0 R/Last 6 0 R>>", "<</Title(a)/Next 6 0 R/Dest[3 0 R/Fit]>>" },
      { "<</First 6 0 R/Last 6 0 R>>", "<</Title(a)/First 6 0 R/Last 6 0 R/Count 9>>" },
      { "<</First 6 0 R>>", "<</Title(a)/First 6 0 R/Next 6 0 R/Prev 6 0 R/Parent 6 0 R>>" },
      { "<</First 5 0 R/Last 5 0 R>>", "null" },
      { "<</First 9 0 R/Last 9 0 R>>", "null" },
      { "[6 0 R]", "<</Title(a)>>" },
      { "<</First 6 0 R/Count -2147483648>>", "<</Title(a)/Count 2147483647/Dest[3 0 R]>>" },
      { "<</First 6 0 R>>", "<</Title(%s)/Dest[3 0 R/Fit]>>" },
      { "<</First 6 0 R>>", "<</Title<FEFFD800DC00D8>/Dest[3 0 R/XYZ 1e99 -1e99 0]>>" },
      { "<</First 6 0 R>>", "<</Title[(a)]/Dest[999999 0 R/Fit]>>" },
      { "<</First 6 0 R>>", "<</Title(a)/Dest[-1/Fit]>>" },
      { "<</First 6 0 R>>", "<</Title(a)/Dest(tidak ada)>>" },
      { "<</First 6 0 R>>", "<</Title(a)/Dest 6 0 R>>" },
      { "<</First 6 0 R>>", "<</Title(a)/A 6 0 R/S/GoTo/D 6 0 R>>" },
      { "<</First 6 0 R>>", "<</Title(a)/A<</S/Launch/F(/bin/sh)>>>>" },
      { "<</First 6 0 R>>", "<</Title(a)/A<</S/JavaScript/JS(app.alert\\(1\\))>>>>" } } },
  { "many-bookmarks",
    many_bookmarks,
    { { "30000", "Next" }, { "30000", "First" }, { "300", "First" } } },
  { "link",
    link_to,
    { { "/Dest[3 0 R/XYZ null null null]" },
      { "/Dest[3 0 R/FitR 1e308 -1e308 1e308 1e308]" },
      { "/Dest[-5/Fit]" },
      { "/Dest[2147483647/Fit]" },
      { "/Dest/tidak-ada" },
      { "/Rect[1e30 1e30 -1e30 -1e30]/Dest[3 0 R/Fit]" },
      { "/Rect[0 0]/Dest[3 0 R/Fit]" },
      { "/Rect[(a)(b)(c)(d)]/Dest[3 0 R/Fit]" },
      { "/QuadPoints[1 2 3]/Dest[3 0 R/Fit]" },
      { "/A 5 0 R/S/GoTo" },
      { "/A<</S/GoTo/D[3 0 R/Fit]/Next 5 0 R>>" },
      { "/A<</S/URI/URI(javascript:alert\\(1\\))>>" },
      { "/A<</S/URI/URI(file:///etc/passwd)>>" },
      { "/A<</S/URI/URI(\\\\\\\\127.0.0.1\\\\share\\\\a)>>" },
      { "/A<</S/URI/URI<000102ff>>>" },
      { "/A<</S/Launch/Win<</F(cmd.exe)/P(/c format)>>>>" },
      { "/A<</S/GoToR/F(../../etc/passwd)/D[0/Fit]>>" },
      { "/A<</S/GoToE/T<</R/C/N(a)/T 5 0 R>>>>" },
      { "/A<</S/SubmitForm/F(http://127.0.0.1:9/)>>" } } },
  { "link-more",
    link_to,
    { { "/A<</S/ImportData/F(/etc/passwd)>>" },
      { "/A<</S/Rendition/OP 4/JS(a)/R<</S/MR/C<</S/MCD/D(/etc/passwd)>>>>>>" },
      { "/A<</S/Movie/Operation/Play>>/Movie<</F(/dev/zero)>>" },
      { "/A<</S/SetOCGState/State[/ON 5 0 R]>>" },
      { "/A<</S/Hide/T 5 0 R>>" },
      { "/A<</S/Named/N/Print>>" },
      { "/AA<</E<</S/JavaScript/JS(a)>>/X<</S/URI/URI(http://127.0.0.1:9/)>>>>" },
      { "" } } },
  { "long-address",
    long_address,
    { { "http://127.0.0.1/", "a" }, { "mailto:", "%0a" }, { "http://", "\xff" } } },
  { "many-annotations",
    many_annotations,
    { { "20000", "<</Subtype/Link/Rect[0 0 9 9]/Dest[3 0 R/Fit]>>" },
      { "20000", "<</Subtype/Text/Rect[0 0 9 9]/Contents(a)>>" },
      { "5000", "<</Subtype/Highlight/Rect[0 0 9 9]/QuadPoints[1 2 3 4 5 6 7 8]>>" },
      { "100", "<</Subtype/FileAttachment/Rect[0 0 9 9]/FS<</F(/etc/passwd)>>>>" },
      { "100", "<</Subtype/Screen/Rect[0 0 9 9]/A<</S/Launch/F(/bin/sh)>>>>" },
      { "100", "<</Subtype/RichMedia/Rect[0 0 9 9]>>" },
      { "100", "<</Subtype/3D/Rect[0 0 9 9]/3DD 5 0 R>>" },
      { "100", "<</Subtype/Ink/Rect[0 0 9 9]/InkList[[1 2][3][(a)]]>>" },
      { "100", "<</Subtype/Polygon/Rect[0 0 9 9]/Vertices[1e99 2 3]>>" },
      { "100", "<</Subtype/FreeText/Rect[0 0 9 9]/DA(/F 1e9 Tf)/Contents(a)>>" } } },
  { "signature",
    signature,
    { { "[0 0 0 0]", "<00>" },
      { "[0 1 2 3]", "<>" },
      { "[0 99999999999999999999 1 1]", "<3082>" },
      { "[-1 10 20 30]", "<3080>" },
      { "[0 4294967295 4294967295 1]", "<00>" },
      { "[0 10 5 100]", "<00>" },
      { "[[0 10] 20 30]", "<00>" },
      { "[0 10 20", "<00" },
      { "", "" },
      { "5 0 R", "6 0 R" },
      { "[0 100 200 300 400 500]", "(a)" } } },
  { "broken-signature",
    broken_signature,
    { { "0", "ff" },
      { "1", "30848fffffff" },
      { "2", "3080" },
      { "50", "0609ffffffffffffffffff" },
      { "150", "ffffffffffffffffffffffff" },
      { "300", "3084ffffffff" },
      { "450", "00000000000000000000" },
      { "600", "a0848fffffff" },
      { "750", "0203ffffff" },
      { "900", "zz" } } },
  { "many-signatures", many_signatures, { { "100000" } } },
  { "fields",
    fields,
    { { "/Fields[5 0 R 5 0 R]", "<</FT/Tx/T(a)/Kids[5 0 R]/Parent 5 0 R>>" },
      { "/Fields 5 0 R", "5 0 R" },
      { "/Fields[5 0 R]/NeedAppearances true/DA(/F 1e9 Tf)",
        "<</Subtype/Widget/FT/Tx/T(a)/V(b)/Rect[0 0 200 100]>>" },
      { "/Fields[5 0 R]/NeedAppearances true",
        "<</Subtype/Widget/FT/Tx/Ff 4096/T(a)/V 5 0 R/DA(Tf Tf Tf)/Rect[0 0 200 100]>>" },
      { "/Fields[5 0 R]", "<</Subtype/Widget/FT/Ch/Opt[[5 0 R]]/I[9 -9]/Rect[0 0 9 9]>>" },
      { "/Fields[5 0 R]", "<</Subtype/Widget/FT/Btn/Ff 65536/MK<</AC 5 0 R>>/Rect[0 0 9 9]>>" },
      { "/Fields[5 0 R]/CO[5 0 R]",
        "<</Subtype/Widget/FT/Tx/T(a)/AA<</C<</S/JavaScript/JS(while\\(1\\);)>>>>/Rect[0 0 9 9]>>" },
      { "/XFA(<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/\">)", "null" },
      { "/Fields[5 0 R]", "<</Subtype/Widget/FT/Sig/T(a)/V 5 0 R/Lock 5 0 R/Rect[0 0 9 9]>>" },
      { "/Fields[5 0 R]",
        "<</Subtype/Widget/FT/Tx/T(a)/AP<</N 5 0 R>>/AS/N/Rect[0 0 200 100]>>" } } },
  { "deep-fields", deep_fields, { { "20000" }, { "200" } } },
  { "deep-forms", deep_forms, { { "20000" }, { "100" } } },
  { "deep-pages", deep_pages, { { "10000" }, { "100" } } },
  { "all-pages", all_pages, { { "" } } },
  { "page",
    broken_page,
    { { "/MediaBox[0 0 1e308 1e308]", RED_BOX },
      { "/MediaBox[0 0 200 100]/UserUnit 1000000", RED_BOX },
      { "/MediaBox[0 0 200 100]/UserUnit -1", RED_BOX },
      { "/MediaBox[0 0 0.001 0.001]", RED_BOX },
      { "/MediaBox 3 0 R", RED_BOX },
      { "/MediaBox[0 0 200 100]/CropBox[900 900 999 999]", RED_BOX },
      { "/MediaBox[0 0 200 100]/CropBox[0 0 1e9 1e9]", RED_BOX },
      { "/MediaBox[0 0 200 100]/Rotate 45", RED_BOX },
      { "/MediaBox[0 0 200 100]/Rotate 2147483647", RED_BOX },
      { "/MediaBox[0 0 14400 14400]", RED_BOX },
      { "/Resources 3 0 R", RED_BOX },
      { "/Group<</S/Transparency/CS 3 0 R>>", RED_BOX },
      { "/B[3 0 R]/Thumb 4 0 R/Trans<</S/Fly>>/AA<</O<</S/Launch/F(/bin/sh)>>>>", RED_BOX } } },
  { "content",
    broken_page,
    { { "", "1e308 0 0 1e308 0 0 cm 0 0 1 1 re f" },
      { "", "0 0 0 0 0 0 cm 0 0 1 1 re f S" },
      { "", "BI /W 99999 /H 99999 /BPC 16 /CS /RGB ID xxxx EI" },
      { "", "BI /W 9 /H 9 /F /AHx ID zzz" },
      { "", "BT ET ET Q Q Q Q EMC EMC EX" },
      { "", "<< << << [ [ [ ( ( (" },
      { "", "[1e-300 1e-300] 0 d 1e9 w 0 0 m 1e9 1e9 l S" },
      { "", "[0 0 0] 1e300 d 0 0 m 200 100 l S" },
      { "", "/None gs /None Do /None sh /None scn f" },
      { "", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 "
            "33 34 35 re f" } } },
  { "repeated",
    repeated,
    { { "BT /F 9 Tf (a) Tj ET " },
      { "0 0 1 1 re W n " },
      { "/A BMC " },
      { "[" },
      { "<<" },
      { "0 0 m 200 100 l S " },
      { "BI /W 1 /H 1 /BPC 8 /CS /G ID a EI " } } },
  { "font",
    broken_font,
    { { "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]>>",
        "null" },
      { "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding 5 0 R/DescendantFonts[6 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/W[0[1e99]]/CIDToGIDMap 7 0 R>>" },
      { "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Tidak-Ada/DescendantFonts[9 0 R]>>",
        "null" },
      { "<</Type/Font/Subtype/Type1/BaseFont/A/FontDescriptor 6 0 R>>",
        "<</FontName/A/Flags 4/FontFile 7 0 R>>" },
      { "<</Type/Font/Subtype/Type1/BaseFont/A/FontDescriptor 6 0 R>>",
        "<</FontName/A/Flags 4/FontFile3 7 0 R>>" },
      { "<</Type/Font/Subtype/MMType1/BaseFont/A_1_2/FontDescriptor 6 0 R>>",
        "<</FontName/A/FontBBox[1e99 0 0 1e99]>>" },
      { "<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar -9/LastChar 999999/Widths[1]>>",
        "null" },
      { "<</Type/Font/Subtype/TrueType/BaseFont/A/Encoding<</Differences[-9/a 999999/b(c)]>>>>",
        "null" },
      { "<</Type/Font/Subtype/Type1/BaseFont/A/ToUnicode 7 0 R>>", "null" },
      { "<</Type/Font/Subtype/Type3/FontMatrix[0 0 0 0 0 0]/CharProcs 5 0 R/Encoding 5 0 R>>",
        "null" },
      { "5 0 R", "null" } } },
  { "filter",
    filtered,
    { { "/JBIG2Decode", "\x97JB2\r\n\x1a\n\xff\xff\xff\xff" },
      { "/JPXDecode", "\xff\x4f\xff\x51\xff\xff" },
      { "/DCTDecode", "\xff\xd8\xff\xc0\xff\xff\x08\xff\xff\xff\xff\x03" },
      { "/CCITTFaxDecode/DecodeParms<</K -1/Columns 2147483647>>", "\xff\xff\xff\xff" },
      { "/LZWDecode/DecodeParms<</Predictor 15/Columns 2147483647>>", "\x80\x0b\x60\x50" },
      { "/FlateDecode/DecodeParms<</Predictor 2/Colors 99/BitsPerComponent 99>>", "\x78\x9c" },
      { "/RunLengthDecode", "\x81\x81\x81\x81" },
      { "/ASCII85Decode", "zzzzzzzz~~~" },
      { "[/ASCIIHexDecode/ASCII85Decode/LZWDecode/FlateDecode]", "3c3c3c>" },
      { "[5 0 R]", "x" },
      { "/Crypt", "x" } } },
  { "colours",
    colours,
    { { "[/Indexed/DeviceRGB 255 5 0 R]", "x" },
      { "[/Indexed 5 0 R 99999 (a)]", "x" },
      { "[/ICCBased 5 0 R]/N 3", "acsp" },
      { "[/ICCBased 5 0 R]/N 99/Alternate[/ICCBased 5 0 R]", "x" },
      { "[/Separation/A[/Separation/B/DeviceRGB 5 0 R]5 0 R]", "x" },
      { "[/DeviceN[/A/B/C/D/E/F/G/H/I]/DeviceCMYK 5 0 R]", "x" },
      { "[/Pattern[/Pattern[/Pattern]]]", "x" },
      { "[/Lab<</WhitePoint[0 0 0]/Range[1e9 -1e9]>>]", "x" },
      { "/DeviceRGB/SMask 5 0 R", "x" },
      { "/DeviceRGB/Mask[0 1e9 -1]", "x" },
      { "/DeviceRGB/Decode[0 1e99 0 1e99 0 1e99]", "x" } } },
  { "shading",
    shading,
    { { "/ShadingType 2/Coords[0 0 1e99 1e99]/Extend[true true]",
        "<</FunctionType 2/Domain[0 1]/N 1e99>>" },
      { "/ShadingType 3/Coords[0 0 1e9 0 0 1e-9]/Extend[true true]",
        "<</FunctionType 3/Domain[0 1]/Functions[5 0 R]/Bounds[]/Encode[0 1]>>" },
      { "/ShadingType 1/Matrix[0 0 0 0 0 0]", "<</FunctionType 2/Domain[0 1]/N 0>>" },
      { "/ShadingType 7/BitsPerCoordinate 99/BitsPerComponent 99/BitsPerFlag 99", "null" },
      { "/ShadingType 99", "5 0 R" } } },
  { "catalog",
    broken_document,
    { { "/Names<</EmbeddedFiles 1 0 R/Dests 1 0 R/JavaScript 1 0 R>>", "" },
      { "/Names<</Dests<</Kids[<</Kids[1 0 R]/Limits[(a)(b)]>>]>>>>", "" },
      { "/PageLabels<</Nums[-9<</S/R/St -99999>>]/Kids[1 0 R]>>", "" },
      { "/OCProperties<</OCGs[1 0 R]/D<</Order[[[[1 0 R]]]]/ON 1 0 R>>>>", "" },
      { "/StructTreeRoot<</K 1 0 R/ParentTree 1 0 R/RoleMap 1 0 R>>/MarkInfo<</Marked true>>", "" },
      { "/Metadata 4 0 R/Lang(xx)/PieceInfo 1 0 R", "" },
      { "/Collection<</View/D/Schema 1 0 R>>/AF[1 0 R]", "" },
      { "/Threads[<</F 1 0 R>>]/Legal 1 0 R/Perms<</DocMDP 1 0 R>>", "" },
      { "/OpenAction[3 0 R/XYZ 1e99 1e99 1e99]/AA<</DC<</S/Launch/F(/bin/sh)>>>>", "" },
      { "/OpenAction<</S/GoToR/F(//127.0.0.1/a.pdf)/NewWindow true>>", "" },
      { "", "/Info 1 0 R/ID[1 0 R 1 0 R]" },
      { "", "/Prev 99999999999" },
      { "", "/Prev 0/XRefStm 0" },
      { "", "/Size -1" },
      { "", "/Encrypt<</Filter/Standard/V 5/R 6/O()/U()/OE()/UE()/Perms()/P -1>>" },
      { "", "/Encrypt<</Filter/Standard/V 4/R 4/O(a)/U(b)/P 0/CF<</A<</CFM/AESV2>>>>/StmF/A>>" },
      { "", "/Encrypt<</Filter/Standard/V 1/R 2/O 1 0 R/U 1 0 R/P -4>>/ID[<00><00>]" } } },
};

static void
add (GPtrArray *all, const char *family, guint number, const BrokenPdf *like)
{
  BrokenPdf *added = g_memdup2 (like, sizeof *like);

  added->name = g_strdup_printf ("%s/%u", family, number);
  g_ptr_array_add (all, added);
}

static void
add_numbered (GPtrArray *all,
              const char *family,
              GBytes *(*make) (const char *, const char *),
              guint first,
              guint last,
              guint step)
{
  for (guint number = first; number <= last; number += step)
    add (all, family, number,
         &(BrokenPdf){ NULL, ANY_ANSWER, make, g_strdup_printf ("%u", number), "" });
}

/**
 * hostile_pdfs_new:
 *
 * Returns: (transfer full): BrokenPdfs, of which any answer is good
 */
GPtrArray *
hostile_pdfs_new (void)
{
  GPtrArray *all = g_ptr_array_new ();

  add_numbered (all, "cut-short", cut_short, 10, 990, 35);
  add_numbered (all, "garbled", garbled, 1, 24, 1);
  add_numbered (all, "swapped", swapped, 100, 900, 200);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (guint k = 0; k < G_N_ELEMENTS (families[i].members) && families[i].members[k][0]; k++)
      {
        const char *const *member = families[i].members[k];

        add (all, families[i].name, k + 1,
             &(BrokenPdf){ NULL, ANY_ANSWER, families[i].make, member[0],
                           member[1] ? member[1] : "" });
      }
  return all;
}
