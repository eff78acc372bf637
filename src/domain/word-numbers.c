/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/word-numbers.h"

#include <string.h>

#include "domain/paper-pattern.h"

#define MAX_NUMBER 100000000u

typedef enum
{
  UNIT,   /* satu … sembilan, before what counts it */
  WHOLE,  /* sepuluh, sebelas, seratus: one of its own */
  TIMES,  /* puluh, ratus */
  TEENS,  /* belas */
  GROUPS, /* ribu, juta */
  GROUP,  /* seribu, sejuta */
} Part;

static const struct
{
  const char *word;
  Part part;
  guint value;
} stems[] = {
  { "sembilan", UNIT, 9 },
  { "delapan", UNIT, 8 },
  { "sepuluh", WHOLE, 10 },
  { "sebelas", WHOLE, 11 },
  { "seratus", WHOLE, 100 },
  { "seribu", GROUP, 1000 },
  { "sejuta", GROUP, 1000000 },
  { "tujuh", UNIT, 7 },
  { "empat", UNIT, 4 },
  { "belas", TEENS, 10 },
  { "puluh", TIMES, 10 },
  { "ratus", TIMES, 100 },
  { "satu", UNIT, 1 },
  { "tiga", UNIT, 3 },
  { "lima", UNIT, 5 },
  { "enam", UNIT, 6 },
  { "ribu", GROUPS, 1000 },
  { "juta", GROUPS, 1000000 },
  { "dua", UNIT, 2 },
  { "nol", UNIT, 0 },
};

typedef struct
{
  guint64 total; /* of the groups that are complete */
  guint64 rest;
  guint unit;
  gboolean has_unit;
} Sum;

static gboolean
starts_with (const char *text, gsize length, const char *word)
{
  const gsize n = strlen (word);

  if (length < n)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (sel_paper_fold_letter (text[i]) != sel_paper_fold_letter (word[i]))
      return FALSE;
  return TRUE;
}

static gboolean
ends_word (const char *text, gsize length, gsize at)
{
  return at >= length || !g_ascii_isalpha (text[at]);
}

/* Adds a part to @sum, unless the words do not go on with it. */
static gboolean
add (Sum *sum, Part part, guint value)
{
  if (part == UNIT)
    {
      if (sum->has_unit)
        return FALSE;
      sum->unit = value;
      sum->has_unit = TRUE;
      return TRUE;
    }

  if (part == WHOLE || part == GROUP)
    {
      if (sum->has_unit || (part == GROUP && sum->rest))
        return FALSE;
      if (part == WHOLE)
        sum->rest += value;
      else
        sum->total += value;
      return TRUE;
    }

  if (!sum->has_unit && !(part == GROUPS && sum->rest))
    return FALSE;
  if (part == TEENS)
    sum->rest += 10 + sum->unit;
  else if (part == TIMES)
    sum->rest += (guint64) sum->unit * value;
  else
    {
      sum->total += (sum->rest + sum->unit) * value;
      sum->rest = 0;
    }
  sum->unit = 0;
  sum->has_unit = FALSE;
  return TRUE;
}

static gboolean
take_stem (const char *text, gsize length, Sum *sum, gsize *n_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    if (starts_with (text, length, stems[i].word))
      {
        *n_bytes = strlen (stems[i].word);
        return add (sum, stems[i].part, stems[i].value);
      }
  return FALSE;
}

/**
 * sel_word_numbers_read:
 * @n_bytes: (out): how many bytes of @text say the number
 *
 * Reads a number in words from the beginning of @text: "dua ribu dua puluh lima".
 */
gboolean
sel_word_numbers_read (const char *text, gsize length, guint *number, gsize *n_bytes)
{
  Sum sum = { 0 };
  gsize at = 0;

  *n_bytes = 0;
  while (at < length)
    {
      Sum tried = sum;
      gsize taken, next = at;

      while (next < length && g_ascii_isspace (text[next]))
        next++;
      if (next >= length || !take_stem (text + next, length - next, &tried, &taken))
        break;

      at = next + taken;
      sum = tried;
      if (sum.total + sum.rest > MAX_NUMBER)
        return FALSE;
      if (ends_word (text, length, at))
        {
          *number = (guint) (sum.total + sum.rest + sum.unit);
          *n_bytes = at;
        }
    }
  return *n_bytes > 0;
}

