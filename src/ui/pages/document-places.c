/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/document-view-private.h"

#include "ui/pages/page-notes.h"

/**
 * sel_document_view_mark:
 * @places: (element-type SelPlace): in the order of the pages
 *
 * Marks places on the pages, if the document is open; the marks of a search give way to these.
 */
void
sel_document_view_mark (SelDocumentView *self, GArray *places, SelMarkStyle style)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (SelPdfHit));

  if (sel_page_view_get_n_pages (self->page_view) == 0)
    return;

  for (guint i = 0; i < places->len; i++)
    {
      const SelPlace *place = &g_array_index (places, SelPlace, i);
      const SelPdfHit hit = { place->page, place->rectangle.x, place->rectangle.y,
                              place->rectangle.width, place->rectangle.height };

      g_array_append_val (hits, hit);
    }
  g_object_set (self->search, "active", FALSE, NULL);
  sel_page_search_set_document (self->search, sel_document_reader_get_pdf (self->reader));
  sel_page_view_set_marks (self->page_view, hits, style);
}

/**
 * sel_document_view_go_to:
 * @mark: the number of a mark, which becomes the current one; %G_MAXUINT for none
 * @place: where it is, or another place
 *
 * Brings a place into sight, if the document is open.
 */
void
sel_document_view_go_to (SelDocumentView *self, guint mark, const SelPlace *place)
{
  const SelRectangle *rectangle = &place->rectangle;

  if (place->page >= sel_page_view_get_n_pages (self->page_view))
    return;
  if (mark != G_MAXUINT)
    sel_page_view_show_hit (self->page_view, mark);
  else
    sel_page_view_show_rectangle (self->page_view, place->page,
                                  &GRAPHENE_RECT_INIT (rectangle->x, rectangle->y,
                                                       rectangle->width, rectangle->height));
}

/* Marks places, of SelPlace, on the pages, and brings the first into sight. */
void
sel_document_view_show_places (SelDocumentView *self, GArray *places)
{
  if (places->len == 0)
    return;

  sel_document_view_mark (self, places, SEL_MARK_FOUND);
  sel_document_view_go_to (self, 0, &g_array_index (places, SelPlace, 0));
}

/* Puts what there is to ask about the text into the margins of the pages, once both are there. */
void
sel_document_view_note_remarks (SelDocumentView *self)
{
  const SelDocumentText *text = sel_document_contents_get_text (self->contents);
  g_autoptr (GPtrArray) notes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sel_page_note_free);

  for (guint i = 0; text && i < text->remarks->len; i++)
    {
      const SelRemark *remark = g_ptr_array_index (text->remarks, i);
      g_autoptr (GArray) places = sel_paper_dup_places (text->paper, remark->span);
      const SelPlace *place;

      if (places->len == 0)
        continue;
      place = &g_array_index (places, SelPlace, 0);
      g_ptr_array_add (notes, sel_page_note_new (place->page,
                                                 place->rectangle.y + place->rectangle.height / 2,
                                                 remark->message));
    }

  sel_page_view_set_notes (self->page_view, notes);
}

/* Goes to an article of the document that is shown, as soon as its text is read. */
void
sel_document_view_show_article (SelDocumentView *self, const char *number)
{
  sel_document_contents_show_article (self->contents, number);
}

/* The number of the article that is read, lent; NULL where none is known. */
const char *
sel_document_view_get_article (SelDocumentView *self)
{
  const guint page = sel_page_view_get_page (self->page_view);

  return page ? sel_document_contents_get_article (self->contents, page - 1) : NULL;
}

/* Goes where sel_document_view_look_up() was asked to, now that the document is open. */
void
sel_document_view_go_to_wanted (SelDocumentView *self)
{
  guint page = self->wanted_page;

  self->wanted_page = 0;
  if (page == 0)
    return;

  sel_page_view_set_page (self->page_view, page);
  if (*self->wanted_words)
    sel_page_search_look_for (self->search, self->wanted_words);
}

/* Goes to @page, from 1, of the document that was shown last, as soon as it is open, and marks
 * @words there; "" for none. */
void
sel_document_view_look_up (SelDocumentView *self, guint page, const char *words)
{
  self->wanted_page = page;
  g_free (self->wanted_words);
  self->wanted_words = g_strdup (words);
  if (sel_document_reader_get_pdf (self->reader))
    sel_document_view_go_to_wanted (self);
}
