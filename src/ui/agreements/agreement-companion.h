/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In the form of a new agreement: with whom it is made; and in the form of any, whether there may be one
 * already. */
#pragma once

#include "ui/forms/form-companion.h"

G_BEGIN_DECLS

#define SEL_TYPE_AGREEMENT_COMPANION (sel_agreement_companion_get_type ())
G_DECLARE_FINAL_TYPE (SelAgreementCompanion, sel_agreement_companion, SEL, AGREEMENT_COMPANION, AdwPreferencesGroup)

void sel_agreement_companion_begin_with (SelAgreementCompanion *self, GPtrArray *parties);
void sel_agreement_companion_use_partners (SelAgreementCompanion *self, GArray *partners);

G_END_DECLS
