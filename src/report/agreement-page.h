/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of an agreement on one page, before it is laid out. */
#pragma once

#include "domain/agreement.h"
#include "report/agreement-summary.h"
#include "report/printout.h"
#include "store/agreement-view.h"

G_BEGIN_DECLS

#define SEL_AGREEMENT_PAGE_MOST_COLUMNS 6

/* A part of the page: a table, whose first cells say what the others are where it has no
 * labels. */
typedef struct
{
  const char *title;
  SelPrintoutColumn columns[SEL_AGREEMENT_PAGE_MOST_COLUMNS]; /* with labels, if it has a title */
  guint n_columns;
  guint small_column; /* in small letters; 0 for none */
  GPtrArray *rows;    /* of GStrv, plain texts */
} SelAgreementPart;

/* All that is on it. */
typedef struct
{
  SelAgreement *agreement;
  SelAgreementView *view;
  GPtrArray *parts;
} SelAgreementPage;

gboolean sel_agreement_page_read (SelAgreementPage *self,
                                  SelStore *store,
                                  const SelAgreementSummaryOrder *order,
                                  GError **error);
void sel_agreement_page_clear (SelAgreementPage *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SelAgreementPage, sel_agreement_page_clear)

G_END_DECLS
