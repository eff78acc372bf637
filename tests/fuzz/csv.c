/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader of tables, given text: CSV, and IMS Enterprise. It is read in every encoding, as a
 * mapping may ask for, and first in the one that is found. */
#include <stdlib.h>

#include <libxml/parser.h>

#include "confined/sheet-reader.h"
#include "drain.h"

static SelSheetEncoding encoding;

static int
read_text (SelFrameChannel *channel, int input)
{
  const SelSheetQuestion question = { .encoding = encoding };
  g_auto (SelSheetTeller) teller = { 0 };

  sel_sheet_teller_init (&teller, channel, 0);
  sel_sheet_reader_read (&teller, input, &question);
  g_assert (teller.is_over);
  return EXIT_SUCCESS;
}

int
LLVMFuzzerInitialize (G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
  xmlInitParser ();
  drain_start ();
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  for (encoding = 0; encoding < SEL_N_ENCODINGS; encoding++)
    drain_run (read_text, data, length);
  return 0;
}
