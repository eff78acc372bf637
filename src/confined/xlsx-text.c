/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/xlsx-text.h"

#include <string.h>

#define ESCAPE_BYTES 7 /* _xHHHH_ */

/* The UTF-16 unit of the escape at @at, or 0 where there is none. */
static gunichar
read_unit (const char *at)
{
  gunichar unit = 0;

  if (at[0] != '_' || at[1] != 'x')
    return 0;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return 0;
      unit = unit << 4 | (gunichar) g_ascii_xdigit_value (at[i]);
    }

  return at[6] == '_' ? unit : 0;
}

/* The character of the escape at @at, which two may tell, and how many bytes tell it; 0 where there
 * is none, or none that can be. */
static gunichar
read_escape (const char *at, gsize *length)
{
  const gunichar first = read_unit (at);
  gunichar second;

  *length = ESCAPE_BYTES;
  if (first < 0xd800 || first > 0xdfff)
    return first;

  second = read_unit (at + ESCAPE_BYTES);
  *length = 2 * ESCAPE_BYTES;
  return first < 0xdc00 && second >= 0xdc00 && second <= 0xdfff
           ? 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)
           : 0;
}

/* Puts the characters that escapes tell in their place, from the byte @from of @text on. */
void
sel_xlsx_text_unescape (GString *text, gsize from)
{
  char *to = text->str + from;

  if (strstr (to, "_x") == NULL)
    return;

  for (const char *at = to; *at;)
    {
      gsize length;
      const gunichar character = read_escape (at, &length);

      if (character)
        to += g_unichar_to_utf8 (character, to); /* shorter than what tells it */
      else
        *to++ = *at;
      at += character ? length : 1;
    }

  g_string_truncate (text, (gsize) (to - text->str));
}
