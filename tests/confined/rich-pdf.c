/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rich-pdf.h"

#include <cairo-pdf.h>

#define WIDTH 595
#define HEIGHT 842
#define MARGIN 72
#define LEADING 18
#define N_LINES 30

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
show_line (cairo_t *cairo, guint line, const char *text)
{
  cairo_move_to (cairo, MARGIN, MARGIN + 40 + line * LEADING);
  cairo_show_text (cairo, text);
}

/* The first page leads to the last, and to the web. */
static void
show_links (cairo_t *cairo)
{
  cairo_set_source_rgb (cairo, 0.1, 0.3, 0.8);
  cairo_tag_begin (cairo, CAIRO_TAG_LINK, "dest='lampiran'");
  show_line (cairo, N_LINES, "Lampiran pada halaman terakhir");
  cairo_tag_end (cairo, CAIRO_TAG_LINK);
  cairo_tag_begin (cairo, CAIRO_TAG_LINK, "uri='https://jdih.example.go.id/pks'");
  show_line (cairo, N_LINES + 1, "https://jdih.example.go.id/pks");
  cairo_tag_end (cairo, CAIRO_TAG_LINK);
  cairo_set_source_rgb (cairo, 0, 0, 0);
}

static void
show_page (cairo_t *cairo, cairo_surface_t *surface, guint page, guint n_pages)
{
  g_autofree char *title = g_strdup_printf ("Pasal %u", page);
  g_autofree char *place = g_strdup_printf ("page=%u pos=[0 %d]", page, MARGIN);
  int chapter = cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, place,
                                               CAIRO_PDF_OUTLINE_FLAG_OPEN);

  cairo_pdf_surface_add_outline (surface, chapter, "Ayat (1): kewajiban PIHAK KESATU", place, 0);
  if (page == n_pages)
    cairo_tag_begin (cairo, CAIRO_TAG_DEST, "name='lampiran'");
  cairo_set_font_size (cairo, 16);
  cairo_move_to (cairo, WIDTH / 2.0 - 30, MARGIN);
  cairo_show_text (cairo, title);
  if (page == n_pages)
    cairo_tag_end (cairo, CAIRO_TAG_DEST);
  cairo_set_font_size (cairo, 11);
  for (guint line = 1; line < N_LINES; line++)
    {
      g_autofree char *text = g_strdup_printf (
        "(%u) PIHAK KESATU menyerahkan daftar peserta %u kepada PIHAK KEDUA.", line, page);

      show_line (cairo, line, text);
    }
  if (page == 1)
    show_links (cairo);
  cairo_show_page (cairo);
}

/* The same bytes each time. */
GBytes *
pdf_rich (guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, WIDTH, HEIGHT);
  cairo_t *cairo = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2025-10-11T09:00:00");
  cairo_select_font_face (cairo, "Nimbus Roman", CAIRO_FONT_SLANT_NORMAL,
                          CAIRO_FONT_WEIGHT_NORMAL);
  for (guint page = 1; page <= n_pages; page++)
    show_page (cairo, surface, page, n_pages);

  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
