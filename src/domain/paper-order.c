/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/paper-order.h"

#include "domain/paper-columns.h"
#include "domain/paper.h"

/* Points. */
#define ALIGNED 4.0f

/* Of the usual distance from line to line: more than this parts two blocks. */
#define BLOCK_GAP 1.25f

void
sel_page_line_free (SelPageLine *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->letters);
  g_free (self);
}

/* Ligatures are letters of their own in some texts. */
static const char *
expand (gunichar letter, char buffer[8])
{
  static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

  if (letter >= 0xfb00 && letter <= 0xfb06)
    return ligatures[letter - 0xfb00];
  if (letter == 0xad || letter == 0x2010 || letter == 0x2011)
    return "-";

  buffer[g_unichar_to_utf8 (letter, buffer)] = '\0';
  return buffer;
}

static void
append_text (SelPageLine *line, const char *text, guint32 letter)
{
  g_string_append (line->text, text);
  for (gsize i = 0; text[i]; i++)
    g_array_append_val (line->letters, letter);
}

static void
append_piece (SelPageLine *line, const SelWordPiece *piece)
{
  for (guint i = 0; i < piece->words->len; i++)
    {
      const SelWord *word = g_ptr_array_index (piece->words, i);
      const char *at = word->text;

      if (line->text->len && !word->is_glued)
        append_text (line, " ", SEL_NO_LETTER);
      for (guint j = 0; j < word->n_letters; j++, at = g_utf8_next_char (at))
        {
          char buffer[8];

          append_text (line, expand (g_utf8_get_char (at), buffer), word->first + j);
        }
    }
  sel_rectangle_join (&line->place, &piece->place);
}

static SelPageLine *
add_line (GPtrArray *lines, const SelRectangle *column)
{
  SelPageLine *line = g_new0 (SelPageLine, 1);

  line->text = g_string_new (NULL);
  line->letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  line->left = column->x;
  line->width = column->width;
  g_ptr_array_add (lines, line);
  return line;
}

static void
add_row (GPtrArray *lines, const SelWordRow *row, const SelRectangle *column)
{
  SelPageLine *line = add_line (lines, column);

  for (guint i = 0; i < row->pieces->len; i++)
    append_piece (line, sel_word_row_piece_at (row, i));
}

/* The pieces that begin in @cell, which is from the end of one gap to the begin of the next. */
static const SelWordPiece *
find_in_cell (const SelWordRow *row, float left, float right)
{
  for (guint i = 0; i < row->pieces->len; i++)
    {
      const SelWordPiece *piece = sel_word_row_piece_at (row, i);

      if (piece->place.x >= left - 0.5f && piece->place.x < right)
        return piece;
    }
  return NULL;
}

/* Whether the right of @gap is a cell with lines of its own under each other, and not the end of a
 * line with a wide blank in it. */
static gboolean
parts_cells (const SelGap *gap, GPtrArray *rows, guint first, guint end)
{
  const SelRectangle *before = NULL;
  guint n_rows = 0;

  for (guint i = first; i < end; i++)
    {
      const SelWordPiece *piece = find_in_cell (sel_paper_row_at (rows, i), gap->right, G_MAXFLOAT);

      if (!piece)
        continue;
      if (before && ABS (before->x - piece->place.x) > ALIGNED &&
          ABS (before->x + before->width / 2 - piece->place.x - piece->place.width / 2) > ALIGNED)
        return FALSE;
      before = &piece->place;
      n_rows++;
    }
  return n_rows >= 2;
}

/* The gaps that go through all rows from @first to @end. */
static GArray *
find_gaps (GPtrArray *rows, guint first, guint end)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (SelGap));
  const SelWordRow *widest = sel_paper_row_at (rows, first);
  gboolean parts = FALSE;

  for (guint i = first; i < end; i++)
    if (sel_paper_row_at (rows, i)->pieces->len > widest->pieces->len)
      widest = sel_paper_row_at (rows, i);

  for (guint i = 0; i + 1 < widest->pieces->len && widest->pieces->len <= SEL_MAX_PIECES; i++)
    {
      SelGap gap = sel_word_row_get_gap (widest, i);
      gboolean is_free = TRUE;

      for (guint j = first; j < end && is_free; j++)
        is_free = sel_gap_narrow (&gap, sel_paper_row_at (rows, j));
      if (is_free)
        {
          g_array_append_val (gaps, gap);
          parts |= parts_cells (&gap, rows, first, end);
        }
    }

  if (!parts)
    g_array_set_size (gaps, 0);
  return gaps;
}

/* Adds the rows from @first to @end cell by cell. One of a single row shares its line with what
 * stands beside it. */
