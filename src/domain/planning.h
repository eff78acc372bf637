/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a planner should know of a session before it is held: warnings, never a block. */
#pragma once

#include "domain/agreement-state.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_PLANNING_OUTSIDE_COHORT = 1 << 0,
  SEL_PLANNING_BEFORE_AGREEMENT = 1 << 1,
  SEL_PLANNING_AGREEMENT_LAPSED = 1 << 2,
  SEL_PLANNING_VENUE_TOO_SMALL = 1 << 3,
} SelPlanningWarnings;

typedef struct
{
  GDate starts_on; /* civil dates at the venue */
  GDate ends_on;
  GDate cohort_starts_on;
  GDate cohort_ends_on;
  const SelAgreementTerms *agreement; /* borrowed; NULL when the cohort hangs on none */
  gint64 filled;                      /* seats */
  gint64 venue_capacity;              /* SEL_NO_INTEGER when it is not known */
} SelSessionPlan;

SelPlanningWarnings sel_planning_check_agreement (const SelAgreementTerms *agreement,
                                                  const GDate *starts_on,
                                                  const GDate *ends_on);
SelPlanningWarnings sel_planning_check_session (const SelSessionPlan *plan);
const char *sel_planning_warning_message (SelPlanningWarnings warning);

G_END_DECLS
