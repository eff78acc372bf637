/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document, one below the other or one at a time, to scroll, zoom and turn; goes in
 * a GtkScrolledWindow. It keeps its place when it is resized, and when the same document is opened
 * anew. Only what is seen, and a page on either side, is drawn sharp. Pages count from 1 here, as
 * people do; 0 is none.
 *
 * Its signal "drawn" tells that the first page is on the screen, "link" that the user wants to
 * follow one. */
#pragma once

#include <gtk/gtk.h>

#include "ui/pages/page-cache.h"
#include "ui/pages/page-drawing.h"
#include "ui/pages/page-selection.h"
#include "ui/pages/scroll-area.h"

G_BEGIN_DECLS

#define SEL_TYPE_PAGE_VIEW (sel_page_view_get_type ())
G_DECLARE_FINAL_TYPE (SelPageView, sel_page_view, SEL, PAGE_VIEW, SelScrollArea)

void sel_page_view_set_document (SelPageView *self, SelPageCache *pages, SelPageCache *previews);

guint sel_page_view_get_n_pages (SelPageView *self);
guint sel_page_view_get_page (SelPageView *self);
void sel_page_view_set_page (SelPageView *self, guint page);

void sel_page_view_show_place (SelPageView *self, guint page, double top);
void sel_page_view_rotate (SelPageView *self, int n_quarters);
void sel_page_view_renew (SelPageView *self, SelPdf *pdf);

gboolean sel_page_view_is_sharp (SelPageView *self);
double sel_page_view_get_percent (SelPageView *self);
void sel_page_view_zoom_around (SelPageView *self, double percent, double x, double y);

const char *sel_page_view_point_at (SelPageView *self, double x, double y);
void sel_page_view_select_from (SelPageView *self, double x, double y, SelSelectUnit unit);
void sel_page_view_select_to (SelPageView *self, double x, double y);
void sel_page_view_select_page (SelPageView *self);
void sel_page_view_unselect (SelPageView *self);
char *sel_page_view_dup_selected (SelPageView *self);
gboolean sel_page_view_follow (SelPageView *self, double x, double y);
gboolean sel_page_view_follow_focused (SelPageView *self);

void sel_page_view_set_hits (SelPageView *self, GArray *hits);
void sel_page_view_set_marks (SelPageView *self, GArray *hits, SelMarkStyle style);
void sel_page_view_set_notes (SelPageView *self, GPtrArray *notes);
void sel_page_view_show_hit (SelPageView *self, guint current);
void sel_page_view_show_rectangle (SelPageView *self, guint page, const graphene_rect_t *rect);

G_END_DECLS
