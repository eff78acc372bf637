/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/planning.h"

#include <glib/gi18n-lib.h>

#include "domain/field.h"

/* A renewed agreement has a successor in force, which covers what was planned under it. */
static SelPlanningWarnings
check_day (const SelAgreementTerms *terms, const GDate *day)
{
  switch (sel_agreement_state_on (terms, day, 0))
    {
    case SEL_AGREEMENT_STATE_DRAFT:
    case SEL_AGREEMENT_STATE_UNDER_REVIEW:
    case SEL_AGREEMENT_STATE_NOT_YET:
      return SEL_PLANNING_BEFORE_AGREEMENT;
    case SEL_AGREEMENT_STATE_EXPIRED:
    case SEL_AGREEMENT_STATE_TERMINATED:
      return SEL_PLANNING_AGREEMENT_LAPSED;
    case SEL_AGREEMENT_STATE_IN_FORCE:
    case SEL_AGREEMENT_STATE_NOTICE_DUE:
    case SEL_AGREEMENT_STATE_EXPIRING:
    case SEL_AGREEMENT_STATE_RENEWED:
    default:
      return 0;
    }
}

/* What is planned under an agreement lies in its force from the first day to the last. */
SelPlanningWarnings
sel_planning_check_agreement (const SelAgreementTerms *agreement,
                              const GDate *starts_on,
                              const GDate *ends_on)
{
  return check_day (agreement, starts_on) | check_day (agreement, ends_on);
}

SelPlanningWarnings
sel_planning_check_session (const SelSessionPlan *plan)
{
  SelPlanningWarnings warnings = 0;

  if (g_date_compare (&plan->starts_on, &plan->cohort_starts_on) < 0 ||
      g_date_compare (&plan->ends_on, &plan->cohort_ends_on) > 0)
    warnings |= SEL_PLANNING_OUTSIDE_COHORT;
  if (plan->agreement)
    warnings |= sel_planning_check_agreement (plan->agreement, &plan->starts_on, &plan->ends_on);
  if (plan->venue_capacity != SEL_NO_INTEGER && plan->filled > plan->venue_capacity)
    warnings |= SEL_PLANNING_VENUE_TOO_SMALL;

  return warnings;
}

/* A whole sentence, translated, about one warning. */
const char *
sel_planning_warning_message (SelPlanningWarnings warning)
{
  switch (warning)
    {
    case SEL_PLANNING_OUTSIDE_COHORT:
      return _ ("The session lies outside the period of its cohort.");
    case SEL_PLANNING_BEFORE_AGREEMENT:
      return _ ("The agreement of the cohort is not in force yet on that day.");
    case SEL_PLANNING_AGREEMENT_LAPSED:
      return _ ("The agreement of the cohort has lapsed by that day.");
    case SEL_PLANNING_VENUE_TOO_SMALL:
      return _ ("The venue holds fewer people than the cohort has.");
    default:
      g_return_val_if_reached (NULL);
    }
}
