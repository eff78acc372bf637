/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/paper.h"

#include <string.h>

#include "domain/paper-margins.h"
#include "domain/paper-order.h"

/* How far the middle of a centred line may be from the middle of its column, in points. */
#define CENTRED 9.0f

static void
add_page_line (SelPaper *self, GString *text, GArray *letters, guint page, SelPageLine *line)
{
  const guint32 none = SEL_NO_LETTER;
  SelPaperLine added = { page, line->place, line->left, line->width, text->len, 0 };

  g_string_append_len (text, line->text->str, (gssize) line->text->len);
  g_array_append_vals (letters, line->letters->data, line->letters->len);
  added.end = text->len;
  g_array_append_val (self->lines, added);
  g_string_append_c (text, '\n');
  g_array_append_val (letters, none);
}

typedef void (*LineFunc) (SelPageLine *line, guint page, gpointer user_data);

static void
for_each_line (GPtrArray *lines_of_pages, LineFunc func, gpointer user_data)
{
  for (guint i = 0; i < lines_of_pages->len; i++)
    {
      GPtrArray *lines = g_ptr_array_index (lines_of_pages, i);

      for (guint j = 0; j < lines->len; j++)
        func (g_ptr_array_index (lines, j), i, user_data);
    }
}

/* What a page shows of the width of its text depends on how much stands on it. Lines over a whole
 * page stand in the same column on all pages of one width. */
typedef struct
{
  GPtrArray *pages;
  GHashTable *columns; /* width of a page: SelRectangle */
  gboolean gives;
} Columns;

static void
share_column (SelPageLine *line, guint page, gpointer user_data)
{
  Columns *self = user_data;
  const SelPageText *text = g_ptr_array_index (self->pages, page);
  const gpointer key = GINT_TO_POINTER ((int) (text->width + 0.5));
  SelRectangle *column = g_hash_table_lookup (self->columns, key);

  if (line->side != SEL_SIDE_BOTH || line->is_margin)
    return;
  if (!column)
    g_hash_table_insert (self->columns, key, column = g_new0 (SelRectangle, 1));

  if (self->gives)
    {
      line->left = column->x;
      line->width = column->width;
    }
  else
    sel_rectangle_join (column, &line->place);
}

static void
share_columns (GPtrArray *pages, GPtrArray *lines_of_pages)
{
  g_autoptr (GHashTable) columns = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Columns self = { pages, columns, FALSE };

  for_each_line (lines_of_pages, share_column, &self);
  self.gives = TRUE;
  for_each_line (lines_of_pages, share_column, &self);
}

/* The left column has "Pasal 1" where the right one has "Article 1". */
typedef struct
{
  gboolean has_pasal;
  gboolean has_article;
} Languages;

static void
find_language (SelPageLine *line, G_GNUC_UNUSED guint page, gpointer user_data)
{
  Languages *self = user_data;
  const char *text = line->text->str;

  if (line->side == SEL_SIDE_LEFT)
    self->has_pasal |= g_ascii_strncasecmp (text, "pasal ", 6) == 0;
  else if (line->side == SEL_SIDE_RIGHT)
    self->has_article |= g_ascii_strncasecmp (text, "article ", 8) == 0;
}

typedef struct
{
  SelPaper *paper;
  GString *text;
  GArray *letters;
  gboolean is_pair; /* of languages, one of which is read after the other */
  gboolean takes_right;
} Writing;

static void
write_line (SelPageLine *line, guint page, gpointer user_data)
{
  Writing *self = user_data;
  const gboolean is_right = self->is_pair && line->side == SEL_SIDE_RIGHT;

  if (!line->is_margin && is_right == self->takes_right)
    add_page_line (self->paper, self->text, self->letters, page, line);
}

/**
 * sel_paper_new:
 * @pages: (element-type SelPageText): all pages of a document
 */
SelPaper *
sel_paper_new (GPtrArray *pages)
{
  SelPaper *self = g_new0 (SelPaper, 1);
  g_autoptr (GPtrArray) lines_of_pages = g_ptr_array_new_with_free_func (
    (GDestroyNotify) g_ptr_array_unref);
  Writing writing = { self, g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (guint32)),
                      FALSE, FALSE };
  Languages languages = { FALSE, FALSE };

  self->pages = g_ptr_array_ref (pages);
  self->lines = g_array_new (FALSE, FALSE, sizeof (SelPaperLine));
  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (lines_of_pages, sel_paper_order_lines (g_ptr_array_index (pages, i)));
  sel_paper_mark_margins (pages, lines_of_pages);
  share_columns (pages, lines_of_pages);

  for_each_line (lines_of_pages, find_language, &languages);
  writing.is_pair = languages.has_pasal && languages.has_article;
  for_each_line (lines_of_pages, write_line, &writing);
  writing.takes_right = TRUE;
  if (writing.is_pair)
    for_each_line (lines_of_pages, write_line, &writing);

  self->length = writing.text->len;
  self->text = g_string_free (writing.text, FALSE);
  self->letters = (guint32 *) g_array_free (writing.letters, FALSE);
  return self;
}

void
sel_paper_free (SelPaper *self)
{
  g_ptr_array_unref (self->pages);
  g_array_unref (self->lines);
  g_free (self->letters);
  g_free (self->text);
  g_free (self);
}

/**
 * sel_paper_find_line:
 * @offset: less than the length of the text
 *
 * Returns: the line in which it is
 */
