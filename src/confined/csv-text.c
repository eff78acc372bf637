/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/csv-text.h"

#include <string.h>
#include <unistd.h>

#include "confined/whole.h"

#define MARK "\xef\xbb\xbf" /* of the byte order, in UTF-8 */

/* Without a mark, text in UTF-16 is told by its zero bytes: every other one, or nearly. */
static SelSheetEncoding
find_utf16 (const guint8 *bytes, gsize length)
{
  const gsize n_pairs = MIN (length, 4096) / 2;
  gsize n_zeroes[2] = { 0 };

  if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    return SEL_ENCODING_UTF16_LE;
  if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    return SEL_ENCODING_UTF16_BE;

  for (gsize i = 0; i < 2 * n_pairs; i++)
    n_zeroes[i % 2] += bytes[i] == 0;
  if (n_zeroes[1] > n_pairs / 2 && n_zeroes[0] <= n_pairs / 20)
    return SEL_ENCODING_UTF16_LE;
  if (n_zeroes[0] > n_pairs / 2 && n_zeroes[1] <= n_pairs / 20)
    return SEL_ENCODING_UTF16_BE;
  return 0;
}

/* How many bytes from @bytes on are sound UTF-8, a zero byte being for others to judge. */
static gsize
skip_utf8 (const guint8 *bytes, gsize length)
{
  const char *at = (const char *) bytes;
  const char *end = at + length;

  while (!g_utf8_validate_len (at, (gsize) (end - at), &at) && *at == '\0')
    at++;

  return (gsize) (at - (const char *) bytes);
}

/**
 * sel_csv_text_open:
 * @self: (out): undefined memory; clear it with sel_csv_text_clear() in any case
 * @told: what the user says the encoding is, or 0 to find it
 *
 * Returns: 0, or why the file cannot be read
 */
SelSheetProblem
sel_csv_text_open (SelCsvText *self, int file, SelSheetEncoding told)
{
  gssize length;
  gsize skipped = 0;

  self->file = file;
  self->encoding = told;
  self->is_open = FALSE;
  self->n_left = 0;
  self->converted = g_string_new (NULL);

  if (lseek (file, 0, SEEK_SET) != 0 ||
      (length = sel_read_whole (file, self->bytes, SEL_CSV_BLOCK)) < 0)
    return SEL_SHEET_PROBLEM_UNREADABLE;
  if (length == 0)
    return SEL_SHEET_PROBLEM_EMPTY;

  if (self->encoding == 0)
    self->encoding = find_utf16 (self->bytes, (gsize) length);
  if (self->encoding == 0 && length >= (gssize) strlen (MARK) &&
      memcmp (self->bytes, MARK, strlen (MARK)) == 0)
    self->encoding = SEL_ENCODING_UTF8_MARKED;
  if (self->encoding == 0)
    {
      self->encoding = SEL_ENCODING_UTF8;
      self->is_open = TRUE;
    }
  if (self->encoding == SEL_ENCODING_UTF8_MARKED)
    skipped = strlen (MARK);
  return lseek (file, (off_t) skipped, SEEK_SET) < 0 ? SEL_SHEET_PROBLEM_UNREADABLE : 0;
}

void
sel_csv_text_clear (SelCsvText *self)
{
  g_string_free (self->converted, TRUE);
  self->converted = NULL;
}

/* What Windows-1252 has where ISO 8859-1 has control characters; 0 for nothing. */
static const guint16 windows_1252[32] = {
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
  0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
  0x203a, 0x0153, 0, 0x017e, 0x0178
};

static gboolean
convert_windows_1252 (SelCsvText *self, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      const guint8 byte = self->bytes[i];
      const gunichar c = byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte;

      if (byte < 0x80)
        g_string_append_c (self->converted, (char) byte);
      else if (c == 0)
        return FALSE;
      else
        g_string_append_unichar (self->converted, c);
    }

  return TRUE;
}

/* Keeps what is no whole character, three bytes at most, for the next block. */
static void
leave (SelCsvText *self, gsize from, gsize length)
{
  self->n_left = length - from;
  memcpy (self->left, self->bytes + from, self->n_left);
}

