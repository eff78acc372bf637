/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader of tables, given workbooks. A change to a zip seldom gets past its check sums, so that
 * an input that is none is the texts of the parts of a workbook, with a byte between two of them
 * that no text has; it is read as the workbook that they make. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "confined/sheet-reader.h"
#include "drain.h"
#include "support/zip-maker.h"

#define BETWEEN_PARTS 0xff

static const char *const names[] = {
  "_rels/.rels",
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "xl/sharedStrings.xml",
  "xl/worksheets/sheet1.xml",
  "xl/worksheets/sheet2.xml",
};

static int
read_workbook (SelFrameChannel *channel, int input)
{
  const SelSheetQuestion question = { 0 };
  g_auto (SelSheetTeller) teller = { 0 };

  sel_sheet_teller_init (&teller, channel, 0);
  sel_sheet_reader_read (&teller, input, &question);
  g_assert (teller.is_over);
  return EXIT_SUCCESS;
}

/* An empty part is not there. */
static GBytes *
make_workbook (const uint8_t *data, size_t length)
{
  ZipMaker maker = zip_maker_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names) && length > 0; i++)
    {
      const uint8_t *end = memchr (data, BETWEEN_PARTS, length);
      const size_t n = end ? (size_t) (end - data) : length;
      const ZipEntry entry = { .name = names[i], .data = data, .length = n };

      if (n > 0)
        zip_maker_add (&maker, &entry);
      data += MIN (n + 1, length);
      length -= MIN (n + 1, length);
    }

  return zip_maker_end (&maker);
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
  const gboolean is_zip = length >= 4 && memcmp (data, "PK\3\4", 4) == 0;
  g_autoptr (GBytes) workbook =
    is_zip ? g_bytes_new_static (data, length) : make_workbook (data, length);

  drain_run (read_workbook, g_bytes_get_data (workbook, NULL), g_bytes_get_size (workbook));
  return 0;
}