static int
figure_of (char c)
{
  if (g_ascii_isdigit (c))
    return c - '0';
  switch (c)
    {
    case 'l':
    case 'I':
    case '|':
      return 1;
    case 'O':
    case 'o':
      return 0;
    case 'S':
      return 5;
    default:
      return -1;
    }
}

/**
 * sel_word_numbers_read_figures:
 *
 * Reads a number in figures, at least one of which is a figure, or which are all ones: "2O25",
 * "l7". Full stops part its thousands: "1.000".
 */
gboolean
sel_word_numbers_read_figures (const char *text,
                               gsize length,
                               guint *number,
                               gsize *n_bytes)
{
  guint64 sum = 0;
  gsize at = 0;
  gboolean has_figure = FALSE;

  for (; at < length; at++)
    {
      const int figure = figure_of (text[at]);

      if (figure < 0 && text[at] == '.' && has_figure && at + 3 < length &&
          g_ascii_isdigit (text[at + 1]) && g_ascii_isdigit (text[at + 2]) &&
          g_ascii_isdigit (text[at + 3]) && (at + 4 >= length || !g_ascii_isdigit (text[at + 4])))
        continue;
      if (figure < 0)
        break;
      has_figure |= g_ascii_isdigit (text[at]) || figure == 1;
      sum = sum * 10 + (guint) figure;
      if (sum > MAX_NUMBER)
        return FALSE;
    }
  if (!has_figure || !ends_word (text, length, at))
    return FALSE;

  *number = (guint) sum;
  *n_bytes = at;
  return TRUE;
}

typedef struct
{
  const char *word;
  guint value;
} Name;

static gboolean
read_name (const char *text, gsize length, const Name *names, guint n, guint *value, gsize *n_bytes)
{
  for (guint i = 0; i < n; i++)
    if (starts_with (text, length, names[i].word) &&
        ends_word (text, length, strlen (names[i].word)))
      {
        *value = names[i].value;
        *n_bytes = strlen (names[i].word);
        return TRUE;
      }
  return FALSE;
}

/**
 * sel_word_numbers_read_month:
 *
 * Reads the name of a month, in Indonesian or English.
 */
gboolean
sel_word_numbers_read_month (const char *text,
                             gsize length,
                             GDateMonth *month,
                             gsize *n_bytes)
{
  static const Name names[] = {
    { "januari", 1 },
    { "january", 1 },
    { "jan", 1 },
    { "februari", 2 },
    { "february", 2 },
    { "pebruari", 2 },
    { "feb", 2 },
    { "maret", 3 },
    { "march", 3 },
    { "mar", 3 },
    { "april", 4 },
    { "apr", 4 },
    { "mei", 5 },
    { "may", 5 },
    { "juni", 6 },
    { "june", 6 },
    { "jun", 6 },
    { "juli", 7 },
    { "july", 7 },
    { "jul", 7 },
    { "agustus", 8 },
    { "august", 8 },
    { "agt", 8 },
    { "ags", 8 },
    { "september", 9 },
    { "sept", 9 },
    { "sep", 9 },
    { "oktober", 10 },
    { "october", 10 },
    { "okt", 10 },
    { "november", 11 },
    { "nopember", 11 },
    { "nov", 11 },
    { "desember", 12 },
    { "december", 12 },
    { "des", 12 },
  };
  guint value;

  if (!read_name (text, length, names, G_N_ELEMENTS (names), &value, n_bytes))
    return FALSE;
  *month = (GDateMonth) value;
  return TRUE;
}

gboolean
sel_word_numbers_read_weekday (const char *text,
                               gsize length,
                               GDateWeekday *weekday,
                               gsize *n_bytes)
{
  static const Name names[] = {
    { "senin", G_DATE_MONDAY },
    { "selasa", G_DATE_TUESDAY },
    { "rabu", G_DATE_WEDNESDAY },
    { "kamis", G_DATE_THURSDAY },
    { "jumat", G_DATE_FRIDAY },
    { "jum'at", G_DATE_FRIDAY },
    { "jum’at", G_DATE_FRIDAY },
    { "sabtu", G_DATE_SATURDAY },
    { "minggu", G_DATE_SUNDAY },
    { "ahad", G_DATE_SUNDAY },
  };
  guint value;

  if (!read_name (text, length, names, G_N_ELEMENTS (names), &value, n_bytes))
    return FALSE;
  *weekday = (GDateWeekday) value;
  return TRUE;
}
