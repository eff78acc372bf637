/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-layout.h"

#include <math.h>

/* Pages that fit a narrow view may be smaller than any zoom that can be asked for. */
#define LEAST_FITTED_PERCENT 5.0

SelPageLayout *
sel_page_layout_new (SelPdf *pdf)
{
  SelPageLayout *self = g_new0 (SelPageLayout, 1);

  self->pdf = g_object_ref (pdf);
  self->n_pages = sel_pdf_get_n_pages (pdf);
  self->tops = g_new0 (double, self->n_pages + 1);
  self->scale = 1;
  self->scale_factor = 1;
  for (guint i = 0; i < self->n_pages; i++)
    {
      double width, height;

      sel_pdf_get_page_size (pdf, i, &width, &height);
      self->tops[i + 1] = self->tops[i] + height;
      self->widest = MAX (self->widest, width);
      self->highest = MAX (self->highest, height);
    }
  return self;
}

void
sel_page_layout_free (SelPageLayout *self)
{
  g_object_unref (self->pdf);
  g_free (self->tops);
  g_free (self);
}

/* The nearest whole pixel of the screen. */
static double
snap (const SelPageLayout *self, double place)
{
  return floor (place * self->scale_factor + 0.5) / self->scale_factor;
}

static double
find_scale (const SelPageLayout *self, const SelPageZoom *zoom)
{
  const double across = (self->view_width - 2 * SEL_PAGE_GAP) / self->widest;
  const double down = (self->view_height - 2 * SEL_PAGE_GAP) / self->highest;
  double percent = zoom->percent;

  if (zoom->kind == SEL_PAGE_ZOOM_FIT_WIDTH)
    percent = 100 * across / SEL_PAGE_ZOOM_FULL_SCALE;
  if (zoom->kind == SEL_PAGE_ZOOM_FIT_PAGE)
    percent = 100 * MIN (across, down) / SEL_PAGE_ZOOM_FULL_SCALE;

  return CLAMP (percent, LEAST_FITTED_PERCENT, SEL_PAGE_ZOOM_MOST) / 100 * SEL_PAGE_ZOOM_FULL_SCALE;
}

/**
 * sel_page_layout_fit:
 * @scale_factor: pixels of the screen for each of ours, a side
 *
 * Lays the pages out for a view of this size. Go to a place next.
 */
void
sel_page_layout_fit (SelPageLayout *self,
                     const SelPageZoom *zoom,
                     int view_width,
                     int view_height,
                     int scale_factor)
{
  self->view_width = view_width;
  self->view_height = view_height;
  self->scale_factor = scale_factor;
  self->scale = find_scale (self, zoom);
}

static double
get_top (const SelPageLayout *self, guint page)
{
  return snap (self, self->tops[page] * self->scale + (page + 1) * SEL_PAGE_GAP);
}

static double
get_left (const SelPageLayout *self, double page_width)
{
  return snap (self,
               (sel_page_layout_get_width (self) - snap (self, page_width * self->scale)) / 2);
}

/* Of all pages, or of the view where that is wider. */
double
sel_page_layout_get_width (const SelPageLayout *self)
{
  return MAX (self->view_width, snap (self, self->widest * self->scale) + 2 * SEL_PAGE_GAP);
}

double
sel_page_layout_get_height (const SelPageLayout *self)
{
  return MAX (self->view_height, get_top (self, self->n_pages));
}

/* The page at @y, or the one above where there is none. */
static guint
find_page (const SelPageLayout *self, double y)
{
  guint first = 0;
  guint end = self->n_pages;

  while (end - first > 1)
    {
      const guint middle = first + (end - first) / 2;

      if (get_top (self, middle) <= y)
        first = middle;
      else
        end = middle;
    }

  return first;
}

/**
 * sel_page_layout_find_place:
 * @across: part of the view's width
 * @down: part of the view's height
 *
 * Returns: what is now seen there
 */
SelPagePlace
sel_page_layout_find_place (const SelPageLayout *self, double across, double down)
{
  const double x = self->x + across * self->view_width;
  const double y = self->y + down * self->view_height;
  const guint page = find_page (self, y);
  double width, height;

  sel_pdf_get_page_size (self->pdf, page, &width, &height);
  return (SelPagePlace){
    .page = page,
    .x = (x - get_left (self, width)) / self->scale,
    .y = (y - get_top (self, page)) / self->scale,
    .across = across,
    .down = down,
  };
}

/* Scrolls to where the place is seen as it says, or as near to that as there are pages. */
void
sel_page_layout_go_to_place (SelPageLayout *self, const SelPagePlace *place)
{
  double width, height;

  sel_pdf_get_page_size (self->pdf, place->page, &width, &height);
  self->x = get_left (self, width) + place->x * self->scale - place->across * self->view_width;
  self->y = get_top (self, place->page) + place->y * self->scale - place->down * self->view_height -
            place->lead;
  self->x = CLAMP (self->x, 0, sel_page_layout_get_width (self) - self->view_width);
  self->y = CLAMP (self->y, 0, sel_page_layout_get_height (self) - self->view_height);
}

/**
 * sel_page_layout_get_page:
 *
 * Returns: where @page is in the view, as large as the pixels that sel_pdf_render_async() draws for
 *   this scale
 */
graphene_rect_t
sel_page_layout_get_page (const SelPageLayout *self, guint page)
{
  double width, height;

  sel_pdf_get_page_size (self->pdf, page, &width, &height);
  return GRAPHENE_RECT_INIT ((float) (get_left (self, width) - snap (self, self->x)),
                             (float) (get_top (self, page) - snap (self, self->y)),
                             (float) snap (self, width * self->scale),
                             (float) snap (self, height * self->scale));
}

/**
 * sel_page_layout_get_visible:
 * @first: (out): the first page of which anything is seen
 * @last: (out): the last one
 */
void
sel_page_layout_get_visible (const SelPageLayout *self, guint *first, guint *last)
{
  *first = find_page (self, self->y);
  *last = find_page (self, self->y + self->view_height);
}

/* The page of which most is seen. */
guint
sel_page_layout_find_most_visible (const SelPageLayout *self)
{
  float most = 0;
  guint first, last, found;

  sel_page_layout_get_visible (self, &first, &last);
  found = first;
  for (guint i = first; i <= last; i++)
    {
      graphene_rect_t page = sel_page_layout_get_page (self, i);
      const float seen = MIN (page.origin.y + page.size.height, (float) self->view_height) -
                         MAX (page.origin.y, 0);

      if (seen > most)
        {
          most = seen;
          found = i;
        }
    }

  return found;
}
