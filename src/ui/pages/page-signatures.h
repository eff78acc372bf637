/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who signed a document, in a line above its pages, and three plain facts about each signature.
 * Hidden where there is none. */
#pragma once

#include <gtk/gtk.h>

#include "confined/pdf.h"

G_BEGIN_DECLS

#define SEL_TYPE_PAGE_SIGNATURES (sel_page_signatures_get_type ())
G_DECLARE_FINAL_TYPE (SelPageSignatures, sel_page_signatures, SEL, PAGE_SIGNATURES, GtkWidget)

void sel_page_signatures_set_document (SelPageSignatures *self, SelPdf *pdf);
void sel_page_signatures_renew (SelPageSignatures *self, SelPdf *pdf);

G_END_DECLS
