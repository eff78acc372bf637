/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame is a message in the one format that the program and its confined reader share:
 *
 *   u32 length of the payload, u32 kind, payload
 *
 * Numbers are little-endian. A text is its u32 length, its bytes in UTF-8 and a zero byte, which
 * the length does not count, so that the other side can lend it as a C string where it lies; a
 * text that is not there is the length SEL_FRAME_NO_TEXT alone. Bytes are their u32 length and
 * themselves. There are no tags and no padding: what the values are follows from the kind
 * (protocol.h). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEL_FRAME_MAX_PAYLOAD (16u << 20)
#define SEL_FRAME_HEADER 8u
#define SEL_FRAME_NO_TEXT G_MAXUINT32

/* Frames being written, one after the other. */
typedef struct
{
  guint8 *data;
  gsize length;
  gsize allocated;
  gsize begun; /* where the header of the frame being written is */
} SelFrameWriter;

void sel_frame_begin (SelFrameWriter *self, guint32 kind);
void sel_frame_put_u32 (SelFrameWriter *self, guint32 value);
void sel_frame_put_i64 (SelFrameWriter *self, gint64 value);
void sel_frame_put_f64 (SelFrameWriter *self, double value);
void sel_frame_put_text (SelFrameWriter *self, const char *text);
void sel_frame_put_text_len (SelFrameWriter *self, const char *text, gsize length);
void sel_frame_put_bytes (SelFrameWriter *self, const guint8 *bytes, gsize length);
void sel_frame_end (SelFrameWriter *self);
void sel_frame_writer_clear (SelFrameWriter *self);

/* The payload of one frame being read. It lends from the buffer it was made over. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean has_failed;
} SelFrameReader;

typedef struct
{
  guint32 kind;
  SelFrameReader payload;
} SelFrame;

void sel_frame_reader_init (SelFrameReader *self, const guint8 *data, gsize length);
guint32 sel_frame_get_u32 (SelFrameReader *self);
gint64 sel_frame_get_i64 (SelFrameReader *self);
double sel_frame_get_f64 (SelFrameReader *self);
const char *sel_frame_get_text (SelFrameReader *self, gsize max_length);
const guint8 *sel_frame_get_bytes (SelFrameReader *self, gsize max_length, gsize *length);
gboolean sel_frame_reader_finish (SelFrameReader *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SelFrameWriter, sel_frame_writer_clear)

G_END_DECLS
