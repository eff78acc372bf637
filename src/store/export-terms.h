/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the gate of an export looks at, read from the register. */
#pragma once

#include "domain/export-gate.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* What a person chose to export; an id is 0 where none was named. */
typedef struct
{
  SelExportKind kind;
  gint64 partner;
  gint64 agreement;
  gint64 programme;
  gint64 cohort;
} SelExportChoice;

gboolean sel_export_terms_read (SelConnection *connection,
                                const SelExportChoice *choice,
                                const GDate *today,
                                SelExportTerms *terms,
                                GError **error);

G_END_DECLS
