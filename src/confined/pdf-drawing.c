/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pdf-drawing.h"

#include "confined/protocol.h"

/* What black ink and white paper become on a dark page: soft enough to be read at night. */
#define DARK_PAPER 0x1e
#define LIGHT_INK 0xe6

/* Turns light into dark and leaves the hue as it is, so that a red stamp stays red: what has the
 * lightness (most + least) / 2 gets that of its opposite, from DARK_PAPER to LIGHT_INK. */
static void
darken (guint8 *pixels, gsize n_pixels)
{
  const int range = LIGHT_INK - DARK_PAPER;
  guint32 *pixel = (guint32 *) (gpointer) pixels;

  for (gsize i = 0; i < n_pixels; i++)
    {
      const int red = pixel[i] >> 16 & 0xff;
      const int green = pixel[i] >> 8 & 0xff;
      const int blue = pixel[i] & 0xff;
      const int turn = 255 - MAX (red, MAX (green, blue)) - MIN (red, MIN (green, blue));

      pixel[i] = 0xffu << 24 | (guint32) (DARK_PAPER + (red + turn) * range / 255) << 16 |
                 (guint32) (DARK_PAPER + (green + turn) * range / 255) << 8 |
                 (guint32) (DARK_PAPER + (blue + turn) * range / 255);
    }
}

/**
 * sel_pdf_draw:
 * @pixels: 4 bytes for each pixel of the part
 */
gboolean
sel_pdf_draw (Page *page, const SelPdfDrawing *drawing, guint8 *pixels)
{
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cairo = NULL;
  double page_width, page_height;

  surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32,
                                                 (int) drawing->width, (int) drawing->height,
                                                 (int) drawing->width * 4);
  cairo = cairo_create (surface);
  poppler_page_get_size (page, &page_width, &page_height);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_translate (cairo, -(double) drawing->x, -(double) drawing->y);
  cairo_scale (cairo, drawing->whole_width / page_width, drawing->whole_height / page_height);
  if (drawing->style & SEL_PDF_PRINTED)
    poppler_page_render_for_printing (page, cairo);
  else
    poppler_page_render (page, cairo);

  cairo_surface_finish (surface);
  if (cairo_status (cairo) != CAIRO_STATUS_SUCCESS)
    return FALSE;

  if (drawing->style & SEL_PDF_DARK)
    darken (pixels, (gsize) drawing->width * drawing->height);
  return TRUE;
}
