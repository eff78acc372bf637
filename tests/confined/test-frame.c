/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames and the channel that carries them. */
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <sys/socket.h>

#include "confined/channel.h"
#include "confined/descriptor.h"

#define KIND 0x42

typedef struct
{
  SelFrameChannel *ours;
  SelFrameChannel *theirs;
} Pair;

static Pair
pair_new (SelChannelFlags flags)
{
  int fds[2];

  g_assert_no_errno (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds));
  return (Pair){ sel_frame_channel_new (fds[0], flags), sel_frame_channel_new (fds[1], 0) };
}

static void
pair_clear (Pair *self)
{
  g_clear_pointer (&self->ours, sel_frame_channel_free);
  g_clear_pointer (&self->theirs, sel_frame_channel_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static void
send_raw (Pair *pair, const void *data, gsize length)
{
  g_assert_cmpint (write (sel_frame_channel_get_fd (pair->theirs), data, length), ==, length);
}

static void
test_values_come_back (void)
{
  g_auto (SelFrameWriter) writer = { 0 };
  SelFrameReader reader;

  sel_frame_begin (&writer, KIND);
  sel_frame_put_u32 (&writer, G_MAXUINT32);
  sel_frame_put_i64 (&writer, G_MININT64);
  sel_frame_put_f64 (&writer, -0.1);
  sel_frame_put_text (&writer, "Nota Kesepahaman “Selaras”");
  sel_frame_put_text (&writer, "");
  sel_frame_put_text (&writer, NULL);
  sel_frame_put_text_len (&writer, "penutup", 3);
  sel_frame_end (&writer);

  sel_frame_reader_init (&reader, writer.data, writer.length);
  g_assert_cmpuint (sel_frame_get_u32 (&reader), ==, writer.length - SEL_FRAME_HEADER);
  g_assert_cmpuint (sel_frame_get_u32 (&reader), ==, KIND);
  g_assert_cmpuint (sel_frame_get_u32 (&reader), ==, G_MAXUINT32);
  g_assert_cmpint (sel_frame_get_i64 (&reader), ==, G_MININT64);
  g_assert_cmpfloat (sel_frame_get_f64 (&reader), ==, -0.1);
  g_assert_cmpstr (sel_frame_get_text (&reader, 100), ==, "Nota Kesepahaman “Selaras”");
  g_assert_cmpstr (sel_frame_get_text (&reader, 100), ==, "");
  g_assert_null (sel_frame_get_text (&reader, 100));
  g_assert_cmpstr (sel_frame_get_text (&reader, 100), ==, "pen");
  g_assert_true (sel_frame_reader_finish (&reader));
}

/* The bytes of a text: its length, little-endian, then what is given. */
static const struct
{
  const char *bytes;
  gsize length;
  const char *text; /* NULL where the frame is broken */
} texts[] = {
  { "\3\0\0\0abc", 8, "abc" },
  { "\0\0\0\0", 5, "" },
  { "\10\0\0\0abcdefgh", 13, "abcdefgh" },
  { "\3\0\0\0abc", 7, NULL },                 /* the zero byte is missing */
  { "\3\0\0\0abcd", 8, NULL },                /* is not zero */
  { "\3\0\0\0ab", 7, NULL },                  /* too short */
  { "\0\0\0\200abc", 8, NULL },               /* 2 GiB are claimed */
  { "\376\377\377\377abc", 8, NULL },         /* 4 GiB */
  { "\21\0\0\0abcdefghijklmnopq", 22, NULL }, /* longer than the limit */
  { "\3\0\0\0a\0c", 8, NULL },                /* a zero byte inside */
  { "\12\0\0\0abcdefgh\0j", 15, NULL },
  { "\12\0\0\0abc\0efghij", 15, NULL },
  { "\2\0\0\0\303\251", 7, "é" },
  { "\12\0\0\0abcdefgh\303\251", 15, "abcdefghé" },
  { "\2\0\0\0\303(", 7, NULL },        /* not UTF-8 */
  { "\2\0\0\0\300\200", 7, NULL },     /* zero, overlong */
  { "\3\0\0\0\355\240\200", 8, NULL }, /* half a surrogate pair */
  { "\12\0\0\0abcdefgh\377\376", 15, NULL },
  { "\1\0", 2, NULL }, /* half a length */
};

static void
test_texts_are_checked (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      /* Exactly as long as the frame, so that a sanitizer sees a byte too many. */
      g_autofree guint8 *exact = g_memdup2 (texts[i].bytes, texts[i].length);
      SelFrameReader reader;

      g_test_message ("text %" G_GSIZE_FORMAT, i);
      sel_frame_reader_init (&reader, exact, texts[i].length);
      g_assert_cmpstr (sel_frame_get_text (&reader, 16), ==, texts[i].text);
      g_assert_cmpint (sel_frame_reader_finish (&reader), ==, texts[i].text != NULL);
    }
}

/* Once something is missing nothing more is read, even if there would be enough for it. */
static void
test_broken_stays_broken (void)
{
  const guint8 bytes[6] = { 1, 1, 1, 1, 1, 1 };
  SelFrameReader reader;

  sel_frame_reader_init (&reader, bytes, sizeof bytes);
  g_assert_cmpint (sel_frame_get_i64 (&reader), ==, 0);
  g_assert_cmpuint (sel_frame_get_u32 (&reader), ==, 0);
  g_assert_cmpfloat (sel_frame_get_f64 (&reader), ==, 0);
  g_assert_null (sel_frame_get_text (&reader, 16));
  g_assert_false (sel_frame_reader_finish (&reader));
}

static void
test_rest_breaks_frame (void)
{
  const guint8 bytes[5] = { 0 };
  SelFrameReader reader;

  sel_frame_reader_init (&reader, bytes, sizeof bytes);
  sel_frame_get_u32 (&reader);
  g_assert_false (sel_frame_reader_finish (&reader));
}

static void
test_numbers_are_finite (void)
{
  const double values[] = { NAN, INFINITY, -INFINITY };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      SelFrameReader reader;

      sel_frame_reader_init (&reader, (const guint8 *) &values[i], sizeof values[i]);
      g_assert_cmpfloat (sel_frame_get_f64 (&reader), ==, 0);
      g_assert_false (sel_frame_reader_finish (&reader));
    }
}

