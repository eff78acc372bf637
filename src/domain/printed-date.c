/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/printed-date.h"

#include <string.h>

#include "domain/paper-pattern.h"
#include "domain/word-numbers.h"

typedef struct
{
  const SelPaper *paper;
  gsize at;
  gsize end;
} Cursor;

static const char *
rest_of (const Cursor *self, gsize *length)
{
  *length = self->end - self->at;
  return self->paper->text + self->at;
}

static void
skip (Cursor *self, const char *letters)
{
  while (self->at < self->end && (g_ascii_isspace (self->paper->text[self->at]) ||
                                  strchr (letters, self->paper->text[self->at])))
    self->at++;
}

static gboolean
take_word (Cursor *self, const char *word)
{
  const gsize n = strlen (word);
  gsize length;
  const char *rest = rest_of (self, &length);

  if (length <= n || g_ascii_isalpha (rest[n]))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (sel_paper_fold_letter (rest[i]) != sel_paper_fold_letter (word[i]))
      return FALSE;
  self->at += n;
  return TRUE;
}

static gboolean
take_one_number (Cursor *self, guint *number)
{
  gsize length, taken;
  const char *rest = rest_of (self, &length);

  if (!sel_word_numbers_read (rest, length, number, &taken) &&
      !sel_word_numbers_read_figures (rest, length, number, &taken))
    return FALSE;
  self->at += taken;
  return TRUE;
}

/* "sebelas", "11", "11 (sebelas)", "sebelas (11)". */
static gboolean
take_number (Cursor *self, guint *number, SelSpan *contradiction)
{
  const gsize start = self->at;
  Cursor second;
  guint again;

  if (!take_one_number (self, number))
    return FALSE;

  second = *self;
  skip (&second, "");
  if (second.at >= second.end || self->paper->text[second.at] != '(')
    return TRUE;

  second.at++;
  skip (&second, "");
  if (!take_one_number (&second, &again))
    return TRUE;
  skip (&second, "");
  if (second.at >= second.end || self->paper->text[second.at] != ')')
    return TRUE;

  self->at = second.at + 1;
  if (again != *number)
    *contradiction = (SelSpan){ start, self->at };
  return TRUE;
}

