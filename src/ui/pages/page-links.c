/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-links.h"

#include <glib/gi18n-lib.h>

#define NONE G_MAXUINT

/* So often a reader may end over the links of a document; then what it has not told is left out. */
#define MOST_LOSSES 8

static const GdkRGBA ring = { 0.21f, 0.52f, 0.89f, 1 };

struct _SelPageLinks
{
  GtkWidget *widget; /* not owned: it owns this */
  SelPdf *pdf;
  GHashTable *pages; /* GPtrArray of SelPdfLink by page; NULL while asked for */
  GCancellable *asking;
  guint n_losses;
  guint page; /* of the link that has the focus … */
  guint link; /* … and its number there, or NONE */
};

/* What travels with a question. */
typedef struct
{
  SelPageLinks *links; /* not owned: the question is cancelled before it goes */
  guint page;
} Question;

static void
free_list (gpointer list)
{
  if (list)
    g_ptr_array_unref (list);
}

SelPageLinks *
sel_page_links_new (GtkWidget *widget)
{
  SelPageLinks *self = g_new0 (SelPageLinks, 1);

  self->widget = widget;
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, free_list);
  self->link = NONE;
  return self;
}

void
sel_page_links_free (SelPageLinks *self)
{
  sel_page_links_set_document (self, NULL);
  g_hash_table_unref (self->pages);
  g_free (self);
}

static GPtrArray *
get_links (SelPageLinks *self, guint page)
{
  return g_hash_table_lookup (self->pages, GUINT_TO_POINTER (page));
}

static void
listed_cb (GObject *pdf, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  SelPageLinks *self = question->links;
  g_autoptr (GError) error = NULL;
  GPtrArray *list = sel_pdf_list_finish (SEL_PDF (pdf), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Another reader may tell what this one did not; a page whose links cannot be read has none. */
  if (!list && ++self->n_losses < MOST_LOSSES)
    g_hash_table_remove (self->pages, GUINT_TO_POINTER (question->page));
  else
    g_hash_table_insert (self->pages, GUINT_TO_POINTER (question->page),
                         list ? list : g_ptr_array_new ());
  gtk_widget_queue_draw (self->widget);
}

/**
 * sel_page_links_set_document:
 * @pdf: (nullable): whose links are told from now on
 */
void
sel_page_links_set_document (SelPageLinks *self, SelPdf *pdf)
{
  g_hash_table_remove_all (self->pages);
  self->link = NONE;
  self->n_losses = 0;
  sel_page_links_renew (self, pdf);
}

/* Asks the same document, opened anew. */
void
sel_page_links_renew (SelPageLinks *self, SelPdf *pdf)
{
  GHashTableIter iter;
  gpointer list;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    if (!list)
      g_hash_table_iter_remove (&iter);

  g_set_object (&self->pdf, pdf);
  self->asking = pdf ? g_cancellable_new () : NULL;
}

/* The pages from @first to @last are seen. */
void
sel_page_links_wish (SelPageLinks *self, guint first, guint last)
{
  for (guint page = first; self->pdf && page <= last; page++)
    {
      Question *question;

      if (g_hash_table_contains (self->pages, GUINT_TO_POINTER (page)))
        continue;

      g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), NULL);
      question = g_new0 (Question, 1);
      question->links = self;
      question->page = page;
      sel_pdf_list_links_async (self->pdf, page, self->asking, listed_cb, question);
    }
}

static graphene_rect_t
get_rect (const SelPdfLink *link)
{
  return GRAPHENE_RECT_INIT ((float) link->x, (float) link->y, (float) link->width,
                             (float) link->height);
}

/**
 * sel_page_links_find:
 * @x: in the view
 * @y: in the view
 *
 * Returns: (nullable): the link there
 */
const SelPdfLink *
sel_page_links_find (SelPageLinks *self, const SelPageLayout *layout, double x, double y)
{
  graphene_point_t point;
  GPtrArray *links;
  guint page;

  if (!sel_page_layout_find_point (layout, x, y, &page, &point))
    return NULL;

  links = get_links (self, page);
  for (guint i = links ? links->len : 0; i > 0; i--) /* the one on top is the last */
    {
      const graphene_rect_t rect = get_rect (links->pdata[i - 1]);

      if (graphene_rect_contains_point (&rect, &point))
        return links->pdata[i - 1];
    }
  return NULL;
}

/**
 * sel_page_links_move_focus:
 * @first: the pages from here to @last are seen
 * @direction: above 0 for the next link, below for the one before
 *
 * Returns: %FALSE if there is none; then no link has the focus
 */
gboolean
sel_page_links_move_focus (SelPageLinks *self, guint first, guint last, int direction)
{
  guint page = self->page, link = self->link;

  if (link == NONE || page < first || page > last)
    {
      page = direction > 0 ? first : last;
      link = NONE;
    }

  for (;;)
    {
      GPtrArray *links = get_links (self, page);
      const guint n = links ? links->len : 0;

      if (link == NONE)
        link = direction > 0 ? 0 : n - 1;
      else
        link = direction > 0 ? link + 1 : link - 1;

      if (link < n)
        {
          self->page = page;
          self->link = link;
          return TRUE;
        }

      link = NONE;
      if (page == (direction > 0 ? last : first))
        break;
      page += direction > 0 ? 1 : -1u;
    }

  self->link = NONE;
  return FALSE;
}

void
sel_page_links_drop_focus (SelPageLinks *self)
{
  self->link = NONE;
}

/**
 * sel_page_links_get_focused:
 * @page: (out): on which it is
 *
 * Returns: (nullable): the link that has the focus
 */
const SelPdfLink *
sel_page_links_get_focused (SelPageLinks *self, guint *page)
{
  GPtrArray *links = self->link == NONE ? NULL : get_links (self, self->page);

  *page = self->page;
  return links && self->link < links->len ? links->pdata[self->link] : NULL;
}

/* Draws a ring around the link that has the focus, if it is on @page. */
void
sel_page_links_draw (SelPageLinks *self,
                     GtkSnapshot *snapshot,
                     const SelPageLayout *layout,
                     guint page)
{
  guint focused_page;
  const SelPdfLink *link = sel_page_links_get_focused (self, &focused_page);
  GskRoundedRect outline;
  graphene_rect_t rect;

  if (!link || focused_page != page || !gtk_widget_has_focus (self->widget))
    return;

  rect = get_rect (link);
  rect = sel_page_layout_place_rect (layout, page, &rect);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 3);
  gsk_rounded_rect_shrink (&outline, -3, -3, -3, -3);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ ring, ring, ring, ring });
}

/**
 * sel_page_link_describe:
 *
 * Returns: (transfer full): where it leads, for those who are about to follow it
 */
char *
sel_page_link_describe (const SelPdfTarget *target)
{
  switch (target->kind)
    {
    case SEL_PDF_TARGET_PAGE:
      return g_strdup_printf (_ ("Go to page %u"), target->page + 1);
    case SEL_PDF_TARGET_ADDRESS:
      return g_strdup (target->address ? target->address
                                       : _ ("Leads to an address that is not opened"));
    case SEL_PDF_TARGET_FILE:
      return g_strdup (_ ("Leads to another file"));
    default:
      return g_strdup (_ ("Would start a program, which is not done"));
    }
}
