/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts and relations of an agreement, as rows. */
#pragma once

#include "store/agreement-view.h"
#include "ui/records/row-group.h"

G_BEGIN_DECLS

char *sel_agreement_dup_subtitle (const SelAgreement *agreement,
                                  const SelAgreementView *view,
                                  const GDate *today);
void sel_agreement_show_parties (SelRowGroup *group, SelOffice *office, const SelAgreementView *view);
void sel_agreement_show_witnesses (SelRowGroup *group, SelOffice *office, const SelAgreementView *view);
void sel_agreement_show_findings (SelRowGroup *group,
                                  const SelAgreement *agreement,
                                  const SelAgreementView *view,
                                  const GDate *today);
void sel_agreement_show_relations (SelRowGroup *group,
                                   const SelAgreement *agreement,
                                   const SelAgreementView *view);
void sel_agreement_show_programmes (SelRowGroup *group, const SelAgreementView *view);

G_END_DECLS
