/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields as text: the stable form of files and the change log, and the forms that a person reads.
 */
#include "domain/field.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

static gboolean
fail (GError **error, const SelField *field, SelRecordError code, const char *message)
{
  g_set_error (error, SEL_RECORD_ERROR, code, "%s: %s", sel_field_label (field), message);
  return FALSE;
}

static gboolean
set_plain_text (const SelField *field, gpointer record, const char *text, GError **error)
{
  if (strlen (text) > sel_field_most_bytes (field))
    return fail (error, field, SEL_RECORD_ERROR_RANGE, _ ("The text is too long."));
  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, field, SEL_RECORD_ERROR_FORM, _ ("The text is not UTF-8."));
  if (!(field->flags & SEL_FIELD_MULTILINE) && strpbrk (text, "\r\n"))
    return fail (error, field, SEL_RECORD_ERROR_FORM, _ ("The text has line breaks."));

  if (field->form && !field->form->matches (text))
    return fail (error, field, SEL_RECORD_ERROR_FORM, _ (field->form->message));

  *SEL_MEMBER (char *, record, field) = g_strdup (text);
  return TRUE;
}

static gboolean
set_integer (const SelField *field, gpointer record, const char *text, GError **error)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, &value, NULL))
    return fail (error, field, SEL_RECORD_ERROR_FORM, _ ("It is not a whole number."));

  if (field->kind == SEL_FIELD_INTEGER && field->most &&
      (value < field->least || value > field->most))
    return fail (error, field, SEL_RECORD_ERROR_RANGE, _ ("The number is out of range."));
  if (field->kind == SEL_FIELD_REFERENCE && value <= 0)
    return fail (error, field, SEL_RECORD_ERROR_RANGE, _ ("The number is out of range."));

  *SEL_MEMBER (gint64, record, field) = value;
  return TRUE;
}

static gboolean
set_real (const SelField *field, gpointer record, const char *text, GError **error)
{
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);

  /* strtod() also takes "inf", "nan" and hexadecimal, which XSD decimals do not have. */
  if (*text == '\0' || *end != '\0' || strspn (text, "+-.0123456789") != strlen (text))
    return fail (error, field, SEL_RECORD_ERROR_FORM, _ ("It is not a number."));
  if (!isfinite (value) ||
      (field->most && (value < (double) field->least || value > (double) field->most)))
    return fail (error, field, SEL_RECORD_ERROR_RANGE, _ ("The number is out of range."));

  *SEL_MEMBER (double, record, field) = value;
  return TRUE;
}

static gboolean
set_boolean (const SelField *field, gpointer record, const char *text, GError **error)
{
  if (!g_str_equal (text, "true") && !g_str_equal (text, "false"))
    return fail (error, field, SEL_RECORD_ERROR_FORM, _ ("It is neither true nor false."));

  *SEL_MEMBER (gboolean, record, field) = g_str_equal (text, "true");
  return TRUE;
}

static gboolean
set_date (const SelField *field, gpointer record, const char *text, GError **error)
{
  g_autofree char *at_midnight = g_strconcat (text, "T00:00", NULL);
  SelCivilTime time;

  if (!sel_civil_time_parse (at_midnight, &time))
    return fail (error, field, SEL_RECORD_ERROR_FORM, _ ("It is not a date (year-month-day)."));

  *SEL_MEMBER (GDate, record, field) = time.date;
  return TRUE;
}

static gboolean
set_time (const SelField *field, gpointer record, const char *text, GError **error)
{
  if (!sel_civil_time_parse (text, SEL_MEMBER (SelCivilTime, record, field)))
    return fail (error, field, SEL_RECORD_ERROR_FORM, _ ("It is not a date and time."));

  return TRUE;
}

/* 1 + the place of the choice with this code, or 0. */
static int
find_choice (const SelField *field, const char *code, gsize length)
{
  for (int i = 0; field->choices[i].code; i++)
    if (strlen (field->choices[i].code) == length &&
        memcmp (field->choices[i].code, code, length) == 0)
      return i + 1;

  return 0;
}

static gboolean
set_choice (const SelField *field, gpointer record, const char *text, GError **error)
{
  int value = find_choice (field, text, strlen (text));

  if (value == 0)
    return fail (error, field, SEL_RECORD_ERROR_RANGE, _ ("It is not one of the choices."));

  *SEL_MEMBER (int, record, field) = value;
  return TRUE;
}

