/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn pages of a document, within a bound of memory. Who shows them tells with each change which
 * pages are seen; they are drawn one after the other, and then the next page and the one before.
 * What scrolled away before its turn is not drawn; what was seen longest ago is given up first. */
#pragma once

#include <gdk/gdk.h>

#include "confined/pdf.h"

G_BEGIN_DECLS

#define SEL_TYPE_PAGE_CACHE (sel_page_cache_get_type ())
G_DECLARE_FINAL_TYPE (SelPageCache, sel_page_cache, SEL, PAGE_CACHE, GObject)

SelPageCache *sel_page_cache_new (SelPdf *pdf, gsize most_bytes);
SelPdf *sel_page_cache_get_pdf (SelPageCache *self);

void sel_page_cache_wish (SelPageCache *self, guint first, guint last, double scale);

GdkTexture *sel_page_cache_get_texture (SelPageCache *self, guint page);
const char *sel_page_cache_get_problem (SelPageCache *self, guint page);
gboolean sel_page_cache_is_sharp (SelPageCache *self, guint page, double scale);
gsize sel_page_cache_get_n_bytes (SelPageCache *self);

G_END_DECLS
