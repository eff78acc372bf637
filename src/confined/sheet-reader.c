/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/sheet-reader.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "confined/csv-reader.h"
#include "confined/ims-reader.h"
#include "confined/whole.h"
#include "confined/xlsx-reader.h"

#define LOOKED_AT 4096

/* Of the file of files that old Office programs write, and new ones around what has a password. */
#define COMPOUND_MOST (16u << 20)

static gboolean
begins_with (const guint8 *bytes, gsize length, const char *magic, gsize magic_length)
{
  return length >= magic_length && memcmp (bytes, magic, magic_length) == 0;
}

/* The names of what is in a compound file are in UTF-16, wherever its directory lies. */
static SelSheetProblem
judge_compound (int input)
{
  static const char encrypted[] =
    "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"; /* and the zero that ends it */
  g_autofree guint8 *bytes = g_malloc (COMPOUND_MOST);
  gssize length;

  if (lseek (input, 0, SEEK_SET) != 0 ||
      (length = sel_read_whole (input, bytes, COMPOUND_MOST)) < 0)
    return SEL_SHEET_PROBLEM_UNREADABLE;
  return memmem (bytes, (gsize) length, encrypted, sizeof encrypted) ? SEL_SHEET_PROBLEM_PASSWORD
                                                                     : SEL_SHEET_PROBLEM_OLD_EXCEL;
}

/* What a file is that is no table, by its first bytes; 0 for a text that may be one. */
static SelSheetProblem
judge (const guint8 *bytes, gsize length, int input)
{
  static const char compound[] = { '\xd0', '\xcf', '\x11', '\xe0', '\xa1', '\xb1', '\x1a', '\xe1' };
  static const char old_excel[] = { '\x09', '\x08' };
  gsize i = 0;

  if (begins_with (bytes, length, compound, sizeof compound))
    return judge_compound (input);
  if (begins_with (bytes, length, old_excel, sizeof old_excel))
    return SEL_SHEET_PROBLEM_OLD_EXCEL;
  if (begins_with (bytes, length, "%PDF-", 5))
    return SEL_SHEET_PROBLEM_NOT_A_SHEET;

  if (begins_with (bytes, length, "\xef\xbb\xbf", 3))
    i = 3;
  while (i < length && g_ascii_isspace (bytes[i]))
    i++;
  return i < length && bytes[i] == '<' ? SEL_SHEET_PROBLEM_WEB_PAGE : 0;
}

/**
 * sel_sheet_reader_read:
 * @input: (transfer none): the open file, which can be read from any place
 *
 * Reads whatever the file is, and tells it to @teller to its end.
 */
void
sel_sheet_reader_read (SelSheetTeller *teller, int input, const SelSheetQuestion *question)
{
  guint8 bytes[LOOKED_AT];
  gssize length;
  SelSheetProblem problem;

  if (lseek (input, 0, SEEK_SET) != 0 ||
      (length = sel_read_whole (input, bytes, sizeof bytes)) < 0)
    sel_sheet_teller_stop (teller, SEL_SHEET_PROBLEM_UNREADABLE, NULL);
  else if (begins_with (bytes, (gsize) length, "PK\3\4", 4))
    sel_xlsx_reader_run (teller, input, question->sheet);
  else if (sel_ims_reader_knows (bytes, (gsize) length))
    sel_ims_reader_run (teller, input);
  else if ((problem = judge (bytes, (gsize) length, input)))
    sel_sheet_teller_stop (teller, problem, NULL);
  else
    sel_csv_reader_run (teller, input, question->delimiter, question->encoding);
}

/**
 * sel_sheet_reader_run:
 * @channel: where the question comes from, and where the frames of sheet-protocol.h go
 * @input: (transfer none): the open file
 *
 * Returns: the exit status of the process
 */
int
sel_sheet_reader_run (SelFrameChannel *channel, int input)
{
  g_auto (SelSheetTeller) teller = { 0 };
  SelSheetQuestion question;
  SelFrame frame;
  gint64 n_wanted;

  if (sel_frame_channel_next (channel, &frame) != SEL_CHANNEL_FRAME ||
      frame.kind != SEL_FRAME_SHEET_READ)
    return EXIT_FAILURE;

  question.delimiter = sel_frame_get_u32 (&frame.payload);
  question.encoding = sel_frame_get_u32 (&frame.payload);
  question.sheet = sel_frame_get_text (&frame.payload, SEL_SHEET_MOST_NAME);
  n_wanted = sel_frame_get_i64 (&frame.payload);
  if (!sel_frame_reader_finish (&frame.payload))
    return EXIT_FAILURE;

  sel_sheet_teller_init (&teller, channel, n_wanted);
  sel_sheet_reader_read (&teller, input, &question);
  return sel_frame_channel_flush (channel) ? EXIT_SUCCESS : EXIT_FAILURE;
}