static gboolean
set_choices (const SelField *field, gpointer record, const char *text, GError **error)
{
  guint bits = 0;

  for (const char *code = text; *code;)
    {
      gsize length = strcspn (code, " ");
      int value = find_choice (field, code, length);

      if (value == 0)
        return fail (error, field, SEL_RECORD_ERROR_RANGE, _ ("It is not one of the choices."));

      bits |= 1u << (value - 1);
      code += length;
      code += *code == ' ';
    }

  *SEL_MEMBER (guint, record, field) = bits;
  return TRUE;
}

/**
 * sel_field_set_text:
 * @text: (nullable): the stable form: ISO 8601 dates, decimal points, codes of choices, and for a
 *   reference the local id; NULL and "" say nothing
 *
 * Sets the field of @record. On error it says nothing, and the message (without the text, which
 * may be personal) begins with the field's label.
 */
gboolean
sel_field_set_text (const SelField *field, gpointer record, const char *text, GError **error)
{
  sel_field_clear (field, record);
  if (text == NULL || *text == '\0')
    return TRUE;

  switch (field->kind)
    {
    case SEL_FIELD_TEXT:
      return set_plain_text (field, record, text, error);
    case SEL_FIELD_INTEGER:
    case SEL_FIELD_REFERENCE:
      return set_integer (field, record, text, error);
    case SEL_FIELD_REAL:
      return set_real (field, record, text, error);
    case SEL_FIELD_BOOLEAN:
      return set_boolean (field, record, text, error);
    case SEL_FIELD_DATE:
      return set_date (field, record, text, error);
    case SEL_FIELD_TIME:
      return set_time (field, record, text, error);
    case SEL_FIELD_CHOICE:
      return set_choice (field, record, text, error);
    case SEL_FIELD_CHOICES:
      return set_choices (field, record, text, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
put_number (char *at, guint number, guint n_digits)
{
  for (guint i = n_digits; i > 0; i--)
    {
      at[i - 1] = (char) ('0' + number % 10);
      number /= 10;
    }

  return at + n_digits;
}

/* ISO 8601: "2025-10-11". Free with g_free(). An import writes very many, so that nothing is
 * formatted. */
char *
sel_date_dup_text (const GDate *date)
{
  char *text = g_malloc (sizeof "2025-10-11");
  char *at = put_number (text, g_date_get_year (date), 4);

  *at++ = '-';
  at = put_number (at, (guint) g_date_get_month (date), 2);
  *at++ = '-';
  at = put_number (at, g_date_get_day (date), 2);
  *at = '\0';
  return text;
}

static char *
dup_choices (const SelField *field, guint bits, gboolean as_codes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; field->choices[i].code; i++)
    if (bits & (1u << i))
      {
        if (text->len)
          g_string_append (text, as_codes ? " " : ", ");
        g_string_append (text,
                         as_codes ? field->choices[i].code : sel_choice_label (&field->choices[i]));
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The stable form that sel_field_set_text() reads, or NULL when the field says nothing. */
char *
sel_field_dup_text (const SelField *field, gconstpointer record)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (sel_field_is_empty (field, record))
    return NULL;

  switch (field->kind)
    {
    case SEL_FIELD_TEXT:
      return g_strdup (*SEL_MEMBER_CONST (char *, record, field));
    case SEL_FIELD_INTEGER:
    case SEL_FIELD_REFERENCE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, *SEL_MEMBER_CONST (gint64, record, field));
    case SEL_FIELD_REAL:
      return g_strdup (g_ascii_formatd (number, sizeof number, "%.15g",
                                        *SEL_MEMBER_CONST (double, record, field)));
    case SEL_FIELD_BOOLEAN:
      return g_strdup (*SEL_MEMBER_CONST (gboolean, record, field) ? "true" : "false");
    case SEL_FIELD_DATE:
      return sel_date_dup_text (SEL_MEMBER_CONST (GDate, record, field));
    case SEL_FIELD_TIME:
      return sel_civil_time_dup_text (SEL_MEMBER_CONST (SelCivilTime, record, field));
    case SEL_FIELD_CHOICE:
      return g_strdup (field->choices[*SEL_MEMBER_CONST (int, record, field) - 1].code);
    case SEL_FIELD_CHOICES:
      return dup_choices (field, *SEL_MEMBER_CONST (guint, record, field), TRUE);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* "11 October 2025" in the user's locale. Free with g_free(). */
char *
sel_date_dup_display (const GDate *date)
{
  g_autoptr (GDateTime) moment = g_date_time_new_utc (g_date_get_year (date),
                                                      (int) g_date_get_month (date),
                                                      g_date_get_day (date),
                                                      0,
                                                      0,
                                                      0);

  /* Translators: a date in full, such as "11 October 2025"; %-e is the day, %B the month's name. */
  return g_date_time_format (moment, _ ("%-e %B %Y"));
}

/* "11 October 2025, 09.00"; the zone is the venue's, and said by who knows it. */
char *
sel_civil_time_dup_display (const SelCivilTime *time)
{
  g_autofree char *date = sel_date_dup_display (&time->date);
  g_autofree char *clock = sel_clock_dup_display (time->minutes);

  return g_strdup_printf ("%s, %s", date, clock);
}

/* "11 Oct 2025, 09:30" where the user is. Free with g_free(). */
char *
sel_instant_dup_display (GDateTime *instant)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (instant);

  /* Translators: a date and time in a list, short: "11 Oct 2025, 09:30" */
  return g_date_time_format (local, _ ("%-d %b %Y, %H:%M"));
}

/* The time of day, @minutes after midnight, in the user's language: "09:00", "09.00". */
char *
sel_clock_dup_display (guint minutes)
{
  /* Translators: the time of day, hours and minutes; Indonesian writes 09.00. */
  return g_strdup_printf (C_ ("time of day", "%02u:%02u"), minutes / 60, minutes % 60);
}

/* Groups of digits are told apart by POSIX's "'", which ISO C does not have. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat"
/* "3.481" or "3,481", as the locale has it. Free with g_free(). */
char *
sel_number_dup_display (double number)
{
  return g_strdup_printf ("%'.15g", number);
}
#pragma GCC diagnostic pop

/* What a person reads, in the user's language; NULL when the field says nothing. A reference
 * gives its id: only the store knows titles. */
char *
sel_field_dup_display (const SelField *field, gconstpointer record)
{
  if (sel_field_is_empty (field, record))
    return NULL;

  switch (field->kind)
    {
    case SEL_FIELD_INTEGER:
      return sel_number_dup_display ((double) *SEL_MEMBER_CONST (gint64, record, field));
    case SEL_FIELD_REAL:
      return sel_number_dup_display (*SEL_MEMBER_CONST (double, record, field));
    case SEL_FIELD_BOOLEAN:
      return g_strdup (*SEL_MEMBER_CONST (gboolean, record, field) ? _ ("Yes") : _ ("No"));
    case SEL_FIELD_DATE:
      return sel_date_dup_display (SEL_MEMBER_CONST (GDate, record, field));
    case SEL_FIELD_TIME:
      return sel_civil_time_dup_display (SEL_MEMBER_CONST (SelCivilTime, record, field));
    case SEL_FIELD_CHOICE:
      return g_strdup (
        sel_choice_label (&field->choices[*SEL_MEMBER_CONST (int, record, field) - 1]));
    case SEL_FIELD_CHOICES:
      return dup_choices (field, *SEL_MEMBER_CONST (guint, record, field), FALSE);
    case SEL_FIELD_TEXT:
    case SEL_FIELD_REFERENCE:
    default:
      return sel_field_dup_text (field, record);
    }
}

/* Text of outside origin as a person may see it: nothing in it moves the cursor, turns the line
 * around or speaks to the terminal. It may be NULL, or no UTF-8 at all. Free with g_free(). */
char *
sel_text_dup_printable (const char *text, gboolean keeps_lines)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  GString *printable = g_string_new (NULL);

  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean is_good = g_unichar_isprint (character) || (keeps_lines && character == '\n');

      g_string_append_unichar (printable, is_good ? character : 0xfffd);
    }

  return g_string_free (printable, FALSE);
}

/* What stands on a screen for @text of a sensitive field until it is asked for: "327••••••••04"
 * for a long number, dots for the rest. */
char *
sel_text_dup_masked (const char *text)
{
  gsize length = strlen (text);
  GString *masked = g_string_new (NULL);

  if (length < 10 || strspn (text, "0123456789") != length)
    {
      g_string_append (masked, "••••••");
      return g_string_free (masked, FALSE);
    }

  g_string_append_len (masked, text, 3);
  for (gsize i = 5; i < length; i++)
    g_string_append (masked, "•");
  g_string_append (masked, text + length - 2);
  return g_string_free (masked, FALSE);
}
