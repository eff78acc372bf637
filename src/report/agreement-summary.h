/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An agreement on one page of paper, or in a workbook. */
#pragma once

#include "report/printout.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 agreement;
  char *office; /* whose page it is; NULL where that is not known */
  GDate today;
  guint notice_days;
} SelAgreementSummaryOrder;

SelAgreementSummaryOrder *sel_agreement_summary_order_new (gint64 agreement,
                                                           const char *office,
                                                           const GDate *today,
                                                           guint notice_days);
void sel_agreement_summary_order_free (SelAgreementSummaryOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelAgreementSummaryOrder, sel_agreement_summary_order_free)

SelPrintout *sel_agreement_summary_paper_new (SelStore *store,
                                              const SelAgreementSummaryOrder *order,
                                              GError **error);
gboolean sel_agreement_summary_write (SelStore *store,
                                      const SelAgreementSummaryOrder *order,
                                      const char *path,
                                      gboolean replaces,
                                      GError **error);

G_END_DECLS