static void
add_cells (GPtrArray *lines,
           GPtrArray *rows,
           guint first,
           guint end,
           GArray *gaps,
           const SelRectangle *column)
{
  SelPageLine *shared = NULL;
  guint shared_row = 0;

  for (guint cell = 0; cell <= gaps->len; cell++)
    {
      const float left = cell ? g_array_index (gaps, SelGap, cell - 1).right : -G_MAXFLOAT;
      const float right = cell < gaps->len ? g_array_index (gaps, SelGap, cell).right : G_MAXFLOAT;
      guint n_rows = 0;

      for (guint i = first; i < end; i++)
        {
          SelPageLine *line = NULL;

          for (guint j = 0; j < sel_paper_row_at (rows, i)->pieces->len; j++)
            {
              const SelWordPiece *piece = sel_word_row_piece_at (sel_paper_row_at (rows, i), j);

              if (piece->place.x < left - 0.5f || piece->place.x >= right - 0.5f)
                continue;
              if (!line)
                {
                  line = n_rows == 0 && shared && shared_row == i ? shared
                                                                  : add_line (lines, column);
                  shared = n_rows++ == 0 ? line : NULL;
                  shared_row = i;
                }
              append_piece (line, piece);
            }
        }
    }
}

/* How far the cells go that begin in the row @first; what follows may go across them. */
static guint
find_cells_end (GPtrArray *rows, guint first, guint end, GArray **gaps)
{
  if (sel_paper_row_at (rows, first)->pieces->len < 2 || end - first > SEL_MAX_ROWS)
    return first;

  for (guint i = end; i > first + 1; i--)
    {
      *gaps = find_gaps (rows, first, i);
      if ((*gaps)->len)
        return i;
      g_clear_pointer (gaps, g_array_unref);
    }
  return first;
}

static void
add_block (GPtrArray *lines, GPtrArray *rows, guint first, guint end, const SelRectangle *column)
{
  while (first < end)
    {
      g_autoptr (GArray) gaps = NULL;
      const guint cells_end = find_cells_end (rows, first, end, &gaps);

      if (cells_end > first)
        {
          add_cells (lines, rows, first, cells_end, gaps, column);
          first = cells_end;
        }
      else
        add_row (lines, sel_paper_row_at (rows, first++), column);
    }
}

/* A number in the margin, or the colon of a form, begins a block of its own. */
static gboolean
begins_block (const SelWordRow *row)
{
  if (row->pieces->len < 2)
    return FALSE;
  if (sel_word_piece_is_label (sel_word_row_piece_at (row, 0)))
    return TRUE;

  for (guint i = 0; i < row->pieces->len; i++)
    if (sel_word_piece_is_colon (sel_word_row_piece_at (row, i)))
      return TRUE;
  return FALSE;
}

/* Whether there is more room above the row @i than between two lines. */
static gboolean
is_parted (GPtrArray *rows, guint i, float pitch)
{
  const float step =
    sel_paper_row_at (rows, i)->place.y - sel_paper_row_at (rows, i - 1)->place.y;

  return step > BLOCK_GAP * pitch;
}

/* Adds rows that are no columns of prose. */
static void
add_rows (GPtrArray *lines, GPtrArray *rows, const SelRectangle *column)
{
  const float pitch = sel_paper_find_pitch (rows);
  guint first = 0;

  for (guint i = 1; i <= rows->len; i++)
    if (i == rows->len || begins_block (sel_paper_row_at (rows, i)) ||
        is_parted (rows, i, pitch))
      {
        add_block (lines, rows, first, i, column);
        first = i;
      }
}

static void
add_columns (GPtrArray *lines, GPtrArray *rows, guint first, guint end, const SelGap *gap)
{
  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GPtrArray) part = sel_paper_take_side (rows, first, end, gap, side == 0);
      const SelRectangle area = sel_paper_find_area (part);
      const guint before = lines->len;

      add_rows (lines, part, &area);
      for (guint i = before; i < lines->len; i++)
        ((SelPageLine *) g_ptr_array_index (lines, i))->side = side + SEL_SIDE_LEFT;
    }
}

/* A part of @rows that shares them. */
static GPtrArray *
lend_rows (GPtrArray *rows, guint first, guint end)
{
  GPtrArray *part = g_ptr_array_new ();

  for (guint i = first; i < end; i++)
    g_ptr_array_add (part, g_ptr_array_index (rows, i));
  return part;
}

/**
 * sel_paper_order_lines:
 *
 * Two columns of prose are read one after the other; what stands in cells beside each other, such
 * as a name and what it stands for, cell by cell; the rest line by line.
 *
 * Returns: (transfer full) (element-type SelPageLine): the lines of a page
 */
GPtrArray *
sel_paper_order_lines (const SelPageText *page)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sel_page_line_free);
  g_autoptr (GArray) words = sel_paper_find_words (page);
  g_autoptr (GPtrArray) rows = sel_paper_find_rows (words);
  const SelRectangle area = sel_paper_find_area (rows);
  guint first = 0;

  for (guint i = 0; i < rows->len;)
    {
      SelGap gap;
      guint end;

      if (rows->len > SEL_MAX_ROWS || !sel_paper_find_columns (rows, i, &area, &gap, &end))
        {
          i++;
          continue;
        }

      i = sel_paper_reach_up (rows, first, i, &area, &gap);
      if (i > first)
        {
          g_autoptr (GPtrArray) above = lend_rows (rows, first, i);

          add_rows (lines, above, &area);
        }
      add_columns (lines, rows, i, end, &gap);
      first = i = end;
    }

  if (first < rows->len)
    {
      g_autoptr (GPtrArray) rest = lend_rows (rows, first, rows->len);

      add_rows (lines, rest, &area);
    }
  return lines;
}
