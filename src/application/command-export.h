/* SPDX-License-Identifier: GPL-3.0-or-later */
/* selaras export: what its line says, and how it is carried out. */
#pragma once

#include <gio/gio.h>

#include "application/answer.h"
#include "domain/export-gate.h"
#include "exchange/package-write.h"
#include "report/json.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The words of the line; a record is a UID, or what people call it. NULL where nothing is said. */
typedef struct
{
  char *what; /* the code of a #SelExportKind */
  char *partner;
  char *agreement;
  char *programme;
  char *cohort;
  char *purpose;
  char *sender; /* the settings say it otherwise */
  char *sender_name;
  gboolean takes_elsewhere;
  gboolean replaces;
} SelExportWords;

void sel_export_words_clear (SelExportWords *self);
void sel_export_words_copy (SelExportWords *to, const SelExportWords *from);
const char *sel_export_words_check (const SelExportWords *self);
void sel_export_words_fail (const char *path,
                            const GError *error,
                            gboolean as_json,
                            SelAnswer *answer);
void sel_export_words_run (const SelExportWords *self,
                           SelStore *store,
                           const char *path,
                           const SelPackageOptions *package,
                           const GDate *today,
                           gboolean as_json,
                           GCancellable *cancellable,
                           SelAnswer *answer);

G_END_DECLS
