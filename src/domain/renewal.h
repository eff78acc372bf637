/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of an agreement that follows an older one. What has to be asked anew stays empty: numbers,
 * signatories, and by what they sign. */
#pragma once

#include "domain/agreement.h"
#include "domain/obligation.h"
#include "domain/party.h"

G_BEGIN_DECLS

SelAgreement *sel_renewal_new (const SelAgreement *old, const GDate *ends_on);
void sel_renewal_settle_term (SelAgreement *self);
SelParty *sel_renewal_new_party (const SelParty *old);
SelObligation *sel_renewal_new_obligation (const SelObligation *old,
                                           const SelAgreement *of,
                                           const SelAgreement *renewal);

G_END_DECLS
