/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For test-process.c and test-pdf.c only: takes the place of selaras-confined and does what a
 * reader does that a file has taken over, or that has gone wrong.
 *
 *   hostile-reader BEHAVIOUR … */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "confined/channel.h"
#include "confined/protocol.h"

static SelFrameChannel *channel;

static void
say_ready (guint version)
{
  SelFrameWriter *ready = sel_frame_channel_begin (channel, SEL_FRAME_READY);

  sel_frame_put_u32 (ready, version);
  sel_frame_put_u32 (ready, SEL_CONFINED_BY_LANDLOCK);
  sel_frame_put_u32 (ready, 1);
  sel_frame_channel_end (channel);
  sel_frame_channel_flush (channel);
}

static void
say_bytes (const char *bytes, gsize length)
{
  if (write (SEL_FILENO_CHANNEL, bytes, length) != (gssize) length)
    _exit (1);
}

static void
be_silent (void)
{
  for (;;)
    pause ();
}

static void
end (void)
{
  _exit (0);
}

static void
say_garbage (void)
{
  say_bytes ("%PDF-1.7 is not a frame", 23);
}

static void
say_half (void)
{
  say_bytes ("\4\0\0\0\42\0\0\0\1", 9);
}

static void
send_file (void)
{
  sel_frame_channel_begin (channel, SEL_FRAME_PDF_RENDERED);
  sel_frame_channel_end_with_file (channel, STDIN_FILENO);
}

static void
talk (void)
{
  char words[4096];

  memset (words, 'x', sizeof words);
  for (guint i = 0; i < 256; i++)
    if (write (STDERR_FILENO, words, sizeof words) < 0)
      break;
}

/* Draws pages, and keeps a hand on what it has handed over. */
static void
keep_pixels (void)
{
  SelFrame question;
  SelFrameWriter *answer;

  while (sel_frame_channel_next (channel, &question) == SEL_CHANNEL_FRAME)
    {
      int file = sel_frame_channel_take_file (channel);

      if (question.kind == SEL_FRAME_PDF_OPEN)
        {
          answer = sel_frame_channel_begin (channel, SEL_FRAME_PDF_OPENED);
          sel_frame_put_text (answer, NULL);
          sel_frame_put_u32 (answer, 1);
          sel_frame_put_f64 (answer, 100);
          sel_frame_put_f64 (answer, 100);
        }
      else
        {
          mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
          sel_frame_channel_begin (channel, SEL_FRAME_PDF_RENDERED);
        }
      sel_frame_channel_end (channel);
      sel_frame_channel_flush (channel);
    }
}

static const struct
{
  const char *name;
  guint version; /* READY says so; 0: it is not said */
  void (*first) (void);
  void (*then) (void);
} behaviours[] = {
  { "ends-at-once", 0, end, end },
  { "never-ready", 0, be_silent, end },
  { "garbage-at-once", 0, say_garbage, be_silent },
  { "other-version", SEL_PROTOCOL_VERSION + 1, be_silent, end },
  { "ends", SEL_PROTOCOL_VERSION, end, end },
  { "silent", SEL_PROTOCOL_VERSION, be_silent, end },
  { "garbage", SEL_PROTOCOL_VERSION, say_garbage, be_silent },
  { "half-a-frame-and-ends", SEL_PROTOCOL_VERSION, say_half, end },
  { "half-a-frame-and-silent", SEL_PROTOCOL_VERSION, say_half, be_silent },
  { "sends-file", SEL_PROTOCOL_VERSION, send_file, be_silent },
  { "talks-and-ends", SEL_PROTOCOL_VERSION, talk, end },
  { "show-pdf", SEL_PROTOCOL_VERSION, keep_pixels, end },
};

int
main (int argc, char *argv[])
{
  channel = sel_frame_channel_new (SEL_FILENO_CHANNEL, SEL_CHANNEL_ACCEPTS_FILES);

  for (guint i = 0; i < G_N_ELEMENTS (behaviours); i++)
    if (argc > 1 && strcmp (argv[1], behaviours[i].name) == 0)
      {
        if (behaviours[i].version)
          say_ready (behaviours[i].version);
        behaviours[i].first ();
        behaviours[i].then ();
      }
  return 2;
}