static gpointer
write_numbers_in_thread (gpointer data)
{
  SelFrameChannel *channel = data;

  for (guint32 i = 0; i < 100000; i++)
    {
      sel_frame_put_u32 (sel_frame_channel_begin (channel, KIND), i);
      g_assert_true (sel_frame_channel_end (channel));
    }
  g_assert_true (sel_frame_channel_flush (channel));
  sel_frame_channel_free (channel);
  return NULL;
}

static void
test_many_frames_in_order (void)
{
  g_auto (Pair) pair = pair_new (0);
  SelFrameChannel *theirs = g_steal_pointer (&pair.theirs);
  GThread *thread = g_thread_new ("writer", write_numbers_in_thread, theirs);
  SelFrame frame;

  for (guint32 i = 0; i < 100000; i++)
    {
      g_assert_cmpint (sel_frame_channel_next (pair.ours, &frame), ==, SEL_CHANNEL_FRAME);
      g_assert_cmpuint (frame.kind, ==, KIND);
      g_assert_cmpuint (sel_frame_get_u32 (&frame.payload), ==, i);
      g_assert_true (sel_frame_reader_finish (&frame.payload));
    }
  g_assert_cmpint (sel_frame_channel_next (pair.ours, &frame), ==, SEL_CHANNEL_CLOSED);
  g_thread_join (thread);
}

static gpointer
write_largest_in_thread (gpointer data)
{
  SelFrameChannel *channel = data;
  g_autofree char *text = g_strnfill (SEL_FRAME_MAX_PAYLOAD - 5, 'x');

  sel_frame_put_text (sel_frame_channel_begin (channel, KIND), text);
  g_assert_true (sel_frame_channel_end (channel));
  sel_frame_channel_free (channel);
  return NULL;
}

static void
test_largest_frame (void)
{
  g_auto (Pair) pair = pair_new (0);
  SelFrameChannel *theirs = g_steal_pointer (&pair.theirs);
  GThread *thread = g_thread_new ("writer", write_largest_in_thread, theirs);
  const char *text;
  SelFrame frame;

  g_assert_cmpint (sel_frame_channel_next (pair.ours, &frame), ==, SEL_CHANNEL_FRAME);
  text = sel_frame_get_text (&frame.payload, SEL_FRAME_MAX_PAYLOAD);
  g_assert_cmpuint (strlen (text), ==, SEL_FRAME_MAX_PAYLOAD - 5);
  g_assert_true (sel_frame_reader_finish (&frame.payload));
  g_thread_join (thread);
}