/* Takes the block as UTF-8, but for what may be the beginning of a character; FALSE when it is not.
 * What it is, is open as long as all is ASCII. What is not UTF-8 then is Windows-1252 in practice:
 * one name with an accent may come after a million without. */
static gboolean
take_utf8 (SelCsvText *self, gsize length, gboolean is_last)
{
  const gsize n_sound = skip_utf8 (self->bytes, length);
  const char *rest = (const char *) self->bytes + n_sound;
  const gsize n_rest = length - n_sound;

  if (n_rest && (is_last || n_rest > 3 ||
                 g_utf8_get_char_validated (rest, (gssize) n_rest) != (gunichar) -2))
    return FALSE;

  for (gsize i = 0; i < n_sound && self->is_open; i++)
    self->is_open = self->bytes[i] < 0x80;
  leave (self, n_sound, length);
  return TRUE;
}

static guint
unit_at (SelCsvText *self, gsize at)
{
  const guint first = self->bytes[at];
  const guint second = self->bytes[at + 1];

  return self->encoding == SEL_ENCODING_UTF16_LE ? second << 8 | first : first << 8 | second;
}

/* Leaves what is no whole character for the next block. */
static gboolean
convert_utf16 (SelCsvText *self, gsize length, gboolean is_last)
{
  gsize i = 0;

  while (i + 2 <= length)
    {
      const guint unit = unit_at (self, i);
      gunichar c = unit;

      if (unit >= 0xd800 && unit < 0xdc00)
        {
          guint low;

          if (i + 4 > length)
            break;
          low = unit_at (self, i + 2);
          if (low < 0xdc00 || low >= 0xe000)
            return FALSE;
          c = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
          i += 2;
        }
      else if (unit >= 0xdc00 && unit < 0xe000)
        return FALSE;

      i += 2;
      if (c == 0xfeff) /* the mark of the byte order */
        continue;
      if (c < 0x80)
        g_string_append_c (self->converted, (char) c);
      else
        g_string_append_unichar (self->converted, c);
    }

  leave (self, i, length);
  return !is_last || self->n_left == 0;
}

/**
 * sel_csv_text_next:
 * @text: (out): the next piece, lent until the next call; it may end within a character
 * @length: (out): of @text; 0 at the end, or for a block that holds no whole character
 * @n_read: (out): bytes of the file that this took; 0 at the end, where there may be a last @text
 *
 * Returns: 0, or why the file cannot be read any further
 */
SelSheetProblem
sel_csv_text_next (SelCsvText *self, const char **text, gsize *length, gsize *n_read)
{
  const gsize n_left = self->n_left;
  gssize n;
  gsize n_bytes;
  gboolean is_sound = TRUE;

  *length = *n_read = 0;
  memcpy (self->bytes, self->left, n_left);
  self->n_left = 0;
  n = sel_read_whole (self->file, self->bytes + n_left, SEL_CSV_BLOCK);
  if (n < 0)
    return SEL_SHEET_PROBLEM_UNREADABLE;

  *n_read = (gsize) n;
  n_bytes = n_left + (gsize) n;
  if (self->encoding == SEL_ENCODING_UTF8 || self->encoding == SEL_ENCODING_UTF8_MARKED)
    {
      if (take_utf8 (self, n_bytes, n < (gssize) SEL_CSV_BLOCK))
        {
          *text = (const char *) self->bytes;
          *length = n_bytes - self->n_left;
          return 0;
        }
      if (!self->is_open)
        return SEL_SHEET_PROBLEM_BYTES;
      self->encoding = SEL_ENCODING_WINDOWS_1252;
    }

  g_string_truncate (self->converted, 0);
  if (self->encoding == SEL_ENCODING_WINDOWS_1252)
    is_sound = convert_windows_1252 (self, n_bytes);
  else
    is_sound = convert_utf16 (self, n_bytes, n == 0);

  *text = self->converted->str;
  *length = self->converted->len;
  return is_sound ? 0 : SEL_SHEET_PROBLEM_BYTES;
}
