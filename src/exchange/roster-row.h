/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a table after the other, translated into the records that it says. */
#pragma once

#include "exchange/mapping.h"
#include "exchange/sender-names.h"

G_BEGIN_DECLS

typedef struct _SelRosterRows SelRosterRows;

SelRosterRows *sel_roster_rows_new (const SelMapping *mapping,
                                    SelItemQueue *queue,
                                    SelSenderNames *names);
void sel_roster_rows_free (SelRosterRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelRosterRows, sel_roster_rows_free)

void sel_roster_rows_set_cell (SelRosterRows *self, const SelRosterColumn *column, guint cell);
gboolean sel_roster_rows_take (SelRosterRows *self,
                               guint number,
                               guint n_cells,
                               const SelCell *cells,
                               GError **error);

G_END_DECLS
