/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an agreement stands on a day. The stage is what the office has recorded; the state follows
 * from it and from dates, and is computed, never stored. */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_AGREEMENT_STAGE_DRAFT = 1,
  SEL_AGREEMENT_STAGE_UNDER_REVIEW,
  SEL_AGREEMENT_STAGE_SIGNED,
  SEL_AGREEMENT_STAGE_TERMINATED,
} SelAgreementStage;

typedef enum
{
  SEL_AGREEMENT_STATE_DRAFT,
  SEL_AGREEMENT_STATE_UNDER_REVIEW,
  SEL_AGREEMENT_STATE_NOT_YET,
  SEL_AGREEMENT_STATE_IN_FORCE,
  SEL_AGREEMENT_STATE_NOTICE_DUE, /* in force; soon it is too late to say whether it is renewed */
  SEL_AGREEMENT_STATE_EXPIRING,
  SEL_AGREEMENT_STATE_EXPIRED,
  SEL_AGREEMENT_STATE_TERMINATED,
  SEL_AGREEMENT_STATE_RENEWED,
} SelAgreementState;

#define SEL_N_AGREEMENT_STATES (SEL_AGREEMENT_STATE_RENEWED + 1)

extern const SelChoice sel_agreement_states[];

/* What the state depends on; an invalid date means none. */
typedef struct
{
  SelAgreementStage stage;
  GDate starts_on;           /* the first day; none: in force since its signature */
  GDate ends_on;             /* the last day; none: open-ended */
  GDate terminated_on;       /* the first day no longer in force; read in that stage only */
  GDate successor_starts_on; /* of the signed agreement that renews it */
  GDate notice_by;           /* sel_term_notice_by(); none also when notice was given */
} SelAgreementTerms;

SelAgreementState sel_agreement_state_on (const SelAgreementTerms *terms,
                                          const GDate *today,
                                          guint notice_days);
gboolean sel_agreement_state_is_in_force (SelAgreementState state);
const char *sel_agreement_state_code (SelAgreementState state);
const char *sel_agreement_state_label (SelAgreementState state);
const char *sel_agreement_state_hint (SelAgreementState state);
const char *sel_agreement_state_mark (const char *code);

G_END_DECLS