guint
sel_paper_find_line (const SelPaper *self, gsize offset)
{
  guint low = 0, high = self->lines->len;

  while (high - low > 1)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, SelPaperLine, middle).start <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* The rectangle of the letters from @start to @end, which are of one line. */
static SelRectangle
cover (const SelPaper *self, guint page, gsize start, gsize end)
{
  const SelPageText *text = g_ptr_array_index (self->pages, page);
  SelRectangle all = { 0, 0, 0, 0 };

  for (gsize i = start; i < end; i++)
    if (self->letters[i] != SEL_NO_LETTER)
      sel_rectangle_join (&all, &text->places[self->letters[i]]);
  return all;
}

/**
 * sel_paper_dup_places:
 *
 * Returns: (transfer full) (element-type SelPlace): what covers a part of the text, a place for
 *   each line of it
 */
GArray *
sel_paper_dup_places (const SelPaper *self, SelSpan span)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (SelPlace));
  const gsize end = MIN (span.end, self->length);

  if (span.start >= end)
    return places;

  for (guint i = sel_paper_find_line (self, span.start); i < self->lines->len; i++)
    {
      const SelPaperLine *line = &g_array_index (self->lines, SelPaperLine, i);
      SelPlace place = { .page = line->page };

      if (line->start >= end)
        break;
      place.rectangle = cover (self, line->page, MAX (line->start, span.start),
                               MIN (line->end, end));
      if (place.rectangle.width > 0)
        g_array_append_val (places, place);
    }
  return places;
}

/* Whether a word goes on in the next line without a blank: "Undang-" and "Undang", "PKS/" and
 * "2025", "W." and "17.PAS". */
static gboolean
is_broken (const GString *text, char next)
{
  const char last = text->len ? text->str[text->len - 1] : ' ';
  const char before = text->len > 1 ? text->str[text->len - 2] : ' ';

  return last == '/' || next == '/' || (last == '-' && before != ' ' && g_ascii_isalnum (next)) ||
         (last == '.' && g_ascii_isupper (before) && g_ascii_isdigit (next));
}

/* Of what scanners take for each other, the letter that stands among capitals, or among others. */
static char
repair_letter (char c, gboolean among_capitals)
{
  switch (c)
    {
    case '1':
    case '|':
      return among_capitals ? 'I' : 'l';
    case 'l':
      return among_capitals ? 'I' : 'l';
    case '0':
      return among_capitals ? 'O' : 'o';
    case '5':
      return among_capitals ? 'S' : 's';
    default:
      return c;
    }
}

/* Repairs a word of a text layer: "PlHAK", "se1anjutnya". What has more figures than letters, or
 * ends or begins with one, is what it says. */
static void
repair_word (char *word, gsize length)
{
  guint n_capitals = 0, n_small = 0, n_doubtful = 0;

  for (gsize i = 0; i < length; i++)
    {
      n_doubtful += strchr ("105|l", word[i]) != NULL;
      n_capitals += g_ascii_isupper (word[i]);
      n_small += g_ascii_islower (word[i]) && word[i] != 'l';
    }
  if (length < 5 || n_doubtful == 0 || n_doubtful > 2 || !g_ascii_isalpha (word[0]) ||
      !g_ascii_isalpha (word[length - 1]) || n_capitals + n_small + n_doubtful < length)
    return;

  for (gsize i = 0; i < length; i++)
    if (word[i] != 'l' || n_small == 0)
      word[i] = repair_letter (word[i], n_small == 0);
}

static void
repair_words (GString *text)
{
  for (gsize i = 0; i < text->len;)
    {
      gsize n = 0;

      while (g_ascii_isalnum (text->str[i + n]) || text->str[i + n] == '|')
        n++;
      repair_word (text->str + i, n);
      i += n + 1;
    }
}

/* @span within the text, without the parts of letters at its ends: a window of so many bytes may begin or
 * end within one. */
SelSpan
sel_paper_snap (const SelPaper *self, SelSpan span)
{
  span.end = MIN (span.end, self->length);
  span.start = MIN (span.start, span.end);
  while (span.start < span.end && ((guchar) self->text[span.start] & 0xc0) == 0x80)
    span.start++;
  while (span.end > span.start && span.end < self->length &&
         ((guchar) self->text[span.end] & 0xc0) == 0x80)
    span.end--;
  return span;
}

/**
 * sel_paper_dup_text:
 *
 * Returns: (transfer full): a part of the text in one line, each blank in it a single one, and with
 *   the letters that a scanner took for others put right
 */
char *
sel_paper_dup_text (const SelPaper *self, SelSpan span)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize end;
  gboolean has_blank = FALSE, has_newline = FALSE;

  span = sel_paper_snap (self, span);
  end = span.end;
  for (gsize i = span.start; i < end; i++)
    {
      const char c = self->text[i];

      if (g_ascii_isspace (c))
        {
          has_blank = TRUE;
          has_newline |= c == '\n';
          continue;
        }
      if (has_blank && text->len && !(has_newline && is_broken (text, c)))
        g_string_append_c (text, ' ');
      g_string_append_c (text, c);
      has_blank = has_newline = FALSE;
    }
  repair_words (text);
  return g_strdup (text->str);
}

/* Whether it has its middle where its column has, and leaves room on both sides. */
gboolean
sel_paper_line_is_centred (const SelPaper *self, guint line)
{
  const SelPaperLine *one = &g_array_index (self->lines, SelPaperLine, line);
  const float left = one->place.x - one->left;
  const float right = one->left + one->width - one->place.x - one->place.width;

  return ABS (left - right) <= 2 * CENTRED && left + right > CENTRED;
}
