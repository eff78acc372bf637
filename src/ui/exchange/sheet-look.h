/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look at somebody's table off the main loop, with the mappings that were kept for such tables and
 * the offices that may have sent it. */
#pragma once

#include "exchange/roster-look.h"
#include "store/store.h"

G_BEGIN_DECLS

/* A mapping that was kept, and fits the table. */
typedef struct
{
  char *name;
  SelMapping *mapping;
} SelSheetOffer;

typedef struct
{
  SelRosterLook *look;
  GPtrArray *offers;  /* of SelSheetOffer, what says most columns first */
  GPtrArray *senders; /* of SelSender */
} SelSheetFindings;

void sel_sheet_findings_free (SelSheetFindings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelSheetFindings, sel_sheet_findings_free)

void sel_sheet_look_async (SelStore *store,
                           const char *path,
                           const SelSheetLayout *layout,
                           const SelRosterKind *kind,
                           const SelMapping *mapping,
                           GCancellable *cancellable,
                           gpointer source,
                           GAsyncReadyCallback callback);
SelSheetFindings *sel_sheet_look_finish (GAsyncResult *result, GError **error);

G_END_DECLS
