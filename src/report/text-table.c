/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/text-table.h"

#include "domain/field.h"

struct _SelTextTable
{
  guint n_columns;
  guint first_number;
  GPtrArray *cells; /* of char *, row after row */
};

#define INDENT 2
#define GAP 2

/* No column is shortened to less. */
#define LEAST_WIDTH 8

/* Columns from @first_number on hold numbers, which line up on the right. */
SelTextTable *
sel_text_table_new (guint n_columns, guint first_number)
{
  SelTextTable *self = g_new0 (SelTextTable, 1);

  self->n_columns = n_columns;
  self->first_number = first_number;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sel_text_table_free (SelTextTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* Adds the next cell, on one line; a row ends with its last column. NULL is an empty cell. */
void
sel_text_table_add (SelTextTable *self, const char *text)
{
  g_ptr_array_add (self->cells, g_strdelimit (g_strdup (text ? text : ""), "\r\n\t", ' '));
}

/* The same for a number, as the locale has it. */
void
sel_text_table_add_number (SelTextTable *self, gint64 number)
{
  g_ptr_array_add (self->cells, sel_number_dup_display ((double) number));
}

static glong
get_width (SelTextTable *self, guint column)
{
  glong width = 0;

  for (guint i = column; i < self->cells->len; i += self->n_columns)
    width = MAX (width, g_utf8_strlen (g_ptr_array_index (self->cells, i), -1));

  return width;
}

/* @text in so many characters: one that is longer ends with "…". Free with g_free(). */
static char *
dup_shortened (const char *text, glong width)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= width)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, width - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* The widest column from @first on that can be narrower; the number of columns if there is none. */
static guint
find_widest (SelTextTable *self, const glong *widths, guint first)
{
  guint widest = self->n_columns;

  for (guint i = first; i < self->first_number; i++)
    if (widths[i] > (widest < self->n_columns ? widths[widest] : LEAST_WIDTH))
      widest = i;

  return widest;
}

/* Shortens texts in the columns from @first on, always the widest, until a row has no more than @width
 * characters, or nothing can give way any more. */
void
sel_text_table_fit (SelTextTable *self, guint first, guint width)
{
  g_autofree glong *widths = g_new (glong, self->n_columns);
  glong all = INDENT + GAP * (self->n_columns - 1);
  guint widest;

  for (guint i = 0; i < self->n_columns; i++)
    all += widths[i] = get_width (self, i);
  for (; all > width && (widest = find_widest (self, widths, first)) < self->n_columns; all--)
    widths[widest]--;

  for (guint i = 0; i < self->cells->len; i++)
    {
      gpointer *cell = &self->cells->pdata[i];
      g_autofree char *text = *cell;

      *cell = dup_shortened (text, widths[i % self->n_columns]);
    }
}

static void
append_spaces (GString *page, glong n)
{
  g_string_append_printf (page, "%*s", (int) n, "");
}

/* Appends the rows to @page, each with the end of its line. */
void
sel_text_table_append_to (SelTextTable *self, GString *page)
{
  g_autofree glong *widths = g_new (glong, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = get_width (self, i);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, i);
      guint column = i % self->n_columns;
      glong padding = widths[column] - g_utf8_strlen (cell, -1);

      append_spaces (page, column == 0 ? INDENT : GAP);
      if (column >= self->first_number)
        append_spaces (page, padding);
      g_string_append (page, cell);
      if (column < self->first_number && column + 1 < self->n_columns)
        append_spaces (page, padding);
      if (column + 1 == self->n_columns)
        g_string_append_c (page, '\n');
    }
}
