/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/paper-columns.h"

/* Points. */
#define GUTTER 8.0f
#define MIN_COLUMN 80.0f
#define OVER_BOTH 12.0f

/* A column of prose has at least so many lines, most of which fill it. */
#define MIN_COLUMN_ROWS 6u
#define COLUMN_FILL 0.55f

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  const float first = *(const float *) a;
  const float second = *(const float *) b;

  return (first > second) - (first < second);
}

float
sel_paper_find_pitch (GPtrArray *rows)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (float));

  for (guint i = 1; i < rows->len; i++)
    {
      const float step =
        sel_paper_row_at (rows, i)->place.y - sel_paper_row_at (rows, i - 1)->place.y;

      g_array_append_val (steps, step);
    }
  if (steps->len == 0)
    return 0;

  g_array_sort (steps, compare_floats);
  return g_array_index (steps, float, steps->len / 2);
}

/* Narrows @gap to what the pieces of @row leave of it. */
gboolean
sel_gap_narrow (SelGap *gap, const SelWordRow *row)
{
  const float middle = (gap->left + gap->right) / 2;

  for (guint i = 0; i < row->pieces->len; i++)
    {
      const SelRectangle *place = &sel_word_row_piece_at (row, i)->place;

      if (place->x + place->width / 2 < middle)
        gap->left = MAX (gap->left, sel_paper_right_of (place));
      else
        gap->right = MIN (gap->right, place->x);
    }
  return gap->right - gap->left >= GUTTER;
}

static gboolean
is_left (const SelWordPiece *piece, const SelGap *gap)
{
  return sel_paper_right_of (&piece->place) <= gap->left + 0.5f;
}

/* The rows of one side of @gap, from @first to @end. */
GPtrArray *
sel_paper_take_side (GPtrArray *rows, guint first, guint end, const SelGap *gap, gboolean left)
{
  GPtrArray *side = g_ptr_array_new_with_free_func ((GDestroyNotify) sel_word_row_free);

  for (guint i = first; i < end; i++)
    {
      SelWordRow *row = NULL;

      for (guint j = 0; j < sel_paper_row_at (rows, i)->pieces->len; j++)
        {
          const SelWordPiece *piece = sel_word_row_piece_at (sel_paper_row_at (rows, i), j);

          if (is_left (piece, gap) != left)
            continue;
          if (!row)
            g_ptr_array_add (side, row = sel_word_row_new ());
          sel_word_row_add (row, sel_word_piece_copy (piece));
        }
    }
  return side;
}

SelRectangle
sel_paper_find_area (GPtrArray *rows)
{
  SelRectangle area = { 0, 0, 0, 0 };

  for (guint i = 0; i < rows->len; i++)
    sel_rectangle_join (&area, &sel_paper_row_at (rows, i)->place);
  return area;
}

static gboolean
is_prose (GPtrArray *rows, const SelRectangle *area)
{
  guint n_full = 0, n_parted = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const SelWordRow *row = sel_paper_row_at (rows, i);
      const guint n_labels = sel_word_piece_is_label (sel_word_row_piece_at (row, 0)) ? 1 : 0;

      n_full += row->place.width >= COLUMN_FILL * area->width;
      n_parted += row->pieces->len > 1 + n_labels;
    }
  return rows->len >= MIN_COLUMN_ROWS && area->width >= MIN_COLUMN && 2 * n_full >= rows->len &&
         3 * n_parted <= rows->len;
}

/* Whether a row stands in the middle of both columns, though it touches the gap on one side. */
static gboolean
is_over_both (const SelWordRow *row, const SelRectangle *area)
{
  const float middle = row->place.x + row->place.width / 2;

  return row->pieces->len == 1 && ABS (middle - area->x - area->width / 2) < OVER_BOTH;
}

/* How far down from @first the gap goes. */
static guint
follow_gap (GPtrArray *rows, guint first, const SelRectangle *area, SelGap *gap)
{
  guint end = first;
  SelGap tried = *gap;

  while (end < rows->len && !is_over_both (sel_paper_row_at (rows, end), area) &&
         sel_gap_narrow (&tried, sel_paper_row_at (rows, end)))
    {
      *gap = tried;
      end++;
    }
  return end;
}

/* Finds two columns of prose that begin in the row @first, side by side. */
gboolean
sel_paper_find_columns (GPtrArray *rows,
                        guint first,
                        const SelRectangle *area,
                        SelGap *gap,
                        guint *end)
{
  const SelWordRow *row = sel_paper_row_at (rows, first);

  if (row->pieces->len > SEL_MAX_PIECES)
    return FALSE;

  for (guint i = 0; i + 1 < row->pieces->len; i++)
    {
      g_autoptr (GPtrArray) left = NULL;
      g_autoptr (GPtrArray) right = NULL;
      SelRectangle left_area, right_area;

      *gap = sel_word_row_get_gap (row, i);
      *end = follow_gap (rows, first, area, gap);
      left = sel_paper_take_side (rows, first, *end, gap, TRUE);
      right = sel_paper_take_side (rows, first, *end, gap, FALSE);
      left_area = sel_paper_find_area (left);
      right_area = sel_paper_find_area (right);
      if (is_prose (left, &left_area) && is_prose (right, &right_area) &&
          4 * left->len >= right->len && 4 * right->len >= left->len)
        return TRUE;
    }
  return FALSE;
}

/* A row above columns that stands in one of them alone belongs to it, if it is near. */
guint
sel_paper_reach_up (GPtrArray *rows,
                    guint least,
                    guint first,
                    const SelRectangle *area,
                    SelGap *gap)
{
  const float pitch = sel_paper_find_pitch (rows);

  while (first > least)
    {
      const SelWordRow *above = sel_paper_row_at (rows, first - 1);
      SelGap tried = *gap;

      if (is_over_both (above, area) ||
          !sel_gap_narrow (&tried, above) ||
          sel_paper_row_at (rows, first)->place.y - above->place.y > 2 * pitch)
        break;
      *gap = tried;
      first--;
    }
  return first;
}
