/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-selection.h"

#include "confined/pdf.h"

/* Points from a letter at which the pointer is still on text. */
#define NEAR 3.0

/* So often a reader may end over the text of a document; then what it has not told is left out. */
#define MOST_LOSSES 8

static const GdkRGBA selected = { 0.21f, 0.52f, 0.89f, 0.35f };

/* The text of a page, once it is read. */
typedef struct
{
  SelPageText *text;
  gunichar *letters;
} Read;

/* A place between two letters, or what is to become one when the page is read. */
typedef struct
{
  guint page;
  graphene_point_t point; /* points of the page */
  guint caret;            /* the letter after it; after the last, their number */
  gboolean is_known;
} Place;

struct _SelPageSelection
{
  GtkWidget *widget; /* not owned: it owns this */
  SelPdf *pdf;
  GCancellable *asking;
  GHashTable *pages; /* Read by page; NULL while asked for */
  guint n_losses;

  gboolean is_there;
  gboolean is_whole_page; /* of the first place */
  SelSelectUnit unit;
  Place from, to; /* where the user began, and where they are */
};

typedef struct
{
  SelPageSelection *selection; /* not owned: the question is cancelled before it goes */
  guint page;
} Question;

static void
read_free (gpointer data)
{
  Read *self = data;

  if (!self)
    return;

  g_clear_pointer (&self->text, sel_page_text_free);
  g_free (self->letters);
  g_free (self);
}

SelPageSelection *
sel_page_selection_new (GtkWidget *widget)
{
  SelPageSelection *self = g_new0 (SelPageSelection, 1);

  self->widget = widget;
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, read_free);
  return self;
}

void
sel_page_selection_free (SelPageSelection *self)
{
  sel_page_selection_set_document (self, NULL);
  g_hash_table_unref (self->pages);
  g_free (self);
}

static const Read *
get_read (SelPageSelection *self, guint page)
{
  return g_hash_table_lookup (self->pages, GUINT_TO_POINTER (page));
}

static guint
count_letters (SelPageSelection *self, guint page)
{
  const Read *read = get_read (self, page);

  return read ? read->text->n_letters : 0;
}

/* Finds the gap between two letters that is nearest to the point. */
static void
settle (SelPageSelection *self, Place *place)
{
  const Read *read = get_read (self, place->page);
  const SelRectangle *letter;
  guint found;

  if (place->is_known || !read)
    return;

  place->is_known = TRUE;
  place->caret = 0;
  if (!sel_page_text_find_letter (read->text, place->point.x, place->point.y, &found, NULL))
    return;

  letter = &read->text->places[found];
  place->caret = found;
  if (self->unit == SEL_SELECT_LETTERS && place->point.x > letter->x + letter->width / 2)
    place->caret++;
}

static void
read_cb (GObject *pdf, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  SelPageSelection *self = question->selection;
  g_autoptr (GError) error = NULL;
  SelPageText *text = sel_pdf_read_page_text_finish (SEL_PDF (pdf), result, &error);
  Read *read;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (!text && ++self->n_losses < MOST_LOSSES)
    {
      g_hash_table_remove (self->pages, GUINT_TO_POINTER (question->page));
      return;
    }

  /* A page that cannot be read has no text. */
  read = g_new0 (Read, 1);
  read->text = text ? text : sel_page_text_new (1, 1, "", NULL);
  read->letters = g_utf8_to_ucs4_fast (read->text->text, -1, NULL);
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (question->page), read);
  settle (self, &self->from);
  settle (self, &self->to);
  gtk_widget_queue_draw (self->widget);
}

static void
wish (SelPageSelection *self, guint page)
{
  Question *question;

  if (!self->pdf || g_hash_table_contains (self->pages, GUINT_TO_POINTER (page)))
    return;

  g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), NULL);
  question = g_new0 (Question, 1);
  question->selection = self;
  question->page = page;
  sel_pdf_read_page_text_async (self->pdf, page, self->asking, read_cb, question);
}

/**
 * sel_page_selection_set_document:
 * @pdf: (nullable): whose text is selected from now on
 */
void
sel_page_selection_set_document (SelPageSelection *self, SelPdf *pdf)
{
  g_hash_table_remove_all (self->pages);
  self->is_there = FALSE;
  self->n_losses = 0;
  sel_page_selection_renew (self, pdf);
}

/* Asks the same document, opened anew. */
void
sel_page_selection_renew (SelPageSelection *self, SelPdf *pdf)
{
  GHashTableIter iter;
  gpointer read;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &read))
    if (!read)
      g_hash_table_iter_remove (&iter);

  g_set_object (&self->pdf, pdf);
  self->asking = pdf ? g_cancellable_new () : NULL;
}

/* Whether the pointer is on letters of the page, as far as that is known yet. */
gboolean
sel_page_selection_is_on_text (SelPageSelection *self,
                               const SelPageLayout *layout,
                               double x,
                               double y)
{
  graphene_point_t point;
  const Read *read;
  double distance;
  guint page, letter;

  if (!sel_page_layout_find_point (layout, x, y, &page, &point))
    return FALSE;

  wish (self, page);
  read = get_read (self, page);
  return read && sel_page_text_find_letter (read->text, point.x, point.y, &letter, &distance) &&
         distance < NEAR;
}

