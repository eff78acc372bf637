/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an agreement that is being written down may be there already: with the same parties, at the same
 * time, about the same. Offices fear most to make one memorandum twice. */
#pragma once

#include "domain/agreement-family.h"

G_BEGIN_DECLS

/* What is compared of an agreement. */
typedef struct
{
  GHashTable *subject; /* (owned): the folded words that say what it is about, a set of char * */
  GArray *partners;    /* (owned): gint64; empty when none is known yet */
  SelAgreementSpan span;
} SelAgreementOutline;

SelAgreementOutline *sel_agreement_outline_new (const char *title, const SelAgreementSpan *span);
void sel_agreement_outline_free (SelAgreementOutline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelAgreementOutline, sel_agreement_outline_free)

double sel_agreement_outline_compare (const SelAgreementOutline *typed,
                                      const SelAgreementOutline *known);

G_END_DECLS
