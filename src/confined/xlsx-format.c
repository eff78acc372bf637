/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/xlsx-format.h"

#include <math.h>
#include <string.h>

#define SECONDS_A_DAY 86400

/* 31 December 9999 is the last day that a spreadsheet knows. */
#define DAYS_AT_MOST 2958466

/* Formats that every program knows by number (ECMA-376, part 1, 18.8.30). */
static gboolean
is_known_date (guint id)
{
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
         (id >= 50 && id <= 58);
}

/**
 * sel_xlsx_format_is_date:
 * @id: of the format
 * @code: (nullable): its letters, where the workbook has them
 *
 * Returns: whether it shows numbers as dates or times: it has one of their letters outside of
 *   quotation marks, of colours and languages in brackets, and not behind a backslash
 */
gboolean
sel_xlsx_format_is_date (guint id, const char *code)
{
  if (code == NULL)
    return is_known_date (id);
  if (g_ascii_strcasecmp (code, "General") == 0)
    return FALSE;

  for (const char *at = code; *at; at++)
    {
      if (*at == '\\' || *at == '_' || *at == '*')
        at += at[1] != '\0';
      else if (*at == '"' || *at == '[')
        {
          const char *end = strchr (at + 1, *at == '"' ? '"' : ']');

          if (*at == '[' && end == at + 2 && strchr ("hmsHMS", at[1])) /* hours beyond a day */
            return TRUE;
          if (end == NULL)
            return FALSE;
          at = end;
        }
      else if (strchr ("dmyhsDMYHS", *at))
        return TRUE;
    }

  return FALSE;
}

/* Days from 30 December 1899, or in the other system from 1 January 1904. Excel counts a 29
 * February 1900 that never was, so that days before it are one further. */
static void
set_day (GDate *date, guint days, gboolean is_1904)
{
  g_date_clear (date, 1);
  if (is_1904)
    g_date_set_dmy (date, 1, G_DATE_JANUARY, 1904);
  else if (days < 60)
    g_date_set_dmy (date, 31, G_DATE_DECEMBER, 1899);
  else
    g_date_set_dmy (date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (date, days);
}

/* Appends "2025-10-11", "2025-10-11T09:00", or "09:00" for less than a day; FALSE when the number
 * is no date. */
gboolean
sel_xlsx_date_append (GString *text, double serial, gboolean is_1904)
{
  gint64 seconds;
  guint days, minutes;
  GDate date;

  if (!(serial >= 0 && serial < DAYS_AT_MOST))
    return FALSE;

  seconds = (gint64) floor (serial * SECONDS_A_DAY + 0.5);
  days = (guint) (seconds / SECONDS_A_DAY);
  minutes = (guint) (seconds % SECONDS_A_DAY) / 60;
  if (serial >= 1)
    {
      set_day (&date, days, is_1904);
      g_string_append_printf (text, "%04u-%02u-%02u", g_date_get_year (&date),
                              (guint) g_date_get_month (&date), g_date_get_day (&date));
    }
  if (serial < 1 || minutes)
    g_string_append_printf (text, "%s%02u:%02u", serial >= 1 ? "T" : "", minutes / 60,
                            minutes % 60);
  return TRUE;
}

/* Appends all digits of a whole number, and fifteen of others, which is what a spreadsheet shows of
 * them. */
void
sel_xlsx_number_append (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  const gboolean is_whole = fabs (number) < 1e17 && floor (number) == number;

  g_string_append (text, g_ascii_formatd (digits, sizeof digits, is_whole ? "%.0f" : "%.15g",
                                          number));
}

/* The unit of UTF-16 that "_x000D_" stands for; 0 when @text does not begin so. */
static gunichar
read_escape (const char *text)
{
  gunichar unit = 0;

  if (text[0] != '_' || text[1] != 'x')
    return 0;

  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return 0;
      unit = unit << 4 | (gunichar) g_ascii_xdigit_value (text[i]);
    }
  return text[6] == '_' ? unit : 0;
}

/* The character at @text, which is an escape or two, or a byte; @length of it in bytes. */
static gunichar
read_character (const char *text, gsize *length)
{
  const gunichar unit = read_escape (text);
  gunichar low;

  *length = 7;
  if (unit && (unit < 0xd800 || unit >= 0xe000))
    return unit;

  low = unit && unit < 0xdc00 ? read_escape (text + *length) : 0;
  if (low >= 0xdc00 && low < 0xe000)
    {
      *length = 14;
      return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }

  *length = 1;
  return 0;
}

/**
 * sel_xlsx_text_decode:
 * @begin: where in @text the one begins that has ended now
 *
 * Puts characters where the file has "_x000D_" and the like (ST_Xstring of ECMA-376), and one line
 * feed for each line end, as CSV files have. What is no character stays as it is written.
 */
void
sel_xlsx_text_decode (GString *text, gsize begin)
{
  char *to = text->str + begin;
  const char *from = to;
  const char *end = text->str + text->len;

  if (strstr (from, "_x") == NULL)
    return;

  while (from < end)
    {
      gsize length;
      const gunichar c = read_character (from, &length);

      if (c == '\r' && from[length] == '\n')
        from += length;
      else if (c)
        {
          to += g_unichar_to_utf8 (c == '\r' ? '\n' : c, to);
          from += length;
        }
      else
        *to++ = *from++;
    }
  g_string_truncate (text, (gsize) (to - text->str));
}
