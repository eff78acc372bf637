/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/frame.h"

#include <math.h>
#include <string.h>

static guint8 *
reserve (SelFrameWriter *self, gsize length)
{
  guint8 *at;

  if (self->allocated - self->length < length)
    {
      self->allocated = MAX (self->allocated * 2, self->length + length + 4096);
      self->data = g_realloc (self->data, self->allocated);
    }

  at = self->data + self->length;
  self->length += length;
  return at;
}

/**
 * sel_frame_begin:
 *
 * Begins a frame. A writer starts as zeroes; each value is put in the order that the kind tells,
 * and sel_frame_end() closes the frame.
 */
void
sel_frame_begin (SelFrameWriter *self, guint32 kind)
{
  self->begun = self->length;
  sel_frame_put_u32 (self, 0);
  sel_frame_put_u32 (self, kind);
}

void
sel_frame_put_u32 (SelFrameWriter *self, guint32 value)
{
  guint32 stored = GUINT32_TO_LE (value);

  memcpy (reserve (self, sizeof stored), &stored, sizeof stored);
}

void
sel_frame_put_i64 (SelFrameWriter *self, gint64 value)
{
  gint64 stored = GINT64_TO_LE (value);

  memcpy (reserve (self, sizeof stored), &stored, sizeof stored);
}

void
sel_frame_put_f64 (SelFrameWriter *self, double value)
{
  gint64 bits;

  G_STATIC_ASSERT (sizeof bits == sizeof value);
  memcpy (&bits, &value, sizeof bits);
  sel_frame_put_i64 (self, bits);
}

/**
 * sel_frame_put_text:
 * @text: (nullable): UTF-8, or NULL for a text that is not there
 */
void
sel_frame_put_text (SelFrameWriter *self, const char *text)
{
  if (text)
    sel_frame_put_text_len (self, text, strlen (text));
  else
    sel_frame_put_u32 (self, SEL_FRAME_NO_TEXT);
}

/**
 * sel_frame_put_text_len:
 * @text: UTF-8 without a zero byte; it need not end with one
 */
void
sel_frame_put_text_len (SelFrameWriter *self, const char *text, gsize length)
{
  guint8 *at;

  g_assert (length <= SEL_FRAME_MAX_PAYLOAD);

  sel_frame_put_u32 (self, (guint32) length);
  at = reserve (self, length + 1);
  memcpy (at, text, length);
  at[length] = '\0';
}

/**
 * sel_frame_put_bytes:
 * @length: at most %SEL_FRAME_MAX_PAYLOAD
 */
void
sel_frame_put_bytes (SelFrameWriter *self, const guint8 *bytes, gsize length)
{
  g_assert (length <= SEL_FRAME_MAX_PAYLOAD);

  sel_frame_put_u32 (self, (guint32) length);
  if (length > 0)
    memcpy (reserve (self, length), bytes, length);
}

/**
 * sel_frame_end:
 *
 * Ends the frame. That it fits SEL_FRAME_MAX_PAYLOAD is the caller's promise: every value has a
 * limit of its own.
 */
void
sel_frame_end (SelFrameWriter *self)
{
  gsize payload = self->length - self->begun - SEL_FRAME_HEADER;
  guint32 stored = GUINT32_TO_LE ((guint32) payload);

  g_assert (payload <= SEL_FRAME_MAX_PAYLOAD);
  memcpy (self->data + self->begun, &stored, sizeof stored);
}

void
sel_frame_writer_clear (SelFrameWriter *self)
{
  g_clear_pointer (&self->data, g_free);
  *self = (SelFrameWriter){ 0 };
}

void
sel_frame_reader_init (SelFrameReader *self, const guint8 *data, gsize length)
{
  *self = (SelFrameReader){ .at = data, .end = data + length };
}

/* The next bytes; NULL, then and from then on, when there are not so many. */
static const guint8 *
take (SelFrameReader *self, gsize length)
{
  const guint8 *at = self->at;

  if (self->has_failed || (gsize) (self->end - at) < length)
    {
      self->has_failed = TRUE;
      return NULL;
    }

  self->at += length;
  return at;
}

/**
 * sel_frame_get_u32:
 *
 * Returns: the next value; 0 once the frame has turned out to be broken, as all readers of values
 *   do, so that a caller may read a whole frame and ask sel_frame_reader_finish() at its end
 */
guint32
sel_frame_get_u32 (SelFrameReader *self)
{
  const guint8 *at = take (self, sizeof (guint32));
  guint32 stored = 0;

  if (at)
    memcpy (&stored, at, sizeof stored);
  return GUINT32_FROM_LE (stored);
}

gint64
sel_frame_get_i64 (SelFrameReader *self)
{
  const guint8 *at = take (self, sizeof (gint64));
  gint64 stored = 0;

  if (at)
    memcpy (&stored, at, sizeof stored);
  return GINT64_FROM_LE (stored);
}

/**
 * sel_frame_get_f64:
 *
 * Returns: the next value, a finite one: infinity and what is not a number break the frame
 */
double
sel_frame_get_f64 (SelFrameReader *self)
{
  gint64 bits = sel_frame_get_i64 (self);
  double value;

  memcpy (&value, &bits, sizeof value);
  if (isfinite (value))
    return value;

  self->has_failed = TRUE;
  return 0;
}

/* Nearly all text is ASCII, which eight bytes at a time tell. g_utf8_validate_len () also refuses
 * a zero byte. */
static gboolean
is_text (const char *text, gsize length)
{
  const guint64 high_bits = G_GUINT64_CONSTANT (0x8080808080808080);
  const guint64 low_bits = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize i = 0;

  for (; i + sizeof (guint64) <= length; i += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, text + i, sizeof word);
      if ((word | (word - low_bits)) & high_bits) /* a byte above 0x7f, or a zero */
        break;
    }

  return g_utf8_validate_len (text + i, length - i, NULL);
}

/**
 * sel_frame_get_text:
 * @max_length: in bytes; a longer text breaks the frame
 *
 * Returns: (nullable): the next text, lent until the next frame is read; NULL when it is not
 *   there, or the frame is broken
 */
const char *
sel_frame_get_text (SelFrameReader *self, gsize max_length)
{
  guint32 length = sel_frame_get_u32 (self);
  const char *text;

  if (length == SEL_FRAME_NO_TEXT || self->has_failed)
    return NULL;

  text = length <= max_length ? (const char *) take (self, (gsize) length + 1) : NULL;
  if (text && text[length] == '\0' && is_text (text, length))
    return text;

  self->has_failed = TRUE;
  return NULL;
}

/**
 * sel_frame_get_bytes:
 * @max_length: more than these break the frame
 * @length: (out): how many there are; 0 once the frame is broken
 *
 * Returns: (nullable): the next bytes, lent until the next frame is read
 */
const guint8 *
sel_frame_get_bytes (SelFrameReader *self, gsize max_length, gsize *length)
{
  guint32 claimed = sel_frame_get_u32 (self);
  const guint8 *bytes = claimed <= max_length ? take (self, claimed) : NULL;

  self->has_failed |= bytes == NULL;
  *length = bytes ? claimed : 0;
  return bytes;
}

/**
 * sel_frame_reader_finish:
 *
 * Returns: whether every value was there and sound, and nothing is left
 */
gboolean
sel_frame_reader_finish (SelFrameReader *self)
{
  return !self->has_failed && self->at == self->end;
}
