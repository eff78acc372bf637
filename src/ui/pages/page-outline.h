/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bookmarks that a document brings. Hidden where there are none. */
#pragma once

#include "ui/pages/page-view.h"

G_BEGIN_DECLS

#define SEL_TYPE_PAGE_OUTLINE (sel_page_outline_get_type ())
G_DECLARE_FINAL_TYPE (SelPageOutline, sel_page_outline, SEL, PAGE_OUTLINE, GtkWidget)

void sel_page_outline_attach (SelPageOutline *self, SelPageView *view);
void sel_page_outline_set_document (SelPageOutline *self, SelPdf *pdf);
void sel_page_outline_renew (SelPageOutline *self, SelPdf *pdf);

G_END_DECLS
