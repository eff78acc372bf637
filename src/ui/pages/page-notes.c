/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-notes.h"

/* Points, of a page: how far the middle of a mark is from its edge, and how wide and high it is; and
 * the pixels that it has at least, where the page is small. */
#define MARGIN 15
#define SIZE 12
#define LEAST_SIZE 14

/* A sign as on a road: amber, and the letter dark on it, also on a dark page. */
static const GdkRGBA ground = { 0.96f, 0.76f, 0.07f, 1 };
static const GdkRGBA letter = { 0.2f, 0.14f, 0, 1 };

SelPageNote *
sel_page_note_new (guint page, float y, const char *message)
{
  SelPageNote *self = g_new0 (SelPageNote, 1);

  self->page = page;
  self->y = y;
  self->message = g_strdup (message);
  return self;
}

void
sel_page_note_free (SelPageNote *self)
{
  g_free (self->message);
  g_free (self);
}

static graphene_rect_t
place_note (const SelPageNote *note, const SelPageLayout *layout)
{
  const graphene_rect_t middle =
    sel_page_layout_place_rect (layout, note->page, &GRAPHENE_RECT_INIT (MARGIN, note->y, 0, 0));
  const float side = MAX (SIZE * (float) layout->scale, LEAST_SIZE);

  return GRAPHENE_RECT_INIT (middle.origin.x - side / 2, middle.origin.y - side / 2, side, side);
}

/* A part of the mark, as shares of its side; it stands upright however the page is turned. */
static graphene_rect_t
take_share (const graphene_rect_t *place, float x, float y, float width, float height)
{
  const float side = place->size.width;

  return GRAPHENE_RECT_INIT (place->origin.x + x * side, place->origin.y + y * side, width * side,
                             height * side);
}

static void
draw_mark (GtkSnapshot *snapshot, const graphene_rect_t *place)
{
  const graphene_rect_t stroke = take_share (place, 0.42f, 0.18f, 0.16f, 0.38f);
  const graphene_rect_t dot = take_share (place, 0.42f, 0.66f, 0.16f, 0.16f);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, place, place->size.width / 4);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, place);
  gtk_snapshot_append_color (snapshot, &letter, &stroke);
  gtk_snapshot_append_color (snapshot, &letter, &dot);
  gtk_snapshot_pop (snapshot);
}

/**
 * sel_page_notes_draw:
 * @notes: (element-type SelPageNote): of all pages
 * @page: from 0
 *
 * Draws the marks of a page.
 */
void
sel_page_notes_draw (GPtrArray *notes,
                     GtkSnapshot *snapshot,
                     const SelPageLayout *layout,
                     guint page)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const SelPageNote *note = g_ptr_array_index (notes, i);

      if (note->page == page)
        {
          const graphene_rect_t place = place_note (note, layout);

          draw_mark (snapshot, &place);
        }
    }
}

/**
 * sel_page_notes_dup_text:
 * @x: in the view
 * @y: in the view
 *
 * Returns: (transfer full) (nullable): what the marks there say, a line each
 */
char *
sel_page_notes_dup_text (GPtrArray *notes, const SelPageLayout *layout, double x, double y)
{
  const graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  GString *text = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      const SelPageNote *note = g_ptr_array_index (notes, i);
      const graphene_rect_t place = place_note (note, layout);

      if (!graphene_rect_contains_point (&place, &point))
        continue;
      text = text ? g_string_append_c (text, '\n') : g_string_new (NULL);
      g_string_append (text, note->message);
    }

  return text ? g_string_free (text, FALSE) : NULL;
}
