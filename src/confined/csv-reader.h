/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a CSV file row by row, in memory that does not grow with it. */
#pragma once

#include "confined/sheet-teller.h"

G_BEGIN_DECLS

void sel_csv_reader_run (SelSheetTeller *teller,
                         int file,
                         guint delimiter,
                         SelSheetEncoding encoding);

G_END_DECLS
