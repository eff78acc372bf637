/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/typed.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* Two digits of a year are not enough to tell a birth from a signature. */
#define LEAST_YEAR 1000

static gboolean
set_dmy (GDate *date, guint day, guint month, guint year)
{
  if (year < LEAST_YEAR || year > 9999 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* 1 for January and "Januari" and what they begin with, from three letters on; else 0. */
static guint
find_month (const char *typed)
{
  static const char *const names[][2] = {
    { "january", "januari" },
    { "february", "februari" },
    { "march", "maret" },
    { "april", "april" },
    { "may", "mei" },
    { "june", "juni" },
    { "july", "juli" },
    { "august", "agustus" },
    { "september", "september" },
    { "october", "oktober" },
    { "november", "november" },
    { "december", "desember" },
  };
  g_autofree char *folded = g_ascii_strdown (typed, -1);

  for (guint i = 0; strlen (folded) >= 3 && i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (names[i][0], folded) || g_str_has_prefix (names[i][1], folded))
      return i + 1;

  return 0;
}

static gboolean
is_end (const char *text, int n)
{
  return text[n + (int) strspn (text + n, " ")] == '\0';
}

/* Reads the numbers of a date, whether or not there is such a day. */
static gboolean
read_dmy (const char *text, guint *day, guint *month, guint *year)
{
  char name[16];
  int n;

  text += strspn (text, " ");
  if (sscanf (text, "%4u-%2u-%2u%n", year, month, day, &n) == 3 && is_end (text, n) && *year > 31)
    return TRUE;
  if (sscanf (text, "%2u%*1[-/. ]%2u%*1[-/. ]%4u%n", day, month, year, &n) == 3 && is_end (text, n))
    return TRUE;

  *month = 0;
  if (sscanf (text, "%2u %15[A-Za-z] %4u%n", day, name, year, &n) == 3 && is_end (text, n))
    *month = find_month (name);
  return *month > 0;
}

/* A date as it is written in Indonesia (day first) or in a file: 11/10/2025, 11-10-2025,
 * 11.10.2025, 11 Oktober 2025, 11 Oct 2025, 2025-10-11. @date is cleared when it is none. */
gboolean
sel_typed_date (const char *text, GDate *date)
{
  guint day, month, year;

  g_date_clear (date, 1);
  return read_dmy (text, &day, &month, &year) && set_dmy (date, day, month, year);
}

/* Why it is none: what a person is told who typed it. */
const char *
sel_typed_date_problem (const char *text)
{
  guint day, month, year;

  if (text && read_dmy (text, &day, &month, &year) && year >= LEAST_YEAR)
    return _ ("There is no such day: see the day and the month.");
  return _ ("Write the date as day/month/year, such as 11/10/2025.");
}

/* A date, a space or comma, and the time: "11/10/2025 09.00", "11 Oktober 2025, 09:00". */
gboolean
sel_typed_time (const char *text, SelCivilTime *time)
{
  g_autofree char *copy = g_strchomp (g_strdup (text));
  char *clock = strrchr (copy, ' ');
  guint hour, minute;
  int n = 0;

  g_date_clear (&time->date, 1);
  time->minutes = 0;
  if (clock == NULL || sscanf (clock + 1, "%2u%*1[.:]%2u%n", &hour, &minute, &n) != 2 ||
      clock[1 + n] != '\0' || hour > 23 || minute > 59)
    return FALSE;

  *clock = '\0';
  if (clock > copy && clock[-1] == ',')
    clock[-1] = '\0';
  time->minutes = hour * 60 + minute;
  return sel_typed_date (copy, &time->date);
}

/* Takes the separators out of "1.000" and "1,000": a number whose groups after the first have three
 * digits each. What has none, or others, is left as it is. */
static void
remove_separators (char *text)
{
  gsize first = strspn (text, "0123456789");
  char separator = text[first];
  char *to = text + first;

  if (first < 1 || first > 3 || (separator != '.' && separator != ','))
    return;
  for (const char *group = text + first; *group; group += 4)
    if (*group != separator || strspn (group + 1, "0123456789") < 3 ||
        (group[4] != '\0' && group[4] != separator))
      return;

  for (const char *from = to; *from; from++)
    if (*from != separator)
      *to++ = *from;
  *to = '\0';
}

static gboolean
fail (GError **error, const SelField *field, const char *message)
{
  g_set_error (error, SEL_RECORD_ERROR, SEL_RECORD_ERROR_FORM, "%s: %s", sel_field_label (field),
               message);
  return FALSE;
}

/* As sel_field_set_text(), for what a person typed into a form. */
gboolean
sel_typed_set_field (const SelField *field, gpointer record, const char *text, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  sel_field_clear (field, record);
  if (*trimmed == '\0')
    return TRUE;

  switch (field->kind)
    {
    case SEL_FIELD_DATE:
      if (sel_typed_date (trimmed, SEL_MEMBER (GDate, record, field)))
        return TRUE;
      return fail (error, field, sel_typed_date_problem (trimmed));
    case SEL_FIELD_TIME:
      if (sel_typed_time (trimmed, SEL_MEMBER (SelCivilTime, record, field)))
        return TRUE;
      sel_field_clear (field, record);
      return fail (error, field, _ ("Write date and time such as 11/10/2025 09.00."));
    case SEL_FIELD_INTEGER:
      remove_separators (trimmed);
      return sel_field_set_text (field, record, trimmed, error);
    case SEL_FIELD_REAL:
      g_strdelimit (trimmed, ",", '.');
      return sel_field_set_text (field, record, trimmed, error);
    default:
      return sel_field_set_text (field, record, trimmed, error);
    }
}

/* What stands in the entry of a form: "" when the field says nothing. Free with g_free(). */
char *
sel_typed_dup_field (const SelField *field, gconstpointer record)
{
  const SelCivilTime *time;
  const GDate *date;

  if (sel_field_is_empty (field, record))
    return g_strdup ("");

  switch (field->kind)
    {
    case SEL_FIELD_DATE:
      date = SEL_MEMBER_CONST (GDate, record, field);
      return g_strdup_printf ("%02u/%02u/%04u", g_date_get_day (date),
                              (guint) g_date_get_month (date), g_date_get_year (date));
    case SEL_FIELD_TIME:
      time = SEL_MEMBER_CONST (SelCivilTime, record, field);
      return g_strdup_printf ("%02u/%02u/%04u %02u.%02u", g_date_get_day (&time->date),
                              (guint) g_date_get_month (&time->date), g_date_get_year (&time->date),
                              time->minutes / 60, time->minutes % 60);
    case SEL_FIELD_REAL:
      return sel_field_dup_display (field, record);
    default:
      return sel_field_dup_text (field, record);
    }
}
