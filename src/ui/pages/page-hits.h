/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All places where words were found, page after page, each with the words around it. Hidden while
 * there are none. Its signal "chosen" tells the number of a place that the user wants to see. */
#pragma once

#include <gtk/gtk.h>

#include "confined/pdf.h"

G_BEGIN_DECLS

#define SEL_TYPE_PAGE_HITS (sel_page_hits_get_type ())
G_DECLARE_FINAL_TYPE (SelPageHits, sel_page_hits, SEL, PAGE_HITS, GtkWidget)

void sel_page_hits_set (SelPageHits *self, GArray *hits);
void sel_page_hits_select (SelPageHits *self, guint current);

G_END_DECLS
