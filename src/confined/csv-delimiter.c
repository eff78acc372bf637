/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/csv-delimiter.h"

#include <string.h>

/* Rows that are looked at, and columns that are told apart. */
#define MOST_ROWS 50
#define MOST_COUNT 128

static const char candidates[] = { ';', ',', '\t', '|' };

typedef struct
{
  guint n_rows[MOST_COUNT]; /* that have so many of the character */
  guint count;              /* in the row at hand */
} Tally;

/* Of the tables that a character makes, the one that most rows agree on. */
static guint
count_agreement (const Tally *tally, guint *n_columns)
{
  guint best = 0;

  for (guint i = 1; i < MOST_COUNT; i++)
    if (tally->n_rows[i] && tally->n_rows[i] >= best)
      {
        best = tally->n_rows[i];
        *n_columns = i;
      }
  return best;
}

static char
choose (const Tally *tallies)
{
  guint n_rows[G_N_ELEMENTS (candidates)];
  guint n_columns[G_N_ELEMENTS (candidates)] = { 0 };
  guint most_rows = 0;
  guint most_cells = 0;
  char best = ',';

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      n_rows[i] = count_agreement (&tallies[i], &n_columns[i]);
      most_rows = MAX (most_rows, n_rows[i]);
    }

  /* A comma in each place and date of birth makes a table of two columns, but a smaller one. */
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (2 * n_rows[i] >= most_rows && n_rows[i] * n_columns[i] > most_cells)
      {
        most_cells = n_rows[i] * n_columns[i];
        best = candidates[i];
      }
  return best;
}

/**
 * sel_csv_find_delimiter:
 * @text: the beginning of a file; its last row may be cut off
 *
 * Returns: what divides its columns: the character that makes the largest table of rows that have
 *   the same number of it outside of quotation marks, a comma where there is none. Titles above the
 *   table have none, and commas of decimal numbers and addresses come and go.
 */
char
sel_csv_find_delimiter (const char *text, gsize length)
{
  Tally tallies[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean is_quoted = FALSE;
  guint n_rows = 0;

  for (gsize i = 0; i < length && n_rows < MOST_ROWS; i++)
    {
      const char *found;

      if (text[i] == '"')
        is_quoted = !is_quoted;
      if (is_quoted)
        continue;

      if ((found = memchr (candidates, text[i], sizeof candidates)))
        tallies[found - candidates].count++;
      if (text[i] != '\n' && text[i] != '\r' && i + 1 < length)
        continue;

      n_rows += text[i] == '\n';
      for (guint j = 0; j < G_N_ELEMENTS (candidates); j++)
        {
          tallies[j].n_rows[MIN (tallies[j].count, MOST_COUNT - 1)]++;
          tallies[j].count = 0;
        }
    }

  return choose (tallies);
}
