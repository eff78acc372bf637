/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands about other offices’ tables: how one is imported, looked at, and prepared. */
#pragma once

#include "application/answer.h"
#include "exchange/import.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What the line says of tables; NULL for what it does not. */
typedef struct
{
  char *mapping; /* the name of the one to read with, or to save */
  char *sheet;   /* the name of one in a workbook */
  char *kind;
  char *sender;
  char *sender_name;
  GStrv defaults; /* FIELD=VALUE */
  gboolean reveals;
  gboolean replaces; /* a file of the name of the template */
} SelSheetOptions;

void sel_sheet_options_copy (SelSheetOptions *to, const SelSheetOptions *from);
void sel_sheet_options_clear (SelSheetOptions *options);

SelImportResult *sel_sheet_command_import (const SelSheetOptions *options,
                                           SelStore *store,
                                           const SelImportRequest *request,
                                           GCancellable *cancellable,
                                           GError **error);
void sel_sheet_command_read (const SelSheetOptions *options,
                             const char *path,
                             gboolean as_json,
                             GCancellable *cancellable,
                             SelAnswer *answer);
void sel_sheet_command_make_template (const SelSheetOptions *options,
                                      const char *path,
                                      SelAnswer *answer);

G_END_DECLS
