/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/paper-columns.h"

/* Of the height of a line: what parts two pieces of it, and two letters of a word. */
#define PIECE_GAP 0.8f
#define LETTER_GAP 0.5f
#define COLON_GAP 0.4f

#define LABEL_WIDTH 34.0f
#define MAX_LABEL 6u

static float
middle_of (const SelRectangle *place)
{
  return place->y + place->height / 2;
}

/* Whether a letter at @place goes on with the word that ends at @last. */
static gboolean
goes_on (const SelRectangle *last, const SelRectangle *place)
{
  const float gap = place->x - sel_paper_right_of (last);

  return ABS (middle_of (place) - middle_of (last)) < LETTER_GAP * last->height &&
         gap > -last->height && gap < LETTER_GAP * last->height;
}

GArray *
sel_paper_find_words (const SelPageText *page)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (SelWord));
  const SelRectangle *last = NULL;
  const char *at = page->text;

  for (guint i = 0; i < page->n_letters; i++, at = g_utf8_next_char (at))
    {
      const SelRectangle *place = &page->places[i];
      SelWord *word;

      if (g_unichar_isspace (g_utf8_get_char (at)) || place->width <= 0 || place->height <= 0)
        {
          last = NULL;
          continue;
        }

      if (!last || !goes_on (last, place))
        {
          const SelWord begun = { .first = i, .text = at, .place = *place };

          g_array_append_val (words, begun);
        }
      word = &g_array_index (words, SelWord, words->len - 1);
      word->n_letters++;
      sel_rectangle_join (&word->place, place);
      last = place;
    }
  return words;
}

static void
piece_free (SelWordPiece *self)
{
  g_ptr_array_unref (self->words);
  g_free (self);
}

SelWordPiece *
sel_word_piece_copy (const SelWordPiece *self)
{
  SelWordPiece *copy = g_new0 (SelWordPiece, 1);

  copy->words = g_ptr_array_ref (self->words);
  copy->place = self->place;
  return copy;
}

SelWordRow *
sel_word_row_new (void)
{
  SelWordRow *self = g_new0 (SelWordRow, 1);

  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  return self;
}

