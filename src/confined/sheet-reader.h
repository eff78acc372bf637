/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "confined/sheet-teller.h"

G_BEGIN_DECLS

/* How a sheet is to be read; what is not said is found. */
typedef struct
{
  guint delimiter;
  SelSheetEncoding encoding;
  const char *sheet;
} SelSheetQuestion;

void sel_sheet_reader_read (SelSheetTeller *teller, int input, const SelSheetQuestion *question);
int sel_sheet_reader_run (SelFrameChannel *channel, int input);

G_END_DECLS
