/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an open PDF has besides its pages: links, bookmarks and signatures. All of it is checked
 * and plain; what would start a program, or lead to an address that is none of the web's or of
 * mail, is told but has no address. */
#pragma once

#include "confined/pdf.h"
#include "confined/protocol.h"

G_BEGIN_DECLS

typedef struct
{
  SelPdfTargetKind kind;
  guint page;    /* from 0 */
  double top;    /* points from the top of that page */
  char *address; /* NULL unless it leads to one that may be opened, if the user wants it */
} SelPdfTarget;

typedef struct
{
  double x, y, width, height;
  SelPdfTarget target;
} SelPdfLink;

typedef struct
{
  guint depth; /* at most one more than that of the one before; 0 for the first */
  char *title;
  SelPdfTarget target;
} SelPdfBookmark;

typedef struct
{
  SelPdfIntegrity integrity;
  gboolean covers_all; /* or something was added after it was signed */
  gboolean is_trusted; /* whoever issued the certificate is known to the office */
  char *signer;        /* as the certificate has it; "" if that cannot be told */
} SelPdfSignature;

void sel_pdf_list_links_async (SelPdf *self,
                               guint page,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void sel_pdf_list_bookmarks_async (SelPdf *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
void sel_pdf_list_signatures_async (SelPdf *self,
                                    const char *issuers,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *sel_pdf_list_finish (SelPdf *self, GAsyncResult *result, GError **error);

G_END_DECLS