static void
test_half_frame_waits (void)
{
  g_auto (Pair) pair = pair_new (SEL_CHANNEL_NEVER_BLOCKS);
  SelFrame frame;

  g_assert_cmpint (sel_frame_channel_next (pair.ours, &frame), ==, SEL_CHANNEL_WAIT);
  send_raw (&pair, "\4\0\0", 3);
  g_assert_cmpint (sel_frame_channel_next (pair.ours, &frame), ==, SEL_CHANNEL_WAIT);
  send_raw (&pair, "\0\102\0\0\0\7\0", 7);
  g_assert_cmpint (sel_frame_channel_next (pair.ours, &frame), ==, SEL_CHANNEL_WAIT);
  send_raw (&pair, "\0\0", 2);
  g_assert_cmpint (sel_frame_channel_next (pair.ours, &frame), ==, SEL_CHANNEL_FRAME);
  g_assert_cmpuint (frame.kind, ==, KIND);
  g_assert_cmpuint (sel_frame_get_u32 (&frame.payload), ==, 7);

  send_raw (&pair, "\4\0\0", 3);
  g_clear_pointer (&pair.theirs, sel_frame_channel_free);
  g_assert_cmpint (sel_frame_channel_next (pair.ours, &frame), ==, SEL_CHANNEL_CLOSED);
}

static void
test_oversize_is_refused (void)
{
  const char *const headers[] = { "\1\0\0\1\102\0\0",
                                  "\377\377\377\377\102\0\0",
                                  "\0\0\0\200\102\0\0" };

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_auto (Pair) pair = pair_new (SEL_CHANNEL_NEVER_BLOCKS);
      SelFrame frame;

      send_raw (&pair, headers[i], SEL_FRAME_HEADER);
      g_assert_cmpint (sel_frame_channel_next (pair.ours, &frame), ==, SEL_CHANNEL_BROKEN);
    }
}

static void
test_file_goes_along (void)
{
  g_auto (Pair) pair = pair_new (SEL_CHANNEL_ACCEPTS_FILES);
  g_auto (SelDescriptor) pipe_end = -1;
  g_auto (SelDescriptor) taken = -1;
  int fds[2];
  SelFrame frame;

  g_assert_no_errno (pipe2 (fds, O_CLOEXEC));
  pipe_end = fds[1];

  sel_frame_put_u32 (sel_frame_channel_begin (pair.theirs, KIND), 1);
  g_assert_true (sel_frame_channel_end (pair.theirs));
  sel_frame_put_u32 (sel_frame_channel_begin (pair.theirs, KIND), 2);
  g_assert_true (sel_frame_channel_end_with_file (pair.theirs, fds[0]));
  close (fds[0]);

  g_assert_cmpint (sel_frame_channel_next (pair.ours, &frame), ==, SEL_CHANNEL_FRAME);
  g_assert_cmpuint (sel_frame_get_u32 (&frame.payload), ==, 1);
  g_assert_cmpint (sel_frame_channel_next (pair.ours, &frame), ==, SEL_CHANNEL_FRAME);
  g_assert_cmpuint (sel_frame_get_u32 (&frame.payload), ==, 2);

  taken = sel_frame_channel_take_file (pair.ours);
  g_assert_cmpint (taken, >=, 0);
  g_assert_cmpint (sel_frame_channel_take_file (pair.ours), ==, -1);
  g_assert_cmpint (write (pipe_end, "!", 1), ==, 1); /* its other end is alive */
}

static void
test_unasked_file_breaks_channel (void)
{
  g_auto (Pair) pair = pair_new (SEL_CHANNEL_NEVER_BLOCKS);
  SelFrame frame;

  sel_frame_channel_begin (pair.theirs, KIND);
  g_assert_true (sel_frame_channel_end_with_file (pair.theirs, 0));
  g_assert_cmpint (sel_frame_channel_next (pair.ours, &frame), ==, SEL_CHANNEL_BROKEN);
}

/* A reader that does not read cannot hold up the program. */
static void
test_full_channel_fails (void)
{
  g_auto (Pair) pair = pair_new (SEL_CHANNEL_NEVER_BLOCKS);
  g_autofree char *text = g_strnfill (4 << 20, 'x');

  sel_frame_put_text (sel_frame_channel_begin (pair.ours, KIND), text);
  g_assert_false (sel_frame_channel_end (pair.ours));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frame/values-come-back", test_values_come_back);
  g_test_add_func ("/frame/texts-are-checked", test_texts_are_checked);
  g_test_add_func ("/frame/broken-stays-broken", test_broken_stays_broken);
  g_test_add_func ("/frame/rest-breaks-frame", test_rest_breaks_frame);
  g_test_add_func ("/frame/numbers-are-finite", test_numbers_are_finite);
  g_test_add_func ("/channel/many-frames-in-order", test_many_frames_in_order);
  g_test_add_func ("/channel/largest-frame", test_largest_frame);
  g_test_add_func ("/channel/half-frame-waits", test_half_frame_waits);
  g_test_add_func ("/channel/oversize-is-refused", test_oversize_is_refused);
  g_test_add_func ("/channel/file-goes-along", test_file_goes_along);
  g_test_add_func ("/channel/unasked-file-breaks-channel", test_unasked_file_breaks_channel);
  g_test_add_func ("/channel/full-channel-fails", test_full_channel_fails);
  return g_test_run ();
}
