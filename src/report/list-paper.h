/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as it is shown, on paper. */
#pragma once

#include "report/list-order.h"
#include "report/printout.h"

G_BEGIN_DECLS

/* More would be some thousand sheets. */
#define SEL_PAPER_MOST_ROWS 100000

typedef struct _SelListPaper SelListPaper;

SelListPaper *sel_list_paper_new (const SelListOrder *order,
                                  SelConnection *connection,
                                  guint n_rows,
                                  GError **error);
void sel_list_paper_free (SelListPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelListPaper, sel_list_paper_free)

void sel_list_paper_add_row (SelListPaper *self, SelRow *row);
SelPrintout *sel_list_paper_end (SelListPaper *self);

SelPrintout *sel_list_printout_new (SelStore *store,
                                    const SelListOrder *order,
                                    int *done,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
