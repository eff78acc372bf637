/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-seeds exchange|frames FOLDER SAMPLE: inputs for the fuzzer to begin with. Those of the reader
 * are the sample and the files that tests are hostile with; those of the other side are what the
 * reader says of them, and sound answers about a PDF. */
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <libxml/xmlerror.h>

#include "confined/exchange-reader.h"
#include "confined/protocol.h"
#include "frames.h"
#include "support/hostile-xml.h"
#include "support/input.h"

/* A larger input only makes the fuzzer slow. */
#define MOST_BYTES 20000

static const char *folder;

/* libxml2 would print what it finds wrong. */
static void
say_nothing (G_GNUC_UNUSED void *data, G_GNUC_UNUSED const char *message, ...)
{
}

static void
put (const char *name, const char *data, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (length <= MOST_BYTES && !g_file_set_contents (path, data, (gssize) length, &error))
    g_error ("%s", error->message);
}

static void
put_frames (const char *name, Frames kind, const guint8 *data, gsize length)
{
  g_autoptr (GString) seed = g_string_new (NULL);

  g_string_append_c (seed, (char) kind);
  g_string_append_len (seed, (const char *) data, (gssize) length);
  put (name, seed->str, seed->len);
}

/* What the reader says of the file @data, as far as a socket holds it. */
static void
put_said (const char *name, const char *data, gsize length)
{
  static guint8 said[1 << 20];
  int input = input_new (data, length);
  gsize n_said = 0;
  gssize n;
  int pair[2];
  SelFrameChannel *channel;

  g_assert (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0);
  channel = sel_frame_channel_new (pair[0], SEL_CHANNEL_NEVER_BLOCKS);
  sel_exchange_reader_run (channel, input);
  sel_frame_channel_free (channel);
  while ((n = read (pair[1], said + n_said, sizeof said - n_said)) > 0)
    n_said += (gsize) n;
  close (pair[1]);
  close (input);
  put_frames (name, FRAMES_EXCHANGE, said, n_said);
}

static void
put_pdf_answers (void)
{
  g_auto (SelFrameWriter) said = { 0 };

  sel_frame_begin (&said, SEL_FRAME_PDF_OPENED);
  sel_frame_put_text (&said, "Perjanjian");
  sel_frame_put_u32 (&said, 1);
  sel_frame_put_f64 (&said, 595);
  sel_frame_put_f64 (&said, 842);
  sel_frame_end (&said);
  sel_frame_begin (&said, SEL_FRAME_FAILED);
  sel_frame_put_u32 (&said, SEL_FAILURE_ENCRYPTED);
  sel_frame_end (&said);
  put_frames ("pdf-opened", FRAMES_PDF_OPENED, said.data, said.length);

  said.length = 0;
  sel_frame_begin (&said, SEL_FRAME_PDF_RENDERED);
  sel_frame_end (&said);
  put_frames ("pdf-rendered", FRAMES_PDF_RENDERED, said.data, said.length);

  said.length = 0;
  sel_frame_begin (&said, SEL_FRAME_PDF_HITS);
  sel_frame_put_u32 (&said, 1);
  for (guint i = 0; i < 4; i++)
    sel_frame_put_f64 (&said, 10);
  sel_frame_put_text (&said, "Pasal 1");
  sel_frame_put_u32 (&said, 0);
  sel_frame_put_u32 (&said, 5);
  sel_frame_end (&said);
  put_frames ("pdf-hits", FRAMES_PDF_HITS, said.data, said.length);

  said.length = 0;
  sel_frame_begin (&said, SEL_FRAME_PDF_PAGE_TEXT);
  sel_frame_put_text (&said, "Pasal");
  sel_frame_put_u32 (&said, 5);
  for (guint i = 0; i < 5 * 4; i++)
    sel_frame_put_f64 (&said, 10);
  sel_frame_end (&said);
  put_frames ("pdf-text", FRAMES_PDF_TEXT, said.data, said.length);
}

static void
put_target (SelFrameWriter *said, SelPdfTargetKind kind, const char *address)
{
  sel_frame_put_u32 (said, kind);
  sel_frame_put_u32 (said, 1);
  sel_frame_put_f64 (said, 10);
  sel_frame_put_text (said, address);
}

static void
put_pdf_lists (void)
{
  g_auto (SelFrameWriter) said = { 0 };

  sel_frame_begin (&said, SEL_FRAME_PDF_LINKS_ARE);
  sel_frame_put_u32 (&said, 1);
  for (guint i = 0; i < 4; i++)
    sel_frame_put_f64 (&said, 10);
  put_target (&said, SEL_PDF_TARGET_ADDRESS, "https://example.go.id/");
  sel_frame_put_u32 (&said, 0);
  sel_frame_end (&said);
  put_frames ("pdf-links", FRAMES_PDF_LINKS, said.data, said.length);

  said.length = 0;
  sel_frame_begin (&said, SEL_FRAME_PDF_OUTLINE_IS);
  for (guint i = 0; i < 2; i++)
    {
      sel_frame_put_u32 (&said, 1);
      sel_frame_put_u32 (&said, i);
      sel_frame_put_text (&said, "Pasal 1");
      put_target (&said, SEL_PDF_TARGET_PAGE, "");
    }
  sel_frame_put_u32 (&said, 0);
  sel_frame_end (&said);
  put_frames ("pdf-outline", FRAMES_PDF_OUTLINE, said.data, said.length);

  said.length = 0;
  sel_frame_begin (&said, SEL_FRAME_PDF_SIGNATURES_ARE);
  sel_frame_put_u32 (&said, 1);
  sel_frame_put_u32 (&said, SEL_PDF_INTACT);
  sel_frame_put_u32 (&said, 1);
  sel_frame_put_u32 (&said, 0);
  sel_frame_put_text (&said, "Siti Rahayu");
  sel_frame_put_u32 (&said, 0);
  sel_frame_end (&said);
  put_frames ("pdf-signatures", FRAMES_PDF_SIGNATURES, said.data, said.length);
}

int
main (int argc, char **argv)
{
  void (*put_file) (const char *, const char *, gsize);
  g_autofree char *sample = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert (argc == 4);
  xmlSetGenericErrorFunc (NULL, say_nothing);
  put_file = g_str_equal (argv[1], "frames") ? put_said : put;
  folder = argv[2];
  if (g_mkdir_with_parents (folder, 0755) != 0 ||
      !g_file_get_contents (argv[3], &sample, &length, &error))
    g_error ("%s cannot be filled", folder);

  put_file ("sample", sample, length);
  for (guint i = 0; i < n_hostile_xml; i++)
    {
      g_autoptr (GBytes) bytes = hostile_xml_dup_bytes (&hostile_xml[i]);
      const char *data = g_bytes_get_data (bytes, &length);

      put_file (hostile_xml[i].name, data, length);
    }
  if (put_file == put_said)
    put_pdf_answers ();
  put_pdf_lists ();
  return 0;
}
