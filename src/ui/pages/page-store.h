/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn pages that are kept within a bound of memory: what was used longest ago is given up first.
 */
#pragma once

#include <gdk/gdk.h>

#include "confined/pdf.h"

G_BEGIN_DECLS

typedef struct
{
  GdkTexture *texture; /* of the page, or NULL */
  SelPdfStyle style;   /* of the texture, and of the part */
  GdkTexture *part_texture;
  SelPdfPart part;
  double part_scale;
  gsize n_bytes;
  char *problem; /* why there is no texture: a sentence */
  guint64 last_used;
} SelKeptPage;

typedef struct _SelPageStore SelPageStore;

SelPageStore *sel_page_store_new (gsize most_bytes);
void sel_page_store_free (SelPageStore *self);

SelKeptPage *sel_page_store_find (SelPageStore *self, guint page);
const SelKeptPage *sel_page_store_use (SelPageStore *self, guint page);

void sel_page_store_put (SelPageStore *self, guint page, GdkTexture *texture, SelPdfStyle style);
void sel_page_store_put_part (SelPageStore *self,
                              guint page,
                              GdkTexture *texture,
                              SelPdfStyle style,
                              const SelPdfPart *part,
                              double scale);
void sel_page_store_put_problem (SelPageStore *self, guint page, const char *problem);
void sel_page_store_trim (SelPageStore *self, guint first, guint last);

gsize sel_page_store_get_n_bytes (SelPageStore *self);
gsize sel_page_store_get_most_bytes (SelPageStore *self);

G_END_DECLS
