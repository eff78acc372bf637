/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of what an agreement promises, and of what was done for it. */
#pragma once

#include "store/agreement-view.h"
#include "ui/records/row-group.h"

G_BEGIN_DECLS

void sel_agreement_show_scope (SelRowGroup *group, SelOffice *office, const SelAgreementView *view);
void sel_agreement_show_obligations (SelRowGroup *group,
                                     SelOffice *office,
                                     const SelAgreementView *view);
void sel_agreement_show_realisations (SelRowGroup *group,
                                      SelOffice *office,
                                      const SelAgreementView *view);
void sel_agreement_show_reviews (SelRowGroup *group,
                                 SelOffice *office,
                                 const SelAgreementView *view,
                                 const GDate *today);
void sel_agreement_show_amendments (SelRowGroup *group,
                                    SelOffice *office,
                                    const SelAgreementView *view,
                                    gint64 agreement);

G_END_DECLS
