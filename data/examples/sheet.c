/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet.h"

/* Ministries print in Bookman Old Style 12; URW Bookman has its shapes. */
#define FONT "URW Bookman, Bookman Old Style, Liberation Serif, DejaVu Serif, Serif"
#define FONT_SIZE 11.5
#define LINE_SPACING 1.2
#define FILLED 0.91

/* @font: as Pango describes it, with a size; or NULL */
void
sheet_init (Sheet *self, cairo_t *cairo, const char *font)
{
  self->cairo = cairo;
  self->font = pango_font_description_from_string (font ? font : FONT);
  if (!font)
    pango_font_description_set_absolute_size (self->font, FONT_SIZE * PANGO_SCALE);
  sheet_new_page (self);
}

void
sheet_clear (Sheet *self)
{
  g_clear_pointer (&self->font, pango_font_description_free);
}

/* Lines are not broken when @width is negative. */
PangoLayout *
sheet_new_layout (Sheet *self, const char *markup, double width, PangoAlignment alignment)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cairo);

  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_markup (layout, markup, -1);

  /* Office programs do not kern, and the wide pairs of this font, such as AA, are read back from a
   * PDF as two words. */
  pango_attr_list_insert (pango_layout_get_attributes (layout),
                          pango_attr_font_features_new ("kern=0"));
  return layout;
}

/* At @x, at the present height, which stays. */
void
sheet_show_layout (Sheet *self, PangoLayout *layout, double x)
{
  cairo_move_to (self->cairo, x, self->y);
  if (self->has_outlines)
    {
      pango_cairo_layout_path (self->cairo, layout);
      cairo_fill (self->cairo);
    }
  else
    pango_cairo_show_layout (self->cairo, layout);
}

/* A line in the margin, with the number of the page for "#". */
static void
show_margin (Sheet *self, const char *text, double y)
{
  g_auto (GStrv) parts = g_strsplit (text, "#", 0);
  g_autofree char *number = g_strdup_printf ("%u", self->page);
  g_autofree char *line = g_strjoinv (number, parts);
  g_autoptr (PangoLayout) layout = sheet_new_layout (self, line, TEXT_WIDTH, PANGO_ALIGN_CENTER);

  self->y = y;
  sheet_show_layout (self, layout, MARGIN_LEFT);
}

/* The first page has no head. */
void
sheet_new_page (Sheet *self)
{
  if (self->has_columns && !self->is_right)
    {
      self->is_right = TRUE;
      self->columns_end = self->y;
      self->left += self->width + STEP;
      self->y = self->columns_top;
      return;
    }

  self->left = MARGIN_LEFT;
  self->is_right = FALSE;
  self->columns_top = MARGIN_TOP;
  if (self->page++ > 0)
    {
      cairo_show_page (self->cairo);
      show_margin (self, self->header ? self->header : "#", MARGIN_TOP / 2);
    }
  if (!self->has_columns)
    self->width = TEXT_WIDTH;
  if (self->footer)
    show_margin (self, self->footer, PAGE_HEIGHT - MARGIN_BOTTOM / 2);
  self->y = MARGIN_TOP;
}

/* Begins two columns, or ends them. */
void
sheet_toggle_columns (Sheet *self)
{
  self->has_columns = !self->has_columns;
  if (self->has_columns)
    {
      self->columns_top = self->y;
      self->columns_end = self->y;
      self->width = (TEXT_WIDTH - STEP) / 2;
      self->is_right = FALSE;
      return;
    }
  self->left = MARGIN_LEFT;
  self->width = TEXT_WIDTH;
  self->y = MAX (self->y, self->columns_end);
}

void
sheet_ensure_room (Sheet *self, double height)
{
  if (self->y + height > TEXT_BOTTOM)
    sheet_new_page (self);
}

/* How many of the lines from @first on go on this page: none of a paragraph's first or last line
 * stands alone on one. */
