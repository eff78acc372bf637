/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs for tests, made byte by byte: sound ones, and with everything that can be wrong. */
#pragma once

#include <glib.h>

typedef struct
{
  GString *text;
  GArray *offsets; /* gsize: where the object of each number begins, 0 for none */
} PdfMaker;

PdfMaker pdf_maker_new (void);
void pdf_maker_add (PdfMaker *self, guint number, const char *format, ...) G_GNUC_PRINTF (3, 4);
void pdf_maker_add_stream (PdfMaker *self,
                           guint number,
                           const char *entries,
                           const void *data,
                           gsize length);
void pdf_maker_add_page (PdfMaker *self, const char *entries, const char *content);
GBytes *pdf_maker_end (PdfMaker *self, const char *trailer);

GBytes *pdf_drawn (guint n_pages);
GBytes *pdf_encrypted (const char *password);
