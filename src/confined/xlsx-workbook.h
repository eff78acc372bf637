/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a workbook says besides its cells: its sheets, its texts, and which formats are dates. */
#pragma once

#include "confined/xlsx-package.h"

G_BEGIN_DECLS

typedef struct
{
  SelXlsxPackage *package; /* borrowed */
  gboolean is_1904;
  char *part;          /* of the workbook itself */
  GHashTable *targets; /* parts by the identifiers of relations */
  GPtrArray *names;    /* of the sheets, and a NULL once they are complete */
  GPtrArray *sheets;   /* their parts */
  guint first_shown;
  char *strings_part; /* NULL for none */
  char *styles_part;
  GString *strings; /* one after the other, each with its zero */
  GArray *begins;   /* of guint32: where each begins */
  GArray *dates;    /* of gboolean, by the number of a cell's style */
} SelXlsxWorkbook;

gboolean sel_xlsx_workbook_open (SelXlsxWorkbook *self, SelXlsxPackage *package);
gboolean sel_xlsx_workbook_load (SelXlsxWorkbook *self);
void sel_xlsx_workbook_clear (SelXlsxWorkbook *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SelXlsxWorkbook, sel_xlsx_workbook_clear)

const char *sel_xlsx_workbook_get_string (SelXlsxWorkbook *self, guint64 index);
gboolean sel_xlsx_workbook_is_date (SelXlsxWorkbook *self, guint64 style);

G_END_DECLS