void
sel_word_row_free (SelWordRow *self)
{
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

void
sel_word_row_add (SelWordRow *self, SelWordPiece *piece)
{
  g_ptr_array_add (self->pieces, piece);
  sel_rectangle_join (&self->place, &piece->place);
}

/* "1.", "(2)", "a.", "iv)", "-": what hangs beside a paragraph. */
gboolean
sel_word_piece_is_label (const SelWordPiece *self)
{
  const SelWord *word = g_ptr_array_index (self->words, 0);
  guint n_letters = word->n_letters;
  const char *at = word->text;
  gunichar first = g_utf8_get_char (at);
  guint n_inside = 0;

  if (self->words->len > 1 || n_letters > MAX_LABEL || self->place.width > LABEL_WIDTH)
    return FALSE;
  if (n_letters == 1)
    return g_unichar_isdigit (first) || (g_unichar_ispunct (first) && first != ':') ||
           g_unichar_type (first) == G_UNICODE_OTHER_SYMBOL;

  for (guint i = 0; i < n_letters - 1; i++, at = g_utf8_next_char (at))
    if (g_ascii_isalnum (*at))
      n_inside++;
    else if (!(i == 0 && *at == '('))
      return FALSE;
  return n_inside > 0 && (*at == '.' || *at == ')') && !(n_inside > 2 && g_ascii_isupper (first));
}

static gboolean
is_colon (const SelWord *word)
{
  return word->n_letters == 1 && *word->text == ':';
}

gboolean
sel_word_piece_is_colon (const SelWordPiece *self)
{
  return is_colon (g_ptr_array_index (self->words, 0));
}

static gboolean
is_single (const SelWord *word)
{
  return word->n_letters == 1 && g_unichar_isalnum (g_utf8_get_char (word->text));
}

/* Glues "P a s a l" together: from @first on, @n words of one letter. */
static void
glue_letters (GPtrArray *words, guint first, guint n)
{
  float narrowest = G_MAXFLOAT;

  for (guint i = first + 1; i < first + n; i++)
    {
      const SelWord *word = g_ptr_array_index (words, i);
      const SelWord *before = g_ptr_array_index (words, i - 1);

      narrowest = MIN (narrowest, word->place.x - sel_paper_right_of (&before->place));
    }

  for (guint i = first + 1; i < first + n; i++)
    {
      SelWord *word = g_ptr_array_index (words, i);
      const SelWord *before = g_ptr_array_index (words, i - 1);
      const gboolean is_digit = g_ascii_isdigit (*word->text);

      word->is_glued = word->place.x - sel_paper_right_of (&before->place) < 1.6f * narrowest + 1 &&
                       is_digit == !!g_ascii_isdigit (*before->text);
    }
}

static void
glue_spaced_letters (GPtrArray *words)
{
  for (guint i = 0; i < words->len;)
    {
      guint n = 0;

      while (i + n < words->len && is_single (g_ptr_array_index (words, i + n)))
        n++;
      if (n >= 4)
        glue_letters (words, i, n);
      i += n + 1;
    }
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  const SelWord *first = *(SelWord *const *) a;
  const SelWord *second = *(SelWord *const *) b;

  return (first->place.x > second->place.x) - (first->place.x < second->place.x);
}

static int
compare_middle (gconstpointer a, gconstpointer b)
{
  const float first = middle_of (&(*(SelWord *const *) a)->place);
  const float second = middle_of (&(*(SelWord *const *) b)->place);

  return (first > second) - (first < second);
}

/* Whether @word, the next in its line, begins a piece of its own. The colon of a form does, and so
 * does what follows it. */
static gboolean
begins_piece (const SelWordPiece *piece, const SelWord *word)
{
  const SelWord *last = g_ptr_array_index (piece->words, piece->words->len - 1);
  const float gap = word->place.x - sel_paper_right_of (&piece->place);
  const gboolean is_of_form = is_colon (word) || is_colon (last);

  return !word->is_glued && gap > (is_of_form ? COLON_GAP : PIECE_GAP) * word->place.height;
}

/* Takes @words, all of one line. */
static SelWordRow *
make_row (GPtrArray *words)
{
  SelWordRow *row = sel_word_row_new ();
  SelWordPiece *piece = NULL;

  g_ptr_array_sort (words, compare_x);
  glue_spaced_letters (words);
  for (guint i = 0; i < words->len; i++)
    {
      SelWord *word = g_ptr_array_index (words, i);

      if (!piece || begins_piece (piece, word))
        {
          if (piece)
            sel_word_row_add (row, piece);
          piece = g_new0 (SelWordPiece, 1);
          piece->words = g_ptr_array_new ();
        }
      g_ptr_array_add (piece->words, word);
      sel_rectangle_join (&piece->place, &word->place);
    }
  sel_word_row_add (row, piece);
  g_ptr_array_unref (words);
  return row;
}

/* Words whose middles are at one height. */
GPtrArray *
sel_paper_find_rows (GArray *words)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sel_word_row_free);
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (words->len);
  GPtrArray *open = NULL;
  const SelWord *last = NULL;

  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (sorted, &g_array_index (words, SelWord, i));
  g_ptr_array_sort (sorted, compare_middle);

  for (guint i = 0; i < sorted->len; i++)
    {
      SelWord *word = g_ptr_array_index (sorted, i);

      if (last && middle_of (&word->place) - middle_of (&last->place) >
                    LETTER_GAP * MIN (word->place.height, last->place.height))
        {
          g_ptr_array_add (rows, make_row (g_steal_pointer (&open)));
          last = NULL;
        }
      if (!open)
        open = g_ptr_array_new ();
      if (!last)
        last = word;
      g_ptr_array_add (open, word);
    }
  if (open)
    g_ptr_array_add (rows, make_row (open));
  return rows;
}
