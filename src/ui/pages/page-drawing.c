/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-drawing.h"

/* The sentence in place of a page, in pixels: where even the top of the page shows it. */
#define PROBLEM_WIDTH 420
#define PROBLEM_MARGIN 24
#define PROBLEM_TOP 96

/* Laid on top of each other they are as soft as a blurred one, which would take a third of the time
 * of a frame that scrolls. */
#define N_SHADOWS 4

/* By whether the page is dark; what the renderer makes of white and of black. */
static const GdkRGBA paper[] = { { 1, 1, 1, 1 }, { 0.118f, 0.118f, 0.118f, 1 } };
static const GdkRGBA ink[] = { { 0.2f, 0.2f, 0.2f, 1 }, { 0.9f, 0.9f, 0.9f, 1 } };
static const GdkRGBA edge = { 0, 0, 0, 0.15f };
static const GdkRGBA shadow = { 0, 0, 0, 0.05f };

/* The fill of a mark, of the current one, and the line of its shape and around the current one; in
 * the order of SelMarkStyle. Red and blue are told apart by all eyes. */
static const struct
{
  GdkRGBA fill, current_fill, line;
} marks[] = {
  { { 1, 0.84f, 0, 0.4f }, { 1, 0.47f, 0, 0.45f }, { 0.78f, 0.27f, 0, 1 } },
  { { 0.88f, 0.11f, 0.14f, 0.16f }, { 0.88f, 0.11f, 0.14f, 0.32f }, { 0.75f, 0.07f, 0.1f, 1 } },
  { { 0.11f, 0.44f, 0.85f, 0.16f }, { 0.11f, 0.44f, 0.85f, 0.32f }, { 0.08f, 0.36f, 0.72f, 1 } },
};

void
sel_page_draw_paper (GtkSnapshot *snapshot, const graphene_rect_t *place, gboolean is_dark)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, place, 0);
  for (int i = N_SHADOWS; i > 0; i--)
    gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, (float) i, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &edge, 0, 0, 1, 0);
  gtk_snapshot_append_color (snapshot, &paper[is_dark], place);
}

/**
 * sel_page_draw_turned:
 * @place: of the page as it is turned
 * @n_turns: of a quarter to the right
 *
 * Turns what is drawn from now on, so that the page is drawn as the document has it, from 0, 0.
 *
 * Returns: its size
 */
graphene_size_t
sel_page_draw_turned (GtkSnapshot *snapshot, const graphene_rect_t *place, guint n_turns)
{
  const float width = place->size.width;
  const float height = place->size.height;
  const graphene_point_t corners[] = { { 0, 0 }, { width, 0 }, { width, height }, { 0, height } };

  gtk_snapshot_translate (snapshot, &place->origin);
  gtk_snapshot_translate (snapshot, &corners[n_turns]);
  if (n_turns > 0)
    gtk_snapshot_rotate (snapshot, (float) n_turns * 90);
  return n_turns % 2 ? GRAPHENE_SIZE_INIT (height, width) : GRAPHENE_SIZE_INIT (width, height);
}

void
sel_page_draw_problem (GtkSnapshot *snapshot,
                       const graphene_rect_t *place,
                       GtkWidget *widget,
                       const char *problem,
                       gboolean is_dark)
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
  gtk_snapshot_append_layout (snapshot, layout, &ink[is_dark]);
  gtk_snapshot_restore (snapshot);
}

/* The line that strikes a mark through, or is under it. */
static void
draw_line (GtkSnapshot *snapshot, const graphene_rect_t *place, SelMarkStyle style)
{
  const float thickness = MAX (1, place->size.height / 12);
  const float down = style == SEL_MARK_REMOVED ? place->size.height / 2 : place->size.height;

  gtk_snapshot_append_color (snapshot, &marks[style].line,
                             &GRAPHENE_RECT_INIT (place->origin.x, place->origin.y + down,
                                                  place->size.width, thickness));
}

/* The current one is told apart by its outline too, not by colour alone. */
static void
draw_hit (GtkSnapshot *snapshot,
          const graphene_rect_t *place,
          SelMarkStyle style,
          gboolean is_current)
{
  const GdkRGBA *line = &marks[style].line;
  GskRoundedRect outline;

  gtk_snapshot_append_color (snapshot, is_current ? &marks[style].current_fill : &marks[style].fill,
                             place);
  if (style != SEL_MARK_FOUND)
    draw_line (snapshot, place, style);
  if (!is_current)
    return;

  gsk_rounded_rect_init_from_rect (&outline, place, 2);
  gsk_rounded_rect_shrink (&outline, -2, -2, -2, -2);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ *line, *line, *line, *line });
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
 * @page: its number, from 0
 * @hits: (element-type SelPdfHit): of all pages, in their order
 * @current: the one of them that is looked at
 */
void
sel_page_draw_hits (GtkSnapshot *snapshot,
                    const SelPageLayout *layout,
                    guint page,
                    GArray *hits,
                    SelMarkStyle style,
                    guint current)
{
  for (guint i = find_first_hit (hits, page); i < hits->len; i++)
    {
      const SelPdfHit *hit = &g_array_index (hits, SelPdfHit, i);
      const graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) hit->x, (float) hit->y,
                                                       (float) hit->width, (float) hit->height);
      graphene_rect_t place;

      if (hit->page != page)
        return;
      place = sel_page_layout_place_rect (layout, page, &rect);
      draw_hit (snapshot, &place, style, i == current);
    }
}
