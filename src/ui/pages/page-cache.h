/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn pages of a document, within a bound of memory. Who shows them tells with each change which
 * pages are seen; they are drawn one after the other, and then the next page and the one before,
 * and at last, in a few pixels, those that come after: what stands in until a page is there.
 * What scrolled away before its turn is not drawn; what was seen longest ago is given up first.
 *
 * A page that would have too many pixels is drawn with as many as it may have, and the part of it
 * that is seen, sharp, lies on top. */
#pragma once

#include <gdk/gdk.h>

#include "confined/pdf.h"

G_BEGIN_DECLS

#define SEL_TYPE_PAGE_CACHE (sel_page_cache_get_type ())
G_DECLARE_FINAL_TYPE (SelPageCache, sel_page_cache, SEL, PAGE_CACHE, GObject)

SelPageCache *sel_page_cache_new (SelPdf *pdf, gsize most_bytes);
void sel_page_cache_renew (SelPageCache *self, SelPdf *pdf);
SelPdf *sel_page_cache_get_pdf (SelPageCache *self);
void sel_page_cache_set_style (SelPageCache *self, SelPdfStyle style);

void sel_page_cache_wish (SelPageCache *self, guint first, guint last, double scale);
void sel_page_cache_wish_part (SelPageCache *self, guint page, const SelPdfPart *part);

GdkTexture *sel_page_cache_get_texture (SelPageCache *self, guint page);
GdkTexture *sel_page_cache_get_part (SelPageCache *self, guint page, SelPdfPart *part);
const char *sel_page_cache_get_problem (SelPageCache *self, guint page);
gboolean sel_page_cache_is_sharp (SelPageCache *self, guint page, double scale);
gboolean sel_page_cache_is_whole (SelPageCache *self, guint page, double scale);
gboolean sel_page_cache_has_parts (SelPageCache *self);
gsize sel_page_cache_get_n_bytes (SelPageCache *self);

G_END_DECLS
