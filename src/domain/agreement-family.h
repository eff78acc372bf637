/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an agreement should fit: the one that it is made under, and the one that it renews. Practice
 * knows exceptions to all of it, so that nothing here keeps a record out. */
#pragma once

#include "domain/agreement.h"
#include "domain/findings.h"

G_BEGIN_DECLS

/* From when to when an agreement is in force, as its addenda left it. */
typedef struct
{
  GDate first_day; /* or that of its signature; invalid: not known */
  GDate last_day;  /* invalid: none */
} SelAgreementSpan;

SelAgreementSpan sel_agreement_span (const GDate *starts_on,
                                     const GDate *signed_on,
                                     const GDate *ends_on);
void sel_agreement_check_family (const SelAgreementSpan *self,
                                 const SelAgreementSpan *umbrella,
                                 const SelAgreementSpan *predecessor,
                                 SelFindings *findings);
void sel_agreement_check_parties (SelAgreementStage stage, guint n_parties, SelFindings *findings);

G_END_DECLS
