/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of PDFs that have the words that somebody looks for. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 agreement;
  char *agreement_title;
  gint64 document;
  char *document_title;
  char *sha256;
  char *file;    /* as the document calls it */
  guint page;    /* from 0 */
  char *snippet; /* markup: what stands around the words, with these in bold */
  char *words;   /* as they are written there, for a search on the page */
} SelPageHit;

void sel_page_hit_free (SelPageHit *self);

GPtrArray *sel_page_find (SelConnection *connection,
                          GPtrArray *query,
                          guint most,
                          gboolean *has_more,
                          GError **error);

G_END_DECLS
