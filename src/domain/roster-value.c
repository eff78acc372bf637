/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/roster-value.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/typed.h"

/* Days that a spreadsheet counts, of the years 1927 to 2099. */
#define FIRST_SERIAL 10000
#define LAST_SERIAL 73050

static gboolean
fail (GError **error, const SelField *field, const char *message)
{
  g_set_error (error, SEL_RECORD_ERROR, SEL_RECORD_ERROR_FORM, "%s: %s", sel_field_label (field),
               message);
  return FALSE;
}

/* Whether dup_tidy() would change nothing, as it does of nearly all. */
static gboolean
is_tidy (const char *text)
{
  gsize i = 0;

  for (; text[i]; i++)
    if (text[i] < ' ' || text[i] == 0x7f || (text[i] == ' ' && (i == 0 || text[i - 1] == ' ')))
      return FALSE;

  return i == 0 || text[i - 1] != ' ';
}

/* Without spaces at the ends; line breaks and runs of spaces, also those that do not break, are one
 * space unless @keeps_lines. */
static char *
dup_tidy (const char *text, gboolean keeps_lines)
{
  GString *tidy;

  if (is_tidy (text))
    return g_strdup (text);

  tidy = g_string_new (NULL);
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const gboolean is_line = c == '\n' && keeps_lines;

      if (is_line || !(g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0xfeff ||
                       c == 0x200b))
        g_string_append_unichar (tidy, c);
      else if (tidy->len && !g_ascii_isspace (tidy->str[tidy->len - 1]))
        g_string_append_c (tidy, ' ');
    }

  return g_strstrip (g_string_free (tidy, FALSE));
}

/* What stands for nothing where something could be. */
static gboolean
is_nothing (const char *text)
{
  return *text == '\0' || g_str_equal (text, "-") || g_str_equal (text, "–") ||
         g_str_equal (text, "—");
}

/* A day as spreadsheets count it, which is what a CSV has where the column was not a date. */
static gboolean
read_serial (const char *text, GDate *date)
{
  gint64 serial;

  if (!g_ascii_string_to_signed (text, 10, FIRST_SERIAL, LAST_SERIAL, &serial, NULL))
    return FALSE;

  g_date_set_dmy (date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (date, (guint) serial);
  return TRUE;
}

/* Older or shorter names of months than sel_typed_date() knows. */
static const char *const months[][2] = {
  { "pebruari", "februari" },
  { "nopember", "november" },
  { "peb", "februari" },
  { "nop", "november" },
  { "agt", "agustus" },
  { "ags", "agustus" },
};

/* "Sabtu, 11 Oktober 2025", "11-Okt-2025", "11/10/2025 00:00:00" as sel_typed_date() has them. */
static char *
dup_plain_date (const char *text)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *copy = NULL;
  const char *digit = strpbrk (text, "0123456789");
  const char *comma = strchr (text, ',');

  copy = g_strdup (comma && digit && comma < digit ? comma + 1 : text);
  if (g_regex_match_simple ("[A-Za-z]{3}", copy, 0, 0))
    g_strdelimit (copy, "-/.,", ' ');
  else if (g_regex_match_simple ("[ T]0?0[:.]00([:.]00(\\.0+)?)?Z?$", copy, 0, 0))
    copy[strcspn (copy + (*copy == ' '), " T") + (*copy == ' ')] = '\0';

  words = g_strsplit (g_strstrip (copy), " ", 0);
  for (guint i = 0; words[i]; i++)
    for (guint j = 0; j < G_N_ELEMENTS (months); j++)
      if (g_ascii_strcasecmp (words[i], months[j][0]) == 0)
        {
          g_free (words[i]);
          words[i] = g_strdup (months[j][1]);
        }

  return g_strjoinv (" ", words);
}

static gboolean
read_date_text (const char *text, GDate *date)
{
  g_autofree char *plain = NULL;

  if (sel_typed_date (text, date))
    return TRUE;

  plain = dup_plain_date (text);
  return sel_typed_date (plain, date) || read_serial (plain, date);
}

/**
 * sel_roster_date_read:
 * @date: (out): cleared when it is none
 *
 * Reads a date: one that the spreadsheet typed as such, or one that a person wrote, day first.
 */
