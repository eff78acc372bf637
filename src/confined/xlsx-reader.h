/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one sheet of an XLSX workbook row by row. What grows with the workbook is its table of
 * texts, which has a limit. */
#pragma once

#include "confined/sheet-teller.h"

G_BEGIN_DECLS

void sel_xlsx_reader_run (SelSheetTeller *teller, int file, const char *sheet);

G_END_DECLS
