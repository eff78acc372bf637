/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of the register, written as an exchange file for a partner. The gate decides whether it
 * may leave, and which fields; then the records go from one consistent view of the register into
 * the file as the database has them. The same register gives the same bytes: the file is dated and
 * numbered by the last act that changed a record. That it left is kept in the log. */
#pragma once

#include <gio/gio.h>

#include "exchange/export-result.h"
#include "exchange/package-write.h"
#include "store/export-terms.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What is asked for; texts are borrowed. */
typedef struct
{
  SelExportChoice choice; /* a roster is one of a programme or a cohort */
  const char *purpose;
  const char *sender; /* the office itself; NULL where it has not said */
  const char *sender_name;
  gboolean takes_elsewhere;         /* as in #SelExportTerms */
  gboolean replaces;                /* files of the same names give way */
  const SelPackageOptions *package; /* NULL: the exchange file and its PDFs lie side by side */
} SelExportOrder;

/* @fraction, 0 to 1, is written; called from time to time on the thread that exports. */
typedef void (*SelExportProgressFunc) (double fraction, guint64 n_records, gpointer user_data);

SelExportResult *sel_export_run (SelStore *store,
                                 const SelExportOrder *order,
                                 const char *path,
                                 const GDate *today,
                                 SelExportProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
