/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the pages of a document lie, one below the other or one at a time, and which part of them
 * is seen: mere arithmetic. Lengths are in pixels unless they say points. Pages lie on whole pixels
 * of the screen, else letters would blur. To find a page takes hardly longer in a document of
 * thousands than in one of ten. */
#pragma once

#include <graphene.h>

#include "confined/pdf.h"
#include "ui/pages/page-zoom.h"

G_BEGIN_DECLS

/* Between two pages, and around them. */
#define SEL_PAGE_GAP 12

typedef struct
{
  SelPdf *pdf;
  guint n_pages;
  double *tops;           /* points of paper above each page, and at last above the end */
  double widest, highest; /* points, of all pages */

  guint n_turns; /* to the right, a quarter each */
  gboolean is_single;
  guint current; /* the page that is there, if there is but one */

  double scale;     /* pixels for each point */
  int scale_factor; /* pixels of the screen for each of ours, a side */

  double x, y;                    /* where what is seen begins, … */
  double view_width, view_height; /* … and its size; 0 before there is any */
} SelPageLayout;

/* A point of a page, and where in the view it is to be seen: what stays when sizes change. */
typedef struct
{
  guint page;
  double x, y;         /* points from the page's top left, as it is turned */
  double across, down; /* parts of the view's width and height */
  double lead;         /* and pixels above it */
} SelPagePlace;

SelPageLayout *sel_page_layout_new (SelPdf *pdf);
void sel_page_layout_free (SelPageLayout *self);

void sel_page_layout_turn (SelPageLayout *self, guint n_turns);
void sel_page_layout_fit (SelPageLayout *self,
                          const SelPageZoom *zoom,
                          int view_width,
                          int view_height,
                          int scale_factor);
double sel_page_layout_get_width (const SelPageLayout *self);
double sel_page_layout_get_height (const SelPageLayout *self);

SelPagePlace sel_page_layout_find_place (const SelPageLayout *self, double across, double down);
void sel_page_layout_go_to_place (SelPageLayout *self, const SelPagePlace *place);

graphene_rect_t sel_page_layout_get_page (const SelPageLayout *self, guint page);
graphene_rect_t sel_page_layout_place_rect (const SelPageLayout *self,
                                            guint page,
                                            const graphene_rect_t *rect);
gboolean sel_page_layout_find_point (const SelPageLayout *self,
                                     double x,
                                     double y,
                                     guint *page,
                                     graphene_point_t *point);
gboolean sel_page_layout_find_seen_part (const SelPageLayout *self, guint page, SelPdfPart *part);
void sel_page_layout_get_visible (const SelPageLayout *self, guint *first, guint *last);
guint sel_page_layout_find_most_visible (const SelPageLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPageLayout, sel_page_layout_free)

G_END_DECLS
