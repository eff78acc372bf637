/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/csv.h"

#include <string.h>

#include "domain/formula.h"

static void
append_cell (GString *csv, const char *cell)
{
  gboolean is_quoted = strpbrk (cell, ",\"\r\n") != NULL;

  if (is_quoted)
    g_string_append_c (csv, '"');
  if (sel_text_is_like_formula (cell))
    g_string_append_c (csv, '\''); /* after which it is text for a spreadsheet */
  for (; *cell; cell++)
    {
      if (*cell == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *cell);

      /* Where the decimal sign is a comma, as in Indonesia, a spreadsheet may begin a cell here. */
      if ((*cell == ';' || *cell == '\t') && sel_text_is_like_formula (cell + 1))
        g_string_append_c (csv, '\'');
    }
  if (is_quoted)
    g_string_append_c (csv, '"');
}

/* NULL is an empty cell. */
void
sel_csv_append_row (GString *csv, const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_cell (csv, cells[i] ? cells[i] : "");
    }

  g_string_append (csv, "\r\n");
}