static void
place_at (SelPageSelection *self, const SelPageLayout *layout, double x, double y, Place *place)
{
  *place = (Place){ 0 };
  sel_page_layout_find_point (layout, x, y, &place->page, &place->point);
  wish (self, place->page);
  settle (self, place);
}

/* The user holds the button down at @x, @y. */
void
sel_page_selection_begin (SelPageSelection *self,
                          const SelPageLayout *layout,
                          double x,
                          double y,
                          SelSelectUnit unit)
{
  self->is_there = TRUE;
  self->is_whole_page = FALSE;
  self->unit = unit;
  place_at (self, layout, x, y, &self->from);
  self->to = self->from;
  gtk_widget_queue_draw (self->widget);
}

/* And has drawn it to there. */
void
sel_page_selection_extend (SelPageSelection *self, const SelPageLayout *layout, double x, double y)
{
  if (!self->is_there)
    return;

  place_at (self, layout, x, y, &self->to);
  for (guint page = MIN (self->from.page, self->to.page) + 1;
       page < MAX (self->from.page, self->to.page); page++)
    wish (self, page);
  gtk_widget_queue_draw (self->widget);
}

void
sel_page_selection_take_page (SelPageSelection *self, guint page)
{
  self->is_there = TRUE;
  self->is_whole_page = TRUE;
  self->from = self->to = (Place){ .page = page, .is_known = TRUE };
  wish (self, page);
  gtk_widget_queue_draw (self->widget);
}

void
sel_page_selection_clear (SelPageSelection *self)
{
  self->is_there = FALSE;
  gtk_widget_queue_draw (self->widget);
}

/* Whether @letter belongs to the same word, or line, as its neighbour. */
static gboolean
belongs (const SelPageSelection *self, gunichar letter)
{
  if (self->unit == SEL_SELECT_WORDS)
    return g_unichar_isalnum (letter) || g_unichar_ismark (letter);
  return letter != '\n';
}

/* The letters of @page that are selected. */
static gboolean
find_range (SelPageSelection *self, guint page, guint *first, guint *end)
{
  const Read *read = get_read (self, page);
  const gboolean is_forward = self->from.page < self->to.page ||
                              (self->from.page == self->to.page &&
                               self->from.caret <= self->to.caret);
  const Place *begin = is_forward ? &self->from : &self->to;
  const Place *last = is_forward ? &self->to : &self->from;
  const guint n = count_letters (self, page);

  if (!self->is_there || !read || page < begin->page || page > last->page)
    return FALSE;

  *first = page == begin->page ? MIN (begin->caret, n) : 0;
  *end = page == last->page && !self->is_whole_page ? MIN (last->caret, n) : n;
  if (!begin->is_known || !last->is_known)
    return FALSE;

  if (self->unit != SEL_SELECT_LETTERS && !self->is_whole_page)
    {
      if (*end < n && belongs (self, read->letters[*end]))
        (*end)++;
      while (*first > 0 && belongs (self, read->letters[*first - 1]))
        (*first)--;
      while (*end<n && * end> 0 && belongs (self, read->letters[*end - 1]) &&
             belongs (self, read->letters[*end]))
        (*end)++;
    }
  return *first < *end;
}

/**
 * sel_page_selection_dup_text:
 *
 * Returns: (transfer full) (nullable): what is selected, as far as it is read
 */
char *
sel_page_selection_dup_text (SelPageSelection *self)
{
  g_autoptr (GString) all = g_string_new (NULL);
  const guint last = MAX (self->from.page, self->to.page);

  for (guint page = MIN (self->from.page, self->to.page); page <= last; page++)
    {
      g_autofree char *part = NULL;
      guint first, end;

      if (!find_range (self, page, &first, &end))
        continue;

      part = sel_page_text_dup_range (get_read (self, page)->text, first, end - first);
      if (all->len > 0)
        g_string_append_c (all, '\n');
      g_string_append (all, part);
    }
  return all->len > 0 ? g_strdup (all->str) : NULL;
}

void
sel_page_selection_draw (SelPageSelection *self,
                         GtkSnapshot *snapshot,
                         const SelPageLayout *layout,
                         guint page)
{
  g_autoptr (GArray) lines = NULL;
  guint first, end;

  if (!find_range (self, page, &first, &end))
    return;

  lines = sel_page_text_dup_rectangles (get_read (self, page)->text, first, end - first);
  for (guint i = 0; i < lines->len; i++)
    {
      const SelRectangle *line = &g_array_index (lines, SelRectangle, i);
      const graphene_rect_t rect = GRAPHENE_RECT_INIT (line->x, line->y, line->width,
                                                       line->height);
      const graphene_rect_t place = sel_page_layout_place_rect (layout, page, &rect);

      gtk_snapshot_append_color (snapshot, &selected, &place);
    }
}
