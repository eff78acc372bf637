/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An exchange file, taken into the register in one act. Each record of the file is met once, in
 * its order: it is found again by the sender's identifier, by its uid or by a NIK, checked against
 * the rules, and written if it is new or differs. Whatever was written is taken back when the run
 * was only to see what would happen, when a record was refused and all or nothing was asked for,
 * and when anything fails. */
#pragma once

#include <gio/gio.h>

#include "exchange/import-result.h"
#include "exchange/item-source.h"
#include "exchange/package.h"
#include "store/store.h"

G_BEGIN_DECLS

#define SEL_IMPORT_ERROR (sel_import_error_quark ())

typedef enum
{
  SEL_IMPORT_ERROR_OLDER, /* a newer file of the sender came in before */
} SelImportError;

GQuark sel_import_error_quark (void);

typedef enum
{
  SEL_IMPORT_DRY_RUN = 1 << 0,      /* see what would happen, and leave the register as it is */
  SEL_IMPORT_ACCEPT_VALID = 1 << 1, /* take the good records though others were refused */
  SEL_IMPORT_TAKE_OLDER = 1 << 2,   /* though a newer file of the sender came in before */
} SelImportFlags;

/* @fraction of the file, 0 to 1, is read; called from time to time on the thread that imports. */
typedef void (*SelImportProgressFunc) (double fraction, guint64 n_records, gpointer user_data);

/* What is asked of an import; all of it is borrowed. */
typedef struct
{
  const char *path; /* of the exchange file, beside which its PDFs lie, or of the @package */
  SelImportFlags flags;
  const GDate *today;            /* what rules count from */
  const SelDecisions *decisions; /* (nullable): on the pairs of a dry run */
  gint64 plan;                   /* that is carried out, and then forgotten; 0 for none */
  SelItemSource *source;         /* (nullable): of a file that is no exchange file, unused so far */
  SelPackage *package;           /* (nullable): the one at @path, open */
} SelImportRequest;

SelImportResult *sel_import_run (SelStore *store,
                                 const SelImportRequest *request,
                                 SelImportProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

gboolean sel_import_is_refusal (const GError *error);

G_END_DECLS
