/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/eligibility.h"

#include <glib/gi18n-lib.h>

#include "domain/age.h"
#include "domain/participant.h"

static SelObstacles
test_age (const SelEntryTerms *terms, const SelApplicant *applicant, int age)
{
  if (terms->minimum_age == 0)
    return 0;
  if (!g_date_valid (&terms->starts_on))
    return SEL_OBSTACLE_NO_START_DATE;
  if (!g_date_valid (&applicant->birth_date))
    return SEL_OBSTACLE_NO_BIRTH_DATE;
  return age < (int) terms->minimum_age ? SEL_OBSTACLE_TOO_YOUNG : 0;
}

/* Whether a person may join a cohort. The age is that on the day the cohort starts, whenever the
 * person was selected. A kind that another office could not state is not held against anyone. */
SelEligibility
sel_eligibility_test (const SelEntryTerms *terms, const SelApplicant *applicant)
{
  SelEligibility result = { .age = -1 };

  g_return_val_if_fail (terms && applicant, result);

  result.tested_on = terms->starts_on;
  if (g_date_valid (&terms->starts_on) && g_date_valid (&applicant->birth_date))
    result.age = sel_age_on (&applicant->birth_date, &terms->starts_on);

  result.obstacles = test_age (terms, applicant, result.age);
  if (terms->eligible_kinds && applicant->kind != SEL_PARTICIPANT_UNSTATED &&
      (applicant->kind < 1 || !(terms->eligible_kinds & (1u << (applicant->kind - 1)))))
    result.obstacles |= SEL_OBSTACLE_OTHER_KIND;
  return result;
}

/* What to tell a person about one obstacle; without the age, which is personal data. */
const char *
sel_obstacle_message (SelObstacles obstacle)
{
  switch (obstacle)
    {
    case SEL_OBSTACLE_OTHER_KIND:
      return _ ("The programme is not open to this kind of participant.");
    case SEL_OBSTACLE_NO_START_DATE:
      return _ ("The minimum age cannot be tested: the first day of the cohort is missing.");
    case SEL_OBSTACLE_NO_BIRTH_DATE:
      return _ ("The minimum age cannot be tested: the birth date is missing.");
    case SEL_OBSTACLE_TOO_YOUNG:
      return _ ("The person has not reached the minimum age on the first day of the cohort.");
    default:
      g_return_val_if_reached (NULL);
    }
}
