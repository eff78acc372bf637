/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-layout.h"

#include <math.h>

/* Pages that fit a narrow view may be smaller than any zoom that can be asked for. */
#define LEAST_FITTED_PERCENT 5.0

/* As it is turned. */
static void
get_size (const SelPageLayout *self, guint page, double *width, double *height)
{
  if (self->n_turns % 2)
    sel_pdf_get_page_size (self->pdf, page, height, width);
  else
    sel_pdf_get_page_size (self->pdf, page, width, height);
}

/**
 * sel_page_layout_turn:
 * @n_turns: of a quarter to the right, from how the document has its pages
 *
 * Fit the layout next.
 */
void
sel_page_layout_turn (SelPageLayout *self, guint n_turns)
{
  self->n_turns = n_turns % 4;
  self->widest = self->highest = 0;
  for (guint i = 0; i < self->n_pages; i++)
    {
      double width, height;

      get_size (self, i, &width, &height);
      self->tops[i + 1] = self->tops[i] + height;
      self->widest = MAX (self->widest, width);
      self->highest = MAX (self->highest, height);
    }
}

SelPageLayout *
sel_page_layout_new (SelPdf *pdf)
{
  SelPageLayout *self = g_new0 (SelPageLayout, 1);

  self->pdf = g_object_ref (pdf);
  self->n_pages = sel_pdf_get_n_pages (pdf);
  self->tops = g_new0 (double, self->n_pages + 1);
  self->scale = 1;
  self->scale_factor = 1;
  sel_page_layout_turn (self, 0);
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

/* Of all pages that are there. */
static void
get_extent (const SelPageLayout *self, double *widest, double *highest)
{
  *widest = self->widest;
  *highest = self->highest;
  if (self->is_single)
    get_size (self, self->current, widest, highest);
}

static double
find_scale (const SelPageLayout *self, const SelPageZoom *zoom)
{
  double widest, highest, across, down;
  double percent = zoom->percent;

  get_extent (self, &widest, &highest);
  across = (self->view_width - 2 * SEL_PAGE_GAP) / widest;
  down = (self->view_height - 2 * SEL_PAGE_GAP) / highest;

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

/* A page that is alone lies in the middle of a view that is higher. */
static double
get_top (const SelPageLayout *self, guint page)
{
  double width, height, room;

  if (!self->is_single)
    return snap (self, self->tops[page] * self->scale + (page + 1) * SEL_PAGE_GAP);

  get_size (self, self->current, &width, &height);
  room = self->view_height - snap (self, height * self->scale);
  return MAX (SEL_PAGE_GAP, snap (self, room / 2));
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
  double widest, highest;

  get_extent (self, &widest, &highest);
  return MAX (self->view_width, snap (self, widest * self->scale) + 2 * SEL_PAGE_GAP);
}

double
sel_page_layout_get_height (const SelPageLayout *self)
{
  double width, height;

  if (!self->is_single)
    return MAX (self->view_height, get_top (self, self->n_pages));

  get_size (self, self->current, &width, &height);
  return MAX (self->view_height, snap (self, height * self->scale) + 2 * SEL_PAGE_GAP);
}

/* The page at @y, or the one above where there is none. */
static guint
find_page (const SelPageLayout *self, double y)
{
  guint first = 0;
  guint end = self->n_pages;

  if (self->is_single)
    return self->current;

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

  get_size (self, page, &width, &height);
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

  get_size (self, place->page, &width, &height);
  self->current = place->page;
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

  get_size (self, page, &width, &height);
  return GRAPHENE_RECT_INIT ((float) (get_left (self, width) - snap (self, self->x)),
                             (float) (get_top (self, page) - snap (self, self->y)),
                             (float) snap (self, width * self->scale),
                             (float) snap (self, height * self->scale));
}

/* Where a point of the page as the document has it is when the page is turned, in points. */
static graphene_point_t
turn_point (const SelPageLayout *self, guint page, double x, double y)
{
  double width, height;

  sel_pdf_get_page_size (self->pdf, page, &width, &height);
  switch (self->n_turns)
    {
    case 1:
      return GRAPHENE_POINT_INIT ((float) (height - y), (float) x);
    case 2:
      return GRAPHENE_POINT_INIT ((float) (width - x), (float) (height - y));
    case 3:
      return GRAPHENE_POINT_INIT ((float) y, (float) (width - x));
    default:
      return GRAPHENE_POINT_INIT ((float) x, (float) y);
    }
}

/* And the other way round. */
static graphene_point_t
turn_point_back (const SelPageLayout *self, guint page, double x, double y)
{
  double width, height;

  sel_pdf_get_page_size (self->pdf, page, &width, &height);
  switch (self->n_turns)
    {
    case 1:
      return GRAPHENE_POINT_INIT ((float) y, (float) (height - x));
    case 2:
      return GRAPHENE_POINT_INIT ((float) (width - x), (float) (height - y));
    case 3:
      return GRAPHENE_POINT_INIT ((float) (width - y), (float) x);
    default:
      return GRAPHENE_POINT_INIT ((float) x, (float) y);
    }
}

/**
 * sel_page_layout_place_rect:
 * @rect: in points, of the page as the document has it
 *
 * Returns: where it is in the view
 */
graphene_rect_t
sel_page_layout_place_rect (const SelPageLayout *self, guint page, const graphene_rect_t *rect)
{
  const graphene_rect_t paper = sel_page_layout_get_page (self, page);
  const graphene_point_t a = turn_point (self, page, rect->origin.x, rect->origin.y);
  const graphene_point_t b = turn_point (self, page, rect->origin.x + rect->size.width,
                                         rect->origin.y + rect->size.height);
  const float scale = (float) self->scale;

  return GRAPHENE_RECT_INIT (paper.origin.x + MIN (a.x, b.x) * scale,
                             paper.origin.y + MIN (a.y, b.y) * scale, ABS (a.x - b.x) * scale,
                             ABS (a.y - b.y) * scale);
}

/**
 * sel_page_layout_find_point:
 * @x: in the view
 * @y: in the view
 * @page: (out): the page there, or the one above
 * @point: (out): in points, of that page as the document has it; may be beside it
 *
 * Returns: whether it is on the page
 */
gboolean
sel_page_layout_find_point (const SelPageLayout *self,
                            double x,
                            double y,
                            guint *page,
                            graphene_point_t *point)
{
  graphene_rect_t paper;

  *page = find_page (self, y + self->y);
  paper = sel_page_layout_get_page (self, *page);
  *point = turn_point_back (self, *page, (x - paper.origin.x) / self->scale,
                            (y - paper.origin.y) / self->scale);
  return graphene_rect_contains_point (&paper, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

/**
 * sel_page_layout_find_seen_part:
 * @part: (out): in pixels of the screen, of the page as the document has it
 *
 * Returns: %FALSE if nothing of it is seen
 */
gboolean
sel_page_layout_find_seen_part (const SelPageLayout *self, guint page, SelPdfPart *part)
{
  const graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) self->view_width,
                                                   (float) self->view_height);
  const graphene_rect_t paper = sel_page_layout_get_page (self, page);
  const double scale = self->scale * self->scale_factor;
  graphene_rect_t seen;
  graphene_point_t a, b;
  double width, height;

  if (!graphene_rect_intersection (&view, &paper, &seen))
    return FALSE;

  graphene_rect_offset (&seen, -paper.origin.x, -paper.origin.y);
  a = turn_point_back (self, page, seen.origin.x / self->scale, seen.origin.y / self->scale);
  b = turn_point_back (self, page, (seen.origin.x + seen.size.width) / self->scale,
                       (seen.origin.y + seen.size.height) / self->scale);
  sel_pdf_get_page_size (self->pdf, page, &width, &height);
  width = floor (width * scale + 0.5);
  height = floor (height * scale + 0.5);

  part->x = (guint) CLAMP (floor (MIN (a.x, b.x) * scale), 0, width - 1);
  part->y = (guint) CLAMP (floor (MIN (a.y, b.y) * scale), 0, height - 1);
  part->width = (guint) CLAMP (ceil (ABS (a.x - b.x) * scale) + 1, 1, width - part->x);
  part->height = (guint) CLAMP (ceil (ABS (a.y - b.y) * scale) + 1, 1, height - part->y);
  return TRUE;
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
