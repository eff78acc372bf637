/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SelPdf for tests: asks, and runs the main loop until the answer is there. */
#pragma once

#include "confined/pdf-private.h"

SelPdf *pdf_open (GBytes *bytes, const char *password, GError **error);
SelPixels *pdf_render (SelPdf *pdf, guint page, double scale, GError **error);
GArray *pdf_search (SelPdf *pdf, const char *words, GError **error);
SelPageText *pdf_text (SelPdf *pdf, guint page, GError **error);

void pdf_keep_result_cb (GObject *source, GAsyncResult *result, gpointer kept);
void pdf_wait_for (GAsyncResult **kept);
guint32 pdf_pixel (SelPixels *pixels, guint x, guint y);
