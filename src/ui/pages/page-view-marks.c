/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-view-private.h"

#include <glib/gi18n-lib.h>

/* Says which page is seen, or what is wrong with it, and which of its links has the focus. */
void
sel_page_view_update_accessible (SelPageView *self)
{
  const char *problem = self->pages ? sel_page_cache_get_problem (self->pages, self->page) : NULL;
  g_autofree char *name = NULL;
  const SelPdfLink *link;
  guint page;

  link = sel_page_links_get_focused (self->links, &page);
  if (link)
    name = sel_page_link_describe (&link->target);
  else if (problem)
    name = g_strdup (problem);
  else if (self->layout)
    /* Translators: which page of the document is seen, and how many it has */
    name = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, self->layout->n_pages);
  else
    name = g_strdup (_ ("No page"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Brings a place of a page, in points, into sight, and makes its page the current one. */
static void
bring_into_sight (SelPageView *self, guint page, const graphene_rect_t *rect)
{
  SelPageLayout *layout = self->layout;
  const graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) layout->view_width,
                                                   (float) layout->view_height);
  const gboolean is_elsewhere = layout->is_single && layout->current != page;
  graphene_rect_t place, paper;

  if (is_elsewhere)
    sel_page_view_set_page (self, page + 1);
  place = sel_page_layout_place_rect (layout, page, rect);
  sel_page_view_set_current (self, page);
  if (graphene_rect_contains_rect (&view, &place))
    {
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }

  paper = sel_page_layout_get_page (layout, page);
  sel_page_view_go_to_place (
    self, &(SelPagePlace){ .page = page,
                           .x = (place.origin.x + place.size.width / 2 - paper.origin.x) /
                                layout->scale,
                           .y = (place.origin.y - paper.origin.y) / layout->scale,
                           .across = 0.5,
                           .down = 0.3 });
}

/**
 * sel_page_view_set_hits:
 * @hits: (nullable) (element-type SelPdfHit): in the order of the pages
 *
 * Marks these places, and none of them as the current one.
 */
void
sel_page_view_set_hits (SelPageView *self, GArray *hits)
{
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits ? g_array_ref (hits) : NULL;
  self->hit_style = SEL_MARK_FOUND;
  self->current_hit = G_MAXUINT;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Likewise, with marks of another style. */
void
sel_page_view_set_marks (SelPageView *self, GArray *hits, SelMarkStyle style)
{
  sel_page_view_set_hits (self, hits);
  self->hit_style = style;
}

/**
 * sel_page_view_set_notes:
 * @notes: (nullable) (element-type SelPageNote)
 *
 * Shows these notes in the margins.
 */
void
sel_page_view_set_notes (SelPageView *self, GPtrArray *notes)
{
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  self->notes = notes ? g_ptr_array_ref (notes) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Brings a place of a page, from 0, into sight, though it may have no mark. */
void
sel_page_view_show_rectangle (SelPageView *self, guint page, const graphene_rect_t *rect)
{
  g_return_if_fail (self->layout);

  self->current_hit = G_MAXUINT;
  bring_into_sight (self, page, rect);
}

/* Marks the hit as the current one and brings it into sight. */
void
sel_page_view_show_hit (SelPageView *self, guint current)
{
  const SelPdfHit *hit;
  graphene_rect_t rect;

  g_return_if_fail (self->layout && self->hits && current < self->hits->len);

  hit = &g_array_index (self->hits, SelPdfHit, current);
  rect = GRAPHENE_RECT_INIT ((float) hit->x, (float) hit->y, (float) hit->width,
                             (float) hit->height);
  self->current_hit = current;
  bring_into_sight (self, hit->page, &rect);
}

/**
 * sel_page_view_point_at:
 *
 * Shows by a tooltip what the note at @x, @y says, or where the link there leads.
 *
 * Returns: (nullable): the name of the pointer that tells what is there
 */
const char *
sel_page_view_point_at (SelPageView *self, double x, double y)
{
  const gboolean is_laid_out = sel_page_view_is_laid_out (self);
  const SelPdfLink *link =
    is_laid_out ? sel_page_links_find (self->links, self->layout, x, y) : NULL;
  g_autofree char *note =
    is_laid_out && self->notes ? sel_page_notes_dup_text (self->notes, self->layout, x, y) : NULL;
  g_autofree char *description = link ? sel_page_link_describe (&link->target) : NULL;
  const char *told = note ? note : description;

  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), told) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), told);
  if (note)
    return "help";
  if (link)
    return "pointer";
  if (is_laid_out &&
      sel_page_selection_is_on_text (self->selection, self->layout, x, y))
    return "text";
  return NULL;
}

/* Selects from what is at @x, @y on, … */
void
sel_page_view_select_from (SelPageView *self, double x, double y, SelSelectUnit unit)
{
  if (sel_page_view_is_laid_out (self))
    sel_page_selection_begin (self->selection, self->layout, x, y, unit);
}

/* … to what is there. */
void
sel_page_view_select_to (SelPageView *self, double x, double y)
{
  if (sel_page_view_is_laid_out (self))
    sel_page_selection_extend (self->selection, self->layout, x, y);
}

/* Selects all of the page that is read. */
void
sel_page_view_select_page (SelPageView *self)
{
  if (self->layout)
    sel_page_selection_take_page (self->selection, self->page);
}

void
sel_page_view_unselect (SelPageView *self)
{
  sel_page_selection_clear (self->selection);
}

/**
 * sel_page_view_dup_selected:
 *
 * Returns: (transfer full) (nullable): the text that is selected
 */
char *
sel_page_view_dup_selected (SelPageView *self)
{
  return sel_page_selection_dup_text (self->selection);
}

static gboolean
follow (SelPageView *self, const SelPdfLink *link)
{
  if (link)
    g_signal_emit_by_name (self, "link", &link->target);
  return link != NULL;
}

/* Follows the link at @x, @y, if there is one. */
gboolean
sel_page_view_follow (SelPageView *self, double x, double y)
{
  return sel_page_view_is_laid_out (self) &&
         follow (self, sel_page_links_find (self->links, self->layout, x, y));
}

gboolean
sel_page_view_follow_focused (SelPageView *self)
{
  guint page;

  return follow (self, sel_page_links_get_focused (self->links, &page));
}

/* Tab goes from link to link through what is seen, and then on to the next widget. */
gboolean
sel_page_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SelPageView *self = SEL_PAGE_VIEW (widget);
  const gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  const SelPdfLink *link;
  guint first, last, page;

  if (!gtk_widget_is_focus (widget))
    return gtk_widget_grab_focus (widget);
  if (!is_tab || !sel_page_view_is_laid_out (self))
    return FALSE;

  sel_page_layout_get_visible (self->layout, &first, &last);
  sel_page_links_move_focus (self->links, first, last, direction == GTK_DIR_TAB_FORWARD ? 1 : -1);
  link = sel_page_links_get_focused (self->links, &page);
  sel_page_view_update_accessible (self);
  gtk_widget_queue_draw (widget);
  if (!link)
    return FALSE;

  bring_into_sight (self, page,
                    &GRAPHENE_RECT_INIT ((float) link->x, (float) link->y, (float) link->width,
                                         (float) link->height));
  return TRUE;
}