static int
lines_that_fit (PangoLayout *layout, int first, double room)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  int n_lines = pango_layout_get_line_count (layout);
  int n = 0;
  double top = 0;

  for (int i = 0; i < n_lines; i++)
    {
      int y0;
      int y1;

      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      if (i == first)
        top = pango_units_to_double (y0);
      if (i >= first && pango_units_to_double (y1) - top <= room)
        n++;
      pango_layout_iter_next_line (iter);
    }

  if (first + n == n_lines - 1)
    n--;
  return n < 2 && first + n < n_lines ? 0 : n;
}

static void
show_lines (Sheet *self, PangoLayout *layout, double x, int first, int n)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  double top = 0;

  for (int i = 0; i < first + n; i++)
    {
      PangoRectangle line;
      int y0;
      int y1;

      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      pango_layout_iter_get_line_extents (iter, NULL, &line);
      if (i == first)
        top = self->y - pango_units_to_double (y0);
      if (i >= first)
        {
          cairo_move_to (self->cairo,
                         x + pango_units_to_double (line.x),
                         top + pango_units_to_double (pango_layout_iter_get_baseline (iter)));
          if (self->has_outlines)
            {
              pango_cairo_layout_line_path (self->cairo,
                                            pango_layout_iter_get_line_readonly (iter));
              cairo_fill (self->cairo);
            }
          else
            pango_cairo_show_layout_line (self->cairo, pango_layout_iter_get_line_readonly (iter));
        }
      if (i == first + n - 1)
        self->y = top + pango_units_to_double (y1);
      pango_layout_iter_next_line (iter);
    }
}

/* Whether the lines can be stretched to the margin. Where a long word leaves much room in a line,
 * a reader of the PDF would take its words for columns. */
static gboolean
fills_lines (PangoLayout *layout, double width)
{
  int n_lines = pango_layout_get_line_count (layout);

  for (int i = 0; i < n_lines - 1; i++)
    {
      PangoRectangle line;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, i), NULL, &line);
      if (pango_units_to_double (line.width) < FILLED * width)
        return FALSE;
    }
  return TRUE;
}

/* A justified paragraph @indent into the column, over as many pages as it takes; @label, or NULL,
 * hangs in the margin of its first line. */
void
sheet_show_paragraph (Sheet *self, const char *label, const char *markup, double indent)
{
  double width = self->width - indent;
  g_autoptr (PangoLayout) layout = sheet_new_layout (self, markup, width, PANGO_ALIGN_LEFT);
  int n_lines;

  pango_layout_set_justify (layout, fills_lines (layout, width));
  n_lines = pango_layout_get_line_count (layout);
  for (int first = 0; first < n_lines;)
    {
      int n = lines_that_fit (layout, first, TEXT_BOTTOM - self->y);

      if (n == 0)
        {
          sheet_new_page (self);
          n = MAX (1, lines_that_fit (layout, first, TEXT_BOTTOM - self->y));
        }
      if (first == 0 && label)
        {
          g_autoptr (PangoLayout) hung = sheet_new_layout (self, label, -1, PANGO_ALIGN_LEFT);

          sheet_show_layout (self, hung, self->left + indent - STEP);
        }
      show_lines (self, layout, self->left + indent, first, n);
      first += n;
    }
  self->y += GAP;
}

void
row_clear (Row *self)
{
  for (guint i = 0; i < self->n; i++)
    g_clear_object (&self->layouts[i]);
  self->n = 0;
}

void
row_add (Row *self,
         Sheet *sheet,
         const char *markup,
         double x,
         double width,
         PangoAlignment alignment)
{
  PangoLayout *layout = sheet_new_layout (sheet, markup, width, alignment);
  PangoRectangle extents;

  g_assert (self->n < ROW_MAX);

  pango_layout_get_extents (layout, NULL, &extents);
  self->layouts[self->n] = layout;
  self->x[self->n] = x;
  self->width[self->n++] = width;
  self->height = MAX (self->height, pango_units_to_double (extents.height));
}

void
sheet_show_row (Sheet *self, const Row *row)
{
  for (guint i = 0; i < row->n; i++)
    sheet_show_layout (self, row->layouts[i], row->x[i]);
  self->y += row->height;
}
