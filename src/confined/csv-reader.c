/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As RFC 4180 has it, and as people's programs write it: any of four delimiters, lines that end in
 * CR, LF or both, rows of different lengths, and a quotation mark within a cell that did not begin
 * with one is a quotation mark. */
#include "confined/csv-reader.h"

#include <string.h>

#include "confined/csv-delimiter.h"
#include "confined/csv-text.h"

typedef enum
{
  AT_START, /* of a cell */
  PLAIN,
  QUOTED,
  AFTER_QUOTE, /* in a quoted cell: it ends it, or is the first of two */
} State;

typedef struct
{
  SelSheetTeller *teller;
  char delimiter;
  State state;
  gboolean was_return; /* a line feed that follows belongs to it */
  gboolean stops_plain[256];
  gboolean stops_quoted[256];
} Reader;

static void
set_delimiter (Reader *self, char delimiter)
{
  static const char ends[] = { '\r', '\n', '\0' };

  self->delimiter = delimiter;
  self->stops_plain[(guint8) delimiter] = TRUE;
  for (guint i = 0; i < sizeof ends; i++)
    self->stops_plain[(guint8) ends[i]] = TRUE;
  self->stops_quoted[(guint8) '"'] = TRUE;
  self->stops_quoted[(guint8) '\r'] = TRUE;
  self->stops_quoted[(guint8) '\n'] = TRUE;
  self->stops_quoted[0] = TRUE;
}

static void
end_cell (Reader *self)
{
  sel_sheet_teller_end_cell (self->teller, SEL_CELL_TEXT);
  self->state = AT_START;
}

/* Both line ends are one line feed in a cell, and one end of a row outside. */
static void
take_line_end (Reader *self, char c)
{
  if (c == '\n' && self->was_return)
    {
      self->was_return = FALSE;
      return;
    }

  self->was_return = c == '\r';
  if (self->state == QUOTED)
    {
      g_string_append_c (self->teller->text, '\n');
      return;
    }
  end_cell (self);
  sel_sheet_teller_end_row (self->teller);
}

static void
take_character (Reader *self, char c)
{
  if (c == '\0')
    sel_sheet_teller_stop (self->teller, SEL_SHEET_PROBLEM_ZERO_BYTE, NULL);
  else if (c == '\r' || c == '\n')
    take_line_end (self, c);
  else if (c == self->delimiter && self->state != QUOTED)
    end_cell (self);
  else if (c == '"' && self->state == AT_START)
    self->state = QUOTED;
  else if (c == '"' && self->state == QUOTED)
    self->state = AFTER_QUOTE;
  else
    {
      if (c == '"' && self->state == AFTER_QUOTE)
        self->state = QUOTED;
      else if (self->state != QUOTED)
        self->state = PLAIN;
      g_string_append_c (self->teller->text, c);
    }

  if (c != '\r' && c != '\n')
    self->was_return = FALSE;
}

/* What is no character of its own is taken as it comes, as far as it goes. */
static gsize
take_run (Reader *self, const char *text, gsize length)
{
  const gboolean *stops = self->state == QUOTED ? self->stops_quoted : self->stops_plain;
  gsize n = 0;

  if (self->state != QUOTED && self->state != PLAIN)
    return 0;

  while (n < length && !stops[(guint8) text[n]])
    n++;
  if (n)
    {
      g_string_append_len (self->teller->text, text, (gssize) n);
      self->was_return = FALSE;
    }
  return n;
}

/* A cell that does not end, or a line, must not fill the memory. */
static void
check_length (Reader *self)
{
  SelSheetTeller *teller = self->teller;
  const gsize begin =
    teller->cells->len ? g_array_index (teller->cells, SelToldCell, teller->cells->len - 1).end : 0;

  if (teller->text->len - begin > SEL_SHEET_MOST_CELL)
    sel_sheet_teller_stop (teller, SEL_SHEET_PROBLEM_CELL_TOO_LONG, NULL);
}

static void
feed (Reader *self, const char *text, gsize length)
{
  for (gsize i = 0; i < length && !self->teller->is_over;)
    {
      i += take_run (self, text + i, length - i);
      if (i < length)
        take_character (self, text[i++]);
    }
  check_length (self);
}

/* Excel writes "sep=;" above the table, and does not count it as a row. */
static gsize
skip_separator_line (const char *text, gsize length, guint *delimiter)
{
  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 ||
      (text[5] != '\r' && text[5] != '\n') || (text[4] != '\t' && !g_ascii_ispunct (text[4])))
    return 0;

  *delimiter = (guint8) text[4];
  return length > 6 && text[5] == '\r' && text[6] == '\n' ? 7 : 6;
}

static void
finish (Reader *self)
{
  SelSheetTeller *teller = self->teller;

  if (self->state == QUOTED)
    sel_sheet_teller_stop (teller, SEL_SHEET_PROBLEM_QUOTE, NULL);
  if (self->state != AT_START || teller->cells->len)
    {
      end_cell (self);
      sel_sheet_teller_end_row (teller);
    }
  sel_sheet_teller_finish (teller);
}

static void
read_all (Reader *self, SelCsvText *input, guint delimiter)
{
  gboolean is_first = TRUE;
  SelSheetProblem problem;
  const char *text;
  gsize length, n_read;

  while (!self->teller->is_over)
    {
      gsize skipped = 0;

      if ((problem = sel_csv_text_next (input, &text, &length, &n_read)))
        sel_sheet_teller_stop (self->teller, problem, NULL);
      if (problem || (n_read == 0 && length == 0))
        break;

      if (is_first)
        {
          skipped = skip_separator_line (text, length, &delimiter);
          if (delimiter == 0)
            delimiter = (guint8) sel_csv_find_delimiter (text, length);
          set_delimiter (self, (char) delimiter);
          sel_sheet_teller_found (self->teller, SEL_SHEET_CSV, delimiter, input->encoding, 0, NULL);
          is_first = FALSE;
        }
      feed (self, text + skipped, length - skipped);
      sel_sheet_teller_progress (self->teller, n_read);
    }

  finish (self);
}

/**
 * sel_csv_reader_run:
 * @file: (transfer none): open for reading, and a file that can be read from any place
 * @delimiter: between the columns, or 0 to find it
 * @encoding: of the text, or 0 to find it
 */
void
sel_csv_reader_run (SelSheetTeller *teller,
                    int file,
                    guint delimiter,
                    SelSheetEncoding encoding)
{
  Reader self = { .teller = teller };
  g_autofree SelCsvText *input = g_new (SelCsvText, 1);
  SelSheetProblem problem = sel_csv_text_open (input, file, encoding);

  if (problem)
    sel_sheet_teller_stop (teller, problem, NULL);
  else
    {
      teller->row = 1;
      read_all (&self, input, delimiter);
    }
  sel_csv_text_clear (input);
}
