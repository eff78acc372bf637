/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-session.h"

#include <string.h>

/* A GAsyncReadyCallback: its data is a GAsyncResult *, which is set. */
void
pdf_keep_result_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer kept)
{
  *(GAsyncResult **) kept = g_object_ref (result);
}

void
pdf_wait_for (GAsyncResult **kept)
{
  while (!*kept)
    g_main_context_iteration (NULL, TRUE);
}

SelPdf *
pdf_open (GBytes *bytes, const char *password, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sel_pdf_open_async (bytes, "perjanjian.pdf", password, NULL, pdf_keep_result_cb, &result);
  pdf_wait_for (&result);
  return sel_pdf_open_finish (result, error);
}

SelPixels *
pdf_render (SelPdf *pdf, guint page, double scale, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sel_pdf_render_async (pdf, page, scale, NULL, pdf_keep_result_cb, &result);
  pdf_wait_for (&result);
  return sel_pdf_render_finish (pdf, result, error);
}

GArray *
pdf_search (SelPdf *pdf, const char *words, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sel_pdf_search_async (pdf, words, NULL, pdf_keep_result_cb, &result);
  pdf_wait_for (&result);
  return sel_pdf_search_finish (pdf, result, error);
}

SelPageText *
pdf_text (SelPdf *pdf, guint page, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sel_pdf_read_page_text_async (pdf, page, NULL, pdf_keep_result_cb, &result);
  pdf_wait_for (&result);
  return sel_pdf_read_page_text_finish (pdf, result, error);
}

/* As 0xaarrggbb. */
guint32
pdf_pixel (SelPixels *pixels, guint x, guint y)
{
  const guint8 *data = g_bytes_get_data (pixels->bytes, NULL);
  guint32 pixel;

  g_assert (x < pixels->width && y < pixels->height);
  memcpy (&pixel, data + y * pixels->stride + x * 4, sizeof pixel);
  return pixel;
}
