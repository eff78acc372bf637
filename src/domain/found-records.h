/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found in the text of an agreement as records, for a person to confirm. They are free
 * with sel_record_free(). A record of this list that another refers to is named by its place, as a
 * negative id: -1 is the first. */
#pragma once

#include "domain/found-agreement.h"
#include "domain/obligation.h"
#include "domain/party.h"
#include "domain/scope-item.h"

G_BEGIN_DECLS

SelAgreement *sel_found_agreement_dup_record (const SelFoundAgreement *self, const GDate *today);
SelParty *sel_found_agreement_dup_party (const SelFoundAgreement *self, guint i);
SelScopeItem *sel_found_agreement_dup_scope_item (const SelFoundAgreement *self, guint i);
void sel_found_agreement_set_first_due (const SelFoundAgreement *self,
                                        guint i,
                                        const GDate *first_day,
                                        SelObligation *obligation);
SelObligation *sel_found_agreement_dup_obligation (const SelFoundAgreement *self,
                                                   guint i,
                                                   const GDate *first_day);

G_END_DECLS
