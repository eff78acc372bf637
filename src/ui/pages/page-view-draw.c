/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-view-private.h"

static gboolean
drawn_cb (gpointer user_data)
{
  SelPageView *self = user_data;

  self->drawn_source = 0;
  g_signal_emit_by_name (self, "drawn");
  return G_SOURCE_REMOVE;
}

static gboolean
is_final (SelPageView *self, guint page)
{
  const double scale = self->layout->scale * self->layout->scale_factor;

  return sel_page_cache_is_sharp (self->pages, page, scale) ||
         sel_page_cache_get_problem (self->pages, page);
}

/* Whether all that is seen of the pages is as sharp as it will be, or is a sentence. */
gboolean
sel_page_view_is_sharp (SelPageView *self)
{
  guint first, last;

  if (!sel_page_view_is_laid_out (self))
    return FALSE;

  sel_page_layout_get_visible (self->layout, &first, &last);
  while (first <= last && is_final (self, first))
    first++;
  return first > last && sel_page_cache_has_parts (self->pages);
}

/* Tells once the frame that the first page is in has been painted, or the sentence in its place. */
static void
note_drawn (SelPageView *self)
{
  if (self->was_drawn || !is_final (self, self->page))
    return;

  self->was_drawn = TRUE;
  self->drawn_source = g_idle_add_full (G_PRIORITY_DEFAULT, drawn_cb, self, NULL);
}

/* The page as it is there: sharp, or from another size stretched until the sharp one comes. */
static void
draw_pixels (SelPageView *self, GtkSnapshot *snapshot, const graphene_rect_t *place, guint page)
{
  GdkTexture *texture = sel_page_cache_get_texture (self->pages, page);
  SelPdfPart part;
  GdkTexture *sharp = sel_page_cache_get_part (self->pages, page, &part);
  graphene_size_t size;

  if (texture == NULL)
    texture = sel_page_cache_get_texture (self->previews, page);
  if (texture == NULL && sharp == NULL)
    return;

  gtk_snapshot_save (snapshot);
  size = sel_page_draw_turned (snapshot, place, self->layout->n_turns);
  if (texture)
    gtk_snapshot_append_texture (snapshot, texture,
                                 &GRAPHENE_RECT_INIT (0, 0, size.width, size.height));
  if (sharp)
    {
      const float scale_factor = (float) self->layout->scale_factor;

      gtk_snapshot_append_texture (
        snapshot, sharp,
        &GRAPHENE_RECT_INIT ((float) part.x / scale_factor, (float) part.y / scale_factor,
                             (float) part.width / scale_factor,
                             (float) part.height / scale_factor));
    }
  gtk_snapshot_restore (snapshot);
}

static void
draw_page (SelPageView *self, GtkSnapshot *snapshot, guint page)
{
  const graphene_rect_t place = sel_page_layout_get_page (self->layout, page);
  const char *problem = sel_page_cache_get_problem (self->pages, page);

  sel_page_draw_paper (snapshot, &place, self->is_dark);
  if (problem)
    sel_page_draw_problem (snapshot, &place, GTK_WIDGET (self), problem, self->is_dark);
  else
    draw_pixels (self, snapshot, &place, page);

  sel_page_selection_draw (self->selection, snapshot, self->layout, page);
  if (self->hits)
    sel_page_draw_hits (snapshot, self->layout, page, self->hits, self->hit_style,
                        self->current_hit);
  if (self->notes)
    sel_page_notes_draw (self->notes, snapshot, self->layout, page);
  sel_page_links_draw (self->links, snapshot, self->layout, page);
}

void
sel_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SelPageView *self = SEL_PAGE_VIEW (widget);
  guint first, last;

  if (!sel_page_view_is_laid_out (self))
    return;

  sel_page_layout_get_visible (self->layout, &first, &last);
  for (guint i = first; i <= last; i++)
    draw_page (self, snapshot, i);
  note_drawn (self);
}