gboolean
sel_roster_date_read (const SelCell *cell, GDate *date)
{
  g_autofree char *text = cell->text ? dup_tidy (cell->text, FALSE) : g_strdup ("");

  g_date_clear (date, 1);
  if (cell->type == SEL_CELL_DATE)
    {
      if (strlen (text) > 10)
        text[10] = '\0';
      return sel_typed_date (text, date);
    }
  if (cell->type == SEL_CELL_TEXT || cell->type == SEL_CELL_NUMBER)
    return read_date_text (text, date);
  return FALSE;
}

/* A time of the day: "09:00", "09.00 WIB", "9.00 - 12.00" (its beginning), or that of a moment. */
gboolean
sel_roster_clock_read (const SelCell *cell, guint *minutes)
{
  const char *text = cell->text ? cell->text : "";
  const char *moment = strchr (text, 'T');
  guint hour, minute;
  char after;
  int n;

  if (cell->type == SEL_CELL_DATE && moment)
    text = moment + 1;
  text += strspn (text, " ");
  n = sscanf (text, "%2u%*1[.:]%2u%c", &hour, &minute, &after);
  if (n < 2 || hour > 23 || minute > 59 || (n == 3 && g_ascii_isdigit (after)))
    return FALSE;

  *minutes = hour * 60 + minute;
  return TRUE;
}

/**
 * sel_roster_birth_read:
 * @place: (out) (transfer full) (nullable): NULL when only the date is said
 * @date: (out): cleared when only the place is said
 *
 * Reads "Banjarbaru, 11 Oktober 1990", the place and what follows from the first digit on.
 */
gboolean
sel_roster_birth_read (const SelCell *cell, char **place, GDate *date)
{
  g_autofree char *text = cell->text ? dup_tidy (cell->text, FALSE) : g_strdup ("");
  const gsize length = strcspn (text, "0123456789");
  g_autofree char *before = g_strndup (text, length);
  gsize end = strlen (before);

  *place = NULL;
  g_date_clear (date, 1);
  if (cell->type == SEL_CELL_DATE)
    return sel_roster_date_read (cell, date);

  while (end && strchr (" ,/;:-.", before[end - 1]))
    before[--end] = '\0';
  if (end)
    *place = g_steal_pointer (&before);
  return text[length] == '\0' || read_date_text (text + length, date);
}

static gboolean
has_exponent (const char *text)
{
  return strpbrk (text, "eE") &&
         g_regex_match_simple ("^[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+$", text, 0, 0);
}

/* Whether a cell of NIK is a number by now, which has fewer digits. */
gboolean
sel_roster_nik_is_lost (const SelCell *cell)
{
  return cell->type == SEL_CELL_NUMBER || (cell->text && has_exponent (cell->text));
}

/* A number keeps 15 digits of the 16 that a NIK has: the spreadsheet made a zero of the last. */
static gboolean
read_nik (const SelField *field,
          const SelCell *cell,
          const char *tidy,
          char **text,
          GError **error)
{
  GString *digits;

  if (has_exponent (tidy))
    return fail (error, field,
                 _ ("The spreadsheet shortened this NIK to a number such as 3.17E+15, and its "
                    "digits are lost. Format the column as text, enter the NIK again, and save the "
                    "file."));
  if (cell->type == SEL_CELL_NUMBER)
    return fail (error, field,
                 _ ("The spreadsheet kept this NIK as a number, which has no more than 15 digits: "
                    "the sixteenth became 0. Format the column as text, enter the NIK again, and "
                    "save the file."));

  digits = g_string_new (NULL);
  for (const char *at = tidy; *at; at++)
    if (!strchr (" .-'`", *at) || g_ascii_isalnum (*at))
      g_string_append_c (digits, *at);
  *text = g_string_free (digits, FALSE);
  return TRUE;
}

/* "6372" and "63 72" are 63.72. */
static char *
dup_region (const char *tidy)
{
  g_autofree char *digits = g_strdup (tidy);
  GString *code = g_string_new (NULL);
  gsize n = 0;

  for (const char *at = tidy; *at; at++)
    if (g_ascii_isdigit (*at))
      digits[n++] = *at;
    else if (!strchr (" .-", *at))
      return g_string_free (g_string_assign (code, tidy), FALSE);

  for (gsize i = 0; i < n; i++)
    {
      if (i == 2 || i == 4 || i == 6)
        g_string_append_c (code, '.');
      g_string_append_c (code, digits[i]);
    }
  return g_string_free (code, FALSE);
}

