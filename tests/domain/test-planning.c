/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include "domain/field.h"
#include "domain/planning.h"

enum
{
  COHORT = SEL_PLANNING_OUTSIDE_COHORT,
  EARLY = SEL_PLANNING_BEFORE_AGREEMENT,
  LAPSED = SEL_PLANNING_AGREEMENT_LAPSED,
  SMALL = SEL_PLANNING_VENUE_TOO_SMALL,
};

/* A cohort of 1 to 31 October under an agreement in force from 10 July 2020 to 15 October 2025. */
static const struct
{
  const char *starts_on;
  const char *ends_on;
  gint64 filled;
  gint64 venue_capacity;
  guint warnings;
} cases[] = {
  { "2025-10-01", "2025-10-01", 16, 16, 0 },
  { "2025-10-15", "2025-10-15", 16, SEL_NO_INTEGER, 0 },
  { "2025-10-15", "2025-10-16", 16, SEL_NO_INTEGER, LAPSED },
  { "2025-10-31", "2025-10-31", 16, 20, LAPSED },
  { "2025-10-31", "2025-11-01", 16, 20, LAPSED | COHORT },
  { "2025-09-30", "2025-09-30", 16, 20, COHORT },
  { "2020-07-09", "2020-07-09", 16, 20, COHORT | EARLY },
  { "2025-10-01", "2025-10-01", 17, 16, SMALL },
};

static SelSessionPlan
new_plan (gsize i, const SelAgreementTerms *agreement)
{
  return (SelSessionPlan){
    .starts_on = date (cases[i].starts_on),
    .ends_on = date (cases[i].ends_on),
    .cohort_starts_on = date ("2025-10-01"),
    .cohort_ends_on = date ("2025-10-31"),
    .agreement = agreement,
    .filled = cases[i].filled,
    .venue_capacity = cases[i].venue_capacity,
  };
}

static void
test_warnings (void)
{
  SelAgreementTerms terms = {
    .stage = SEL_AGREEMENT_STAGE_SIGNED,
    .starts_on = date ("2020-07-10"),
    .ends_on = date ("2025-10-15"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SelSessionPlan plan = new_plan (i, &terms);
      SelSessionPlan loose = new_plan (i, NULL);

      g_test_message ("case %u", (guint) i);
      g_assert_cmpuint (sel_planning_check_session (&plan), ==, cases[i].warnings);
      g_assert_cmpuint (sel_planning_check_session (&loose), ==,
                        cases[i].warnings & (COHORT | SMALL));
    }
}

/* The state of the agreement on the day of the session decides. */
static void
test_agreement_states (void)
{
  static const struct
  {
    int stage;
    const char *terminated_on;
    const char *successor_starts_on;
    guint warnings;
  } states[] = {
    { SEL_AGREEMENT_STAGE_DRAFT, NULL, NULL, EARLY },
    { SEL_AGREEMENT_STAGE_UNDER_REVIEW, NULL, NULL, EARLY },
    { SEL_AGREEMENT_STAGE_SIGNED, NULL, "2025-10-01", 0 },
    { SEL_AGREEMENT_STAGE_TERMINATED, "2025-10-02", NULL, 0 },
    { SEL_AGREEMENT_STAGE_TERMINATED, "2025-10-01", NULL, LAPSED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      SelAgreementTerms terms = {
        .stage = (SelAgreementStage) states[i].stage,
        .terminated_on = date (states[i].terminated_on),
        .successor_starts_on = date (states[i].successor_starts_on),
      };
      SelSessionPlan plan = new_plan (0, &terms);

      g_test_message ("state %u", (guint) i);
      g_assert_cmpuint (sel_planning_check_session (&plan), ==, states[i].warnings);
    }
}

static void
test_messages (void)
{
  for (guint warning = COHORT; warning <= SMALL; warning <<= 1)
    g_assert_true (g_str_has_suffix (sel_planning_warning_message (warning), "."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/planning/warnings", test_warnings);
  g_test_add_func ("/planning/agreement-states", test_agreement_states);
  g_test_add_func ("/planning/messages", test_messages);

  return g_test_run ();
}
