/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a CSV file as UTF-8, whatever it is kept in. The C library's converter takes its
 * tables from the file system, which is closed here. */
#pragma once

#include "confined/sheet-protocol.h"

G_BEGIN_DECLS

#define SEL_CSV_BLOCK (64u << 10)

typedef struct
{
  int file; /* borrowed */
  SelSheetEncoding encoding;
  gboolean is_open;                /* the encoding: nothing but ASCII came so far */
  guint8 bytes[SEL_CSV_BLOCK + 4]; /* as they are read, after those left over */
  guint8 left[4];                  /* of a character whose rest is in the next block */
  gsize n_left;
  GString *converted;
} SelCsvText;

SelSheetProblem sel_csv_text_open (SelCsvText *self, int file, SelSheetEncoding told);
void sel_csv_text_clear (SelCsvText *self);
SelSheetProblem sel_csv_text_next (SelCsvText *self,
                                   const char **text,
                                   gsize *length,
                                   gsize *n_read);

G_END_DECLS
