/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/export-files.h"
#include "exchange/export.h"
#include "exchange/xml-writer.h"
#include "store/export-selection.h"

G_BEGIN_DECLS

/* An export that runs. */
typedef struct
{
  const SelExportOrder *order;
  const char *name; /* of the exchange file, as the system has it */
  const GDate *today;
  SelExportProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  SelExportResult *result;
  SelConnection *connection;
  SelExportFiles *files;   /* the exchange file and its PDFs */
  SelExportFiles *leaving; /* what the user sees of them: these, or their package */
  SelExportSelection *selection;
  GHashTable *names;  /* of the PDFs, by the ids of the documents */
  guint64 n_expected; /* records, at most */
  SelXmlWriter *writer;
  GArray *written[SEL_N_RECORD_TYPES]; /* of SelRun */
} SelExporting;

gboolean sel_exporting_go_on (SelExporting *self, GError **error);
gboolean sel_exporting_write (SelExporting *self, GError **error);

G_END_DECLS
