/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/formula.h"

#include <string.h>

/* Some spreadsheets take full-width forms for the same signs. */
static gboolean
begins_formula (gunichar character)
{
  switch (character)
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case 0x2212: /* a true minus */
    case 0xff0b: /* full width: + */
    case 0xff0d: /* - */
    case 0xff1d: /* = */
    case 0xff20: /* @ */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Spreadsheets look past what does not show. */
static const char *
skip_blank (const char *text)
{
  gunichar character = g_utf8_get_char_validated (text, -1);

  while (character && character < (gunichar) -2 &&
         (g_unichar_isspace (character) || g_unichar_iszerowidth (character)))
    {
      text = g_utf8_next_char (text);
      character = g_utf8_get_char_validated (text, -1);
    }

  return text;
}

/* "-12.5" and "+62 812 3456" cannot be computed further. "+62-812-3456" can: it would become a
 * negative number. */
static gboolean
is_plain_number (const char *text)
{
  return (*text == '+' || *text == '-') && g_ascii_isdigit (text[1]) &&
         text[1 + strspn (text + 1, "0123456789., ")] == '\0';
}

/**
 * sel_text_is_like_formula:
 * @text: what somebody typed, here or in another office
 *
 * Whether a spreadsheet that reads @text from a file would run it, or compute something else than
 * what stands there. Numbers with a sign and plain telephone numbers are left alone.
 */
gboolean
sel_text_is_like_formula (const char *text)
{
  const char *start = skip_blank (text);

  if (*text == '\t' || *text == '\r' || *text == '\n')
    return TRUE;

  return begins_formula (g_utf8_get_char_validated (start, -1)) && !is_plain_number (start);
}
