/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for words in an open document, and goes from one place where they are to the next. */
#pragma once

#include "ui/pages/page-hits.h"
#include "ui/pages/page-view.h"
#include "ui/pages/thumbnails.h"

G_BEGIN_DECLS

#define SEL_TYPE_PAGE_SEARCH (sel_page_search_get_type ())
G_DECLARE_FINAL_TYPE (SelPageSearch, sel_page_search, SEL, PAGE_SEARCH, GtkWidget)

void sel_page_search_attach (SelPageSearch *self,
                             SelPageView *view,
                             SelThumbnails *thumbnails,
                             SelPageHits *list);
void sel_page_search_set_document (SelPageSearch *self, SelPdf *pdf);
void sel_page_search_renew (SelPageSearch *self, SelPdf *pdf);
void sel_page_search_open (SelPageSearch *self);
void sel_page_search_look_for (SelPageSearch *self, const char *words);
void sel_page_search_step (SelPageSearch *self, int direction);

G_END_DECLS
