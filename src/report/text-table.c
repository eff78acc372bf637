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

/* Adds the next cell; a row ends with its last column. NULL is an empty cell. */
void
sel_text_table_add (SelTextTable *self, const char *text)
{
  g_ptr_array_add (self->cells, g_strdup (text ? text : ""));
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