static gboolean
read_choice (const SelField *field, const char *tidy, char **text, GError **error)
{
  const char *code = sel_roster_find_choice (field->choices, tidy);
  g_autoptr (GString) labels = NULL;
  g_autofree char *message = NULL;

  if (code)
    {
      *text = g_strdup (code);
      return TRUE;
    }

  labels = g_string_new (NULL);
  for (const SelChoice *choice = field->choices; choice->code; choice++)
    g_string_append_printf (labels, "%s%s", labels->len ? ", " : "", sel_choice_label (choice));
  message = g_strdup_printf (_ ("It must be one of these: %s."), labels->str);
  return fail (error, field, message);
}

static gboolean
read_boolean (const SelField *field, const char *tidy, char **text, GError **error)
{
  static const char *const said[2][7] = {
    { "tidak", "no", "n", "t", "false", "0", NULL },
    { "ya", "yes", "y", "v", "true", "1", NULL },
  };
  g_autofree char *folded = g_utf8_strdown (tidy, -1);

  for (guint i = 0; i < 2; i++)
    if (g_strv_contains (said[i], folded))
      {
        *text = g_strdup (i ? "true" : "false");
        return TRUE;
      }

  return fail (error, field, _ ("Write yes or no."));
}

static gboolean
read_date (const SelField *field, const SelCell *cell, char **text, GError **error)
{
  GDate date;

  if (!sel_roster_date_read (cell, &date))
    return fail (error, field, sel_typed_date_problem (cell->text));

  *text = sel_date_dup_text (&date);
  return TRUE;
}

static gboolean
read_number (const SelField *field, const char *tidy, char **text, GError **error)
{
  g_autofree char *record = g_malloc0 (field->offset + sizeof (gint64));

  if (!sel_typed_set_field (field, record, tidy, error))
    return FALSE;

  *text = sel_field_dup_text (field, record);
  return TRUE;
}

/* A spreadsheet that took a mobile number for a number left out the 0 before it: without that it
 * begins with 8, as no other does (Rencana Dasar Teknis Telekomunikasi Nasional, PM Kominfo
 * 14/2018). */
static char *
dup_phone (const char *tidy)
{
  const gsize length = strlen (tidy);
  const gboolean is_bare = *tidy == '8' && length >= 8 && strspn (tidy, "0123456789") == length;

  return g_strconcat (is_bare ? "0" : "", tidy, NULL);
}

/**
 * sel_roster_value_read:
 * @field: not a reference
 * @text: (out) (transfer full) (nullable): the stable form that sel_field_set_text() reads, NULL
 *   when the cell says nothing
 *
 * Reads a cell as people fill it. That a text is short enough, or a NIK sound, is for the rules to
 * say.
 *
 * Returns: %FALSE with %SEL_RECORD_ERROR when it is nothing that the field takes; the message does
 *   not hold the value
 */
gboolean
sel_roster_value_read (const SelField *field, const SelCell *cell, char **text, GError **error)
{
  g_autofree char *tidy = NULL;

  *text = NULL;
  if (cell->type == SEL_CELL_EMPTY)
    return TRUE;
  if (cell->type == SEL_CELL_ERROR)
    return fail (error, field,
                 _ ("The spreadsheet shows an error here, such as #REF!. Put the cell right."));

  tidy = dup_tidy (cell->text, (field->flags & SEL_FIELD_MULTILINE) != 0);
  if (is_nothing (tidy))
    return TRUE;

  switch (field->kind)
    {
    case SEL_FIELD_DATE:
      return read_date (field, cell, text, error);
    case SEL_FIELD_CHOICE:
      return read_choice (field, tidy, text, error);
    case SEL_FIELD_BOOLEAN:
      return read_boolean (field, tidy, text, error);
    case SEL_FIELD_INTEGER:
    case SEL_FIELD_REAL:
      return read_number (field, tidy, text, error);
    default:
      break;
    }

  if (field->form == &sel_form_nik)
    return read_nik (field, cell, tidy, text, error);
  if (field->form == &sel_form_region)
    *text = dup_region (tidy);
  else
    *text = g_str_equal (field->name, "phone") ? dup_phone (tidy) : g_steal_pointer (&tidy);
  return TRUE;
}
