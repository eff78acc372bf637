/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "broken-maker.h"

#include <string.h>

#include "pdf-maker.h"

/* The file itself. */
GBytes *
broken_raw (const char *text, G_GNUC_UNUSED const char *second)
{
  return g_bytes_new (text, strlen (text));
}

/* Further entries of the page, and its content. */
GBytes *
broken_page (const char *entries, const char *content)
{
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, entries, content);
  return pdf_maker_end (&maker, "");
}

/* The root of the page tree, and the object 3. */
GBytes *
broken_pages (const char *root, const char *third)
{
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R>>");
  pdf_maker_add (&maker, 2, "%s", root);
  pdf_maker_add (&maker, 3, "%s", third);
  return pdf_maker_end (&maker, "");
}

/* Further entries of the catalog, and of the trailer. */
GBytes *
broken_document (const char *catalog, const char *trailer)
{
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "", RED_BOX);
  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R%s>>", catalog);
  return pdf_maker_end (&maker, trailer);
}

/* Further entries of the page, and the object 5. */
GBytes *
broken_page_and_object (const char *entries, const char *fifth)
{
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, entries, RED_BOX);
  pdf_maker_add (&maker, 5, "%s", fifth);
  return pdf_maker_end (&maker, "");
}

GBytes *
broken_page_and_stream (const char *resources,
                        const char *content,
                        const char *entries,
                        const void *data,
                        gsize length)
{
  g_autofree char *all = g_strdup_printf ("/Resources<<%s>>", resources);
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, all, content);
  pdf_maker_add_stream (&maker, 5, entries, data, length);
  return pdf_maker_end (&maker, "");
}

/* Further entries of a form that the page draws, and the form's content. */
GBytes *
broken_form (const char *entries, const char *content)
{
  g_autofree char *all = g_strconcat ("/Subtype/Form/BBox[0 0 200 100]", entries, NULL);

  return broken_page_and_stream ("/XObject<</X 5 0 R>>", "/X Do", all, content, strlen (content));
}

/* Further entries of an image that the page draws, and its data. */
GBytes *
broken_image (const char *entries, const char *data)
{
  g_autofree char *all = g_strconcat ("/Subtype/Image/ColorSpace/DeviceRGB", entries, NULL);

  return broken_page_and_stream ("/XObject<</X 5 0 R>>", "99 0 0 99 0 0 cm /X Do", all,
                                 data, strlen (data));
}

/* Further entries of a pattern that fills the page, and its content. */
GBytes *
broken_pattern (const char *entries, const char *content)
{
  g_autofree char *all = g_strconcat ("/PatternType 1/PaintType 1/TilingType 1", entries, NULL);

  return broken_page_and_stream ("/Pattern<</P 5 0 R>>", "/Pattern cs /P scn 0 0 9999 9999 re f", all,
                                 content, strlen (content));
}

/* The font of a page with words, and its descriptor, whose font file is no font. */
GBytes *
broken_font (const char *entries, const char *descriptor)
{
  PdfMaker maker = pdf_maker_new ();

  pdf_maker_add_page (&maker, "/Resources<</Font<</F 5 0 R>>>>", "BT /F 20 Tf (Selaras) Tj ET");
  pdf_maker_add (&maker, 5, "%s", entries);
  pdf_maker_add (&maker, 6, "%s", descriptor);
  pdf_maker_add_stream (&maker, 7, "", "\0\1\0\0\377\377\377\377\377\377\377\377", 12);
  return pdf_maker_end (&maker, "");
}

char *
broken_repeat (const char *text, gsize times)
{
  GString *whole = g_string_sized_new (strlen (text) * times);

  for (gsize i = 0; i < times; i++)
    g_string_append (whole, text);
  return g_string_free (whole, FALSE);
}
