/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links of the pages that are seen: where they are, and which of them has the focus. */
#pragma once

#include <gtk/gtk.h>

#include "confined/pdf-contents.h"
#include "ui/pages/page-layout.h"

G_BEGIN_DECLS

typedef struct _SelPageLinks SelPageLinks;

SelPageLinks *sel_page_links_new (GtkWidget *widget);
void sel_page_links_free (SelPageLinks *self);

void sel_page_links_set_document (SelPageLinks *self, SelPdf *pdf);
void sel_page_links_renew (SelPageLinks *self, SelPdf *pdf);
void sel_page_links_wish (SelPageLinks *self, guint first, guint last);

const SelPdfLink *sel_page_links_find (SelPageLinks *self,
                                       const SelPageLayout *layout,
                                       double x,
                                       double y);
gboolean sel_page_links_move_focus (SelPageLinks *self, guint first, guint last, int direction);
void sel_page_links_drop_focus (SelPageLinks *self);
const SelPdfLink *sel_page_links_get_focused (SelPageLinks *self, guint *page);
void sel_page_links_draw (SelPageLinks *self,
                          GtkSnapshot *snapshot,
                          const SelPageLayout *layout,
                          guint page);

char *sel_page_link_describe (const SelPdfTarget *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPageLinks, sel_page_links_free)

G_END_DECLS
