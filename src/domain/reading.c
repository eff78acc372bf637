/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/reading.h"

#include <string.h>

#include "domain/reading-margins.h"
#include "domain/reading-order.h"

/* How far the middle of a centred line may be from the middle of its column, in points. */
#define CENTRED 9.0f

static void
add_page_line (SelReading *self, GString *text, GArray *letters, guint page, SelPageLine *line)
{
  const guint32 none = SEL_NO_LETTER;
  SelReadingLine added = { page, line->place, line->left, line->width, text->len, 0 };

  g_string_append_len (text, line->text->str, (gssize) line->text->len);
  g_array_append_vals (letters, line->letters->data, line->letters->len);
  added.end = text->len;
  g_array_append_val (self->lines, added);
  g_string_append_c (text, '\n');
  g_array_append_val (letters, none);
}

/**
 * sel_reading_new:
 * @pages: (element-type SelPageText): all pages of a document
 */
SelReading *
sel_reading_new (GPtrArray *pages)
{
  SelReading *self = g_new0 (SelReading, 1);
  g_autoptr (GPtrArray) lines_of_pages = g_ptr_array_new_with_free_func (
    (GDestroyNotify) g_ptr_array_unref);
  GString *text = g_string_new (NULL);
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->pages = g_ptr_array_ref (pages);
  self->lines = g_array_new (FALSE, FALSE, sizeof (SelReadingLine));
  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (lines_of_pages, sel_reading_order_lines (g_ptr_array_index (pages, i)));
  sel_reading_mark_margins (pages, lines_of_pages);

  for (guint i = 0; i < pages->len; i++)
    {
      GPtrArray *lines = g_ptr_array_index (lines_of_pages, i);

      for (guint j = 0; j < lines->len; j++)
        if (!((SelPageLine *) g_ptr_array_index (lines, j))->is_margin)
          add_page_line (self, text, letters, i, g_ptr_array_index (lines, j));
    }

  self->length = text->len;
  self->text = g_string_free (text, FALSE);
  self->letters = (guint32 *) g_array_free (letters, FALSE);
  return self;
}

void
sel_reading_free (SelReading *self)
{
  g_ptr_array_unref (self->pages);
  g_array_unref (self->lines);
  g_free (self->letters);
  g_free (self->text);
  g_free (self);
}

/**
 * sel_reading_find_line:
 * @offset: less than the length of the text
 *
 * Returns: the line in which it is
 */
guint
sel_reading_find_line (const SelReading *self, gsize offset)
{
  guint low = 0, high = self->lines->len;

  while (high - low > 1)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, SelReadingLine, middle).start <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* The rectangle of the letters from @start to @end, which are of one line. */
static SelRectangle
cover (const SelReading *self, guint page, gsize start, gsize end)
{
  const SelPageText *text = g_ptr_array_index (self->pages, page);
  SelRectangle all = { 0, 0, 0, 0 };

  for (gsize i = start; i < end; i++)
    if (self->letters[i] != SEL_NO_LETTER)
      sel_rectangle_join (&all, &text->places[self->letters[i]]);
  return all;
}

/**
 * sel_reading_dup_places:
 *
 * Returns: (transfer full) (element-type SelPlace): what covers a part of the text, a place for
 *   each line of it
 */
GArray *
sel_reading_dup_places (const SelReading *self, SelSpan span)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (SelPlace));
  const gsize end = MIN (span.end, self->length);

  if (span.start >= end)
    return places;

  for (guint i = sel_reading_find_line (self, span.start); i < self->lines->len; i++)
    {
      const SelReadingLine *line = &g_array_index (self->lines, SelReadingLine, i);
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
 * "2025". */
static gboolean
is_broken (const GString *text, char next)
{
  const char last = text->len ? text->str[text->len - 1] : ' ';
  const char before = text->len > 1 ? text->str[text->len - 2] : ' ';

  return last == '/' || next == '/' || (last == '-' && before != ' ' && g_ascii_isalnum (next));
}

/**
 * sel_reading_dup_text:
 *
 * Returns: (transfer full): a part of the text in one line, each blank in it a single one
 */
char *
sel_reading_dup_text (const SelReading *self, SelSpan span)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const gsize end = MIN (span.end, self->length);
  gboolean has_blank = FALSE, has_newline = FALSE;

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
  return g_strdup (text->str);
}

/* Whether it has its middle where its column has, and leaves room on both sides. */
gboolean
sel_reading_line_is_centred (const SelReading *self, guint line)
{
  const SelReadingLine *one = &g_array_index (self->lines, SelReadingLine, line);
  const float left = one->place.x - one->left;
  const float right = one->left + one->width - one->place.x - one->place.width;

  return ABS (left - right) <= 2 * CENTRED && left + right > CENTRED;
}
