/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of an export. */
#pragma once

#include "confined/exchange-header.h"
#include "domain/export-gate.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_EXPORT_ERROR_REFUSED, /* it may not be made, or not like this: nothing is wrong with the
                               computer */
  SEL_EXPORT_ERROR_FAILED,  /* a file cannot be written */
} SelExportError;

#define SEL_EXPORT_ERROR (sel_export_error_quark ())
GQuark sel_export_error_quark (void);

typedef struct
{
  char *file; /* its name */
  SelExportKind kind;
  char *partner;             /* what it is called */
  SelExchangeHeader *header; /* what the file says of itself */
  gint64 export;             /* its id in the log */

  guint64 n; /* records */
  guint64 n_of[SEL_N_RECORD_TYPES];
  guint64 n_documents; /* PDFs that lie beside the file, or in the package */
  guint64 n_elsewhere; /* as in #SelExportTerms */
  gboolean is_packed;
  SelSensitivity most;        /* what the agreement lets travel */
  SelSensitivity sensitivity; /* the highest of a field that left */
} SelExportResult;

SelExportResult *sel_export_result_new (const char *file, SelExportKind kind);
void sel_export_result_free (SelExportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelExportResult, sel_export_result_free)

gboolean sel_export_result_has_withheld (const SelExportResult *self, guint type, guint field);

G_END_DECLS