static gboolean
set_date (GDate *date, guint day, guint month, guint year)
{
  g_date_clear (date, 1);
  if (year < 1900 || year > 2200 ||
      !g_date_valid_dmy ((GDateDay) MIN (day, 99), (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* A date with the name of a month, from its day on. */
static gboolean
take_words (Cursor *self, SelPrintedDate *date)
{
  Cursor cursor = *self;
  GDateMonth month;
  guint day, year;
  gsize length, taken;
  const char *rest;

  if (!take_number (&cursor, &day, &date->contradiction) || day > 99)
    return FALSE;
  skip (&cursor, ",");
  if (take_word (&cursor, "bulan"))
    skip (&cursor, ",");

  rest = rest_of (&cursor, &length);
  if (!sel_word_numbers_read_month (rest, length, &month, &taken))
    return FALSE;
  cursor.at += taken;
  skip (&cursor, ",.");
  if (take_word (&cursor, "tahun"))
    skip (&cursor, ",");
  if (!take_number (&cursor, &year, &date->contradiction) || year < 1900 || year > 2200)
    return FALSE;

  date->words_span = (SelSpan){ self->at, cursor.at };
  date->is_impossible |= !set_date (&date->words, day, month, year);
  self->at = cursor.at;
  return TRUE;
}

/* 11-10-2025, with any of "-", "/" and "." between. */
static gboolean
take_figures (Cursor *self, SelPrintedDate *date)
{
  SelMatch match;
  SelSpan within = { self->at, MIN (self->end, self->at + 24) };
  guint numbers[3];

  if (!strchr ("0123456789lIOo", self->paper->text[self->at]))
    return FALSE;
  if (!sel_paper_find (self->paper,
                       "\\A([0-9lIOo]{1,2})\\s?[-/.–]\\s?([0-9lIOo]{1,2})\\s?[-/.–]\\s?"
                       "([0-9lIOoS]{4})(?![0-9A-Za-z/-])",
                       within, &match))
    return FALSE;

  for (guint i = 0; i < 3; i++)
    {
      const SelSpan group = match.groups[i];
      gsize taken;

      if (!sel_word_numbers_read_figures (self->paper->text + group.start,
                                          group.end - group.start, &numbers[i], &taken))
        return FALSE;
    }
  if (numbers[2] < 1900 || numbers[2] > 2200)
    return FALSE;

  date->figures_span = match.whole;
  date->is_impossible |= !set_date (&date->figures, numbers[0], numbers[1], numbers[2]);
  self->at = match.whole.end;
  return TRUE;
}

/* The figures in brackets behind a date in words. */
static void
take_bracket (Cursor *self, SelPrintedDate *date)
{
  Cursor cursor = *self;

  skip (&cursor, ",");
  if (cursor.at >= cursor.end || self->paper->text[cursor.at] != '(')
    return;

  cursor.at++;
  skip (&cursor, "");
  if (!take_figures (&cursor, date))
    return;
  skip (&cursor, ")");
  self->at = cursor.at;
}

/* "Sabtu" in "hari Sabtu, tanggal …", which ends shortly before the date. */
static void
find_weekday (const SelPaper *paper, gsize least, SelPrintedDate *date)
{
  const gsize start = date->span.start > least + 60 ? date->span.start - 60 : least;
  SelMatch match;
  gsize taken;

  if (!sel_paper_find (paper,
                       "\\bhari(?: ini)?[\\s,:]*([[:alpha:]'’]+)[\\s,]*"
                       "(?:tanggal|tgl)?[\\s,.:]*\\Z",
                       (SelSpan){ start, date->span.start }, &match))
    return;
  if (sel_word_numbers_read_weekday (paper->text + match.groups[0].start,
                                     match.groups[0].end - match.groups[0].start, &date->weekday,
                                     &taken))
    {
      date->weekday_span = match.groups[0];
      date->span.start = match.groups[0].start;
    }
}

static gboolean
begins_word (const SelPaper *paper, gsize at, gsize least)
{
  return at == least || !(g_ascii_isalnum (paper->text[at - 1]) || paper->text[at - 1] == '/' ||
                          paper->text[at - 1] == '-');
}

/**
 * sel_printed_date_find:
 *
 * Finds the first date in a part of the text, with all that says it again.
 */
gboolean
sel_printed_date_find (const SelPaper *paper, SelSpan within, SelPrintedDate *date)
{
  const gsize end = MIN (within.end, paper->length);

  for (gsize at = within.start; at < end; at++)
    {
      Cursor cursor = { paper, at, end };
      const char letter = paper->text[at];

      if (!g_ascii_isalnum (letter) || !begins_word (paper, at, within.start))
        continue;

      memset (date, 0, sizeof *date);
      if (take_figures (&cursor, date))
        date->span = (SelSpan){ at, cursor.at };
      else if (take_words (&cursor, date))
        {
          take_bracket (&cursor, date);
          date->span = (SelSpan){ at, cursor.at };
        }
      else
        continue;

      find_weekday (paper, within.start, date);
      return TRUE;
    }
  return FALSE;
}

/**
 * sel_printed_date_get:
 *
 * Returns: %FALSE where it is said twice and not alike, or no calendar has it
 */
gboolean
sel_printed_date_get (const SelPrintedDate *self, GDate *date)
{
  if (self->is_impossible || !sel_span_is_empty (self->contradiction))
    return FALSE;
  if (g_date_valid (&self->words) && g_date_valid (&self->figures) &&
      g_date_compare (&self->words, &self->figures) != 0)
    return FALSE;

  *date = g_date_valid (&self->words) ? self->words : self->figures;
  return TRUE;
}
