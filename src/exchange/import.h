/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An exchange file, taken into the register in one act. Each record of the file is met once, in
 * its order: it is found again by the sender's identifier, by its uid or by a NIK, checked against
 * the rules, and written if it is new or differs. Whatever was written is taken back when the run
 * was only to see what would happen, when a record was refused and all or nothing was asked for,
 * and when anything fails. */
#pragma once

#include <gio/gio.h>

#include "exchange/import-result.h"
#include "exchange/package.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_IMPORT_DRY_RUN = 1 << 0,      /* see what would happen, and leave the register as it is */
  SEL_IMPORT_ACCEPT_VALID = 1 << 1, /* take the good records though others were refused */
} SelImportFlags;

/* @fraction of the file, 0 to 1, is read; called from time to time on the thread that imports. */
typedef void (*SelImportProgressFunc) (double fraction, guint64 n_records, gpointer user_data);

SelImportResult *sel_import_run (SelStore *store,
                                 const char *path,
                                 SelImportFlags flags,
                                 const GDate *today,
                                 SelImportProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);
SelImportResult *sel_import_run_package (SelStore *store,
                                         SelPackage *package,
                                         SelImportFlags flags,
                                         const GDate *today,
                                         SelImportProgressFunc progress,
                                         gpointer user_data,
                                         GCancellable *cancellable,
                                         GError **error);

gboolean sel_import_is_refusal (const GError *error);

G_END_DECLS
