/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/page-text.h"

#include <math.h>

#define LINE_PULL 8.0

/**
 * sel_page_text_new:
 * @text: valid UTF-8
 * @places: as many as @text has characters
 */
SelPageText *
sel_page_text_new (double width, double height, const char *text, const SelRectangle *places)
{
  SelPageText *self = g_new0 (SelPageText, 1);

  self->width = width;
  self->height = height;
  self->text = g_strdup (text);
  self->n_letters = (guint) g_utf8_strlen (text, -1);
  self->places = g_memdup2 (places, self->n_letters * sizeof *places);
  return self;
}

void
sel_page_text_free (SelPageText *self)
{
  g_free (self->text);
  g_free (self->places);
  g_free (self);
}

/* Grows @self until @other is in it; an empty one has no place of its own. */
void
sel_rectangle_join (SelRectangle *self, const SelRectangle *other)
{
  float right, bottom;

  if (other->width <= 0 && other->height <= 0)
    return;
  if (self->width <= 0 && self->height <= 0)
    {
      *self = *other;
      return;
    }

  right = MAX (self->x + self->width, other->x + other->width);
  bottom = MAX (self->y + self->height, other->y + other->height);
  self->x = MIN (self->x, other->x);
  self->y = MIN (self->y, other->y);
  self->width = right - self->x;
  self->height = bottom - self->y;
}

/* Whether a letter at @place goes on with the line that covers @line. */
static gboolean
goes_on (const SelRectangle *line, const SelRectangle *place)
{
  const float middle = place->y + place->height / 2;

  return middle >= line->y && middle <= line->y + line->height &&
         place->x >= line->x + line->width - line->height;
}

/**
 * sel_page_text_dup_rectangles:
 * @first: the first letter of a range; what lies beyond the text counts for nothing
 *
 * Returns: (transfer full) (element-type SelRectangle): what covers the letters, one rectangle for
 *   each line of them
 */
GArray *
sel_page_text_dup_rectangles (const SelPageText *self, guint first, guint n_letters)
{
  GArray *rectangles = g_array_new (FALSE, FALSE, sizeof (SelRectangle));
  const guint end = first < self->n_letters ? first + MIN (n_letters, self->n_letters - first) : 0;

  for (guint i = first; i < end; i++)
    {
      const SelRectangle *place = &self->places[i];
      SelRectangle *line;

      if (place->width <= 0 || place->height <= 0)
        continue;

      line = rectangles->len ? &g_array_index (rectangles, SelRectangle, rectangles->len - 1)
                             : NULL;
      if (line && goes_on (line, place))
        sel_rectangle_join (line, place);
      else
        g_array_append_vals (rectangles, place, 1);
    }
  return rectangles;
}

/**
 * sel_page_text_dup_range:
 *
 * Returns: (transfer full): the letters of a range, as they are in the text
 */
char *
sel_page_text_dup_range (const SelPageText *self, guint first, guint n_letters)
{
  first = MIN (first, self->n_letters);
  n_letters = MIN (n_letters, self->n_letters - first);
  return g_utf8_substring (self->text, first, (glong) first + n_letters);
}

/* @pull is how much farther a step to another line is than one along the line. */
static double
measure_distance (const SelRectangle *place, double x, double y, double pull)
{
  const double across = MAX (0, MAX (place->x - x, x - (place->x + place->width)));
  const double down = MAX (0, MAX (place->y - y, y - (place->y + place->height)));

  return hypot (across, pull * down);
}

/**
 * sel_page_text_find_letter:
 * @letter: (out): the letter that is nearest to the point; beside a line, one of that line
 * @distance: (out) (optional): how far it is, in points; 0 when the point is on it
 *
 * Returns: %FALSE when no letter of the page has a place
 */
gboolean
sel_page_text_find_letter (const SelPageText *self,
                           double x,
                           double y,
                           guint *letter,
                           double *distance)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < self->n_letters && nearest > 0; i++)
    {
      const SelRectangle *place = &self->places[i];
      double here;

      if (place->width <= 0 || place->height <= 0)
        continue;

      here = measure_distance (place, x, y, LINE_PULL);
      if (here < nearest)
        {
          nearest = here;
          *letter = i;
        }
    }

  if (nearest == G_MAXDOUBLE)
    return FALSE;

  if (distance)
    *distance = measure_distance (&self->places[*letter], x, y, 1);
  return TRUE;
}
