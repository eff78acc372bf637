/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records an export has: what was chosen, and all that it refers to. */
#pragma once

#include "domain/records.h"
#include "store/export-terms.h"
#include "store/runs.h"

G_BEGIN_DECLS

typedef struct
{
  /* Of SelRun, for each type of record: in the order in which they are to be written, where one of
   * their own kind that they refer to comes before them. */
  GArray *runs[SEL_N_RECORD_TYPES];
} SelExportSelection;

SelExportSelection *sel_export_selection_read (SelConnection *connection,
                                               const SelExportChoice *choice,
                                               SelSensitivity most,
                                               GError **error);
void sel_export_selection_free (SelExportSelection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelExportSelection, sel_export_selection_free)

G_END_DECLS
