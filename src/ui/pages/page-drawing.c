/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-drawing.h"

/* The sentence in place of a page, in pixels: where even the top of the page shows it. */
#define PROBLEM_WIDTH 420
#define PROBLEM_MARGIN 24
#define PROBLEM_TOP 96

static const GdkRGBA paper = { 1, 1, 1, 1 };
static const GdkRGBA ink = { 0.2f, 0.2f, 0.2f, 1 };
static const GdkRGBA edge = { 0, 0, 0, 0.15f };
static const GdkRGBA shadow = { 0, 0, 0, 0.2f };
static const GdkRGBA mark = { 1, 0.84f, 0, 0.4f };
static const GdkRGBA current_mark = { 1, 0.47f, 0, 0.45f };
static const GdkRGBA current_edge = { 0.78f, 0.27f, 0, 1 };

/**
 * sel_page_draw_paper:
 * @texture: (nullable): the page, stretched if it was drawn for another size
 */
void
sel_page_draw_paper (GtkSnapshot *snapshot, const graphene_rect_t *place, GdkTexture *texture)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, place, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 2, 0, 6);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &edge, 0, 0, 1, 0);
  gtk_snapshot_append_color (snapshot, &paper, place);
  if (texture)
    gtk_snapshot_append_texture (snapshot, texture, place);
}

void
sel_page_draw_problem (GtkSnapshot *snapshot,
                       const graphene_rect_t *place,
                       GtkWidget *widget,
                       const char *problem)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, problem);
  const float room = place->size.width - 2 * PROBLEM_MARGIN;
  const float width = CLAMP (room, 1, PROBLEM_WIDTH);
  const float x = place->origin.x + (place->size.width - width) / 2;
  const float y = place->origin.y + MIN (PROBLEM_TOP, place->size.height / 4);

  pango_layout_set_width (layout, (int) width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/**
 * sel_page_place_hit:
 * @page: where the page is
 * @scale: pixels a point
 */
graphene_rect_t
sel_page_place_hit (const graphene_rect_t *page, double scale, const SelPdfHit *hit)
{
  return GRAPHENE_RECT_INIT (page->origin.x + (float) (hit->x * scale),
                             page->origin.y + (float) (hit->y * scale),
                             (float) (hit->width * scale),
                             (float) (hit->height * scale));
}

/* The current one is told apart by its outline too, not by colour alone. */
static void
draw_hit (GtkSnapshot *snapshot, const graphene_rect_t *place, gboolean is_current)
{
  GskRoundedRect outline;

  gtk_snapshot_append_color (snapshot, is_current ? &current_mark : &mark, place);
  if (!is_current)
    return;

  gsk_rounded_rect_init_from_rect (&outline, place, 2);
  gsk_rounded_rect_shrink (&outline, -2, -2, -2, -2);
  gtk_snapshot_append_border (
    snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
    (GdkRGBA[4]){ current_edge, current_edge, current_edge, current_edge });
}

static guint
find_first_hit (GArray *hits, guint page)
{
  guint first = 0;
  guint end = hits->len;

  while (first < end)
    {
      const guint middle = first + (end - first) / 2;

      if (g_array_index (hits, SelPdfHit, middle).page < page)
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

/**
 * sel_page_draw_hits:
 * @place: where the page is
 * @scale: pixels a point
 * @page: its number, from 0
 * @hits: (element-type SelPdfHit): of all pages, in their order
 * @current: the one of them that is looked at
 */
void
sel_page_draw_hits (GtkSnapshot *snapshot,
                    const graphene_rect_t *place,
                    double scale,
                    guint page,
                    GArray *hits,
                    guint current)
{
  for (guint i = find_first_hit (hits, page); i < hits->len; i++)
    {
      const SelPdfHit *hit = &g_array_index (hits, SelPdfHit, i);
      graphene_rect_t hit_place = sel_page_place_hit (place, scale, hit);

      if (hit->page != page)
        return;
      draw_hit (snapshot, &hit_place, i == current);
    }
}
