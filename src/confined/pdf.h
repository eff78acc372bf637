/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open PDF, read and drawn by a confined process of its own. All calls are for the main loop,
 * none waits. Pages count from 0; places on a page are in points (1/72 inch) from its top left.
 *
 * One question is asked at a time: pages in the order they were asked for, then searches and
 * texts. What is cancelled before its turn is never asked. When the process dies, or is killed
 * because it was silent for too long, everything still asked for fails with that error, and so
 * does all that is asked later: open the PDF again. A question holds its PDF until it is answered:
 * cancel it, or close the PDF, to be rid of both. */
#pragma once

#include <gio/gio.h>

#include "confined/error.h"
#include "confined/pixels.h"
#include "confined/protocol.h"
#include "domain/page-text.h"

G_BEGIN_DECLS

#define SEL_TYPE_PDF (sel_pdf_get_type ())
G_DECLARE_FINAL_TYPE (SelPdf, sel_pdf, SEL, PDF, GObject)

/* A place where the words of a search stand. */
typedef struct
{
  guint page;
  double x, y, width, height;
  char *context;    /* the words around it, … */
  guint begin, end; /* … and which of their bytes it is; the same where that cannot be told */
} SelPdfHit;

/* A part of a page, in pixels of the whole. */
typedef struct
{
  guint x, y, width, height;
} SelPdfPart;

void sel_pdf_warm_up (void);

void sel_pdf_open_async (GBytes *bytes,
                         const char *name,
                         const char *password,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
SelPdf *sel_pdf_open_finish (GAsyncResult *result, GError **error);
void sel_pdf_close (SelPdf *self);

guint sel_pdf_get_n_pages (SelPdf *self);
const char *sel_pdf_get_title (SelPdf *self);
void sel_pdf_get_page_size (SelPdf *self, guint page, double *width, double *height);

guint sel_pdf_get_fatal_page (SelPdf *self);

void sel_pdf_render_async (SelPdf *self,
                           guint page,
                           double scale,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
void sel_pdf_render_part_async (SelPdf *self,
                                guint page,
                                double scale,
                                SelPdfStyle style,
                                const SelPdfPart *part,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
SelPixels *sel_pdf_render_finish (SelPdf *self, GAsyncResult *result, GError **error);

void sel_pdf_search_async (SelPdf *self,
                           const char *words,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
GArray *sel_pdf_search_finish (SelPdf *self, GAsyncResult *result, GError **error);

void sel_pdf_read_page_text_async (SelPdf *self,
                                   guint page,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
SelPageText *sel_pdf_read_page_text_finish (SelPdf *self, GAsyncResult *result, GError **error);

gboolean sel_pdf_probe (GBytes *bytes,
                        const char *name,
                        GCancellable *cancellable,
                        guint *n_pages,
                        GError **error);
gboolean sel_pdf_read_pages (GBytes *bytes,
                             const char *name,
                             GCancellable *cancellable,
                             GPtrArray **pages,
                             GError **error);

/* The text of the next page, lent for the call. */
typedef void (*SelPdfTextFunc) (const char *text, gpointer user_data);

gboolean sel_pdf_read_texts (GBytes *bytes,
                             const char *name,
                             SelPdfTextFunc func,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GStrv *texts,
                             GError **error);

G_END_DECLS
