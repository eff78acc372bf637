/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/target.h"

static void
test_stages (void)
{
  static const struct
  {
    SelEnrolmentStage stage;
    gboolean is_enrolled;
    gboolean is_completed;
  } stages[] = {
    { SEL_ENROLMENT_REFERRED, FALSE, FALSE },
    { SEL_ENROLMENT_TESTED, FALSE, FALSE },
    { SEL_ENROLMENT_INTERVIEWED, FALSE, FALSE },
    { SEL_ENROLMENT_ACCEPTED, TRUE, FALSE },
    { SEL_ENROLMENT_WAITING, FALSE, FALSE },
    { SEL_ENROLMENT_REJECTED, FALSE, FALSE },
    { SEL_ENROLMENT_IN_TRAINING, TRUE, FALSE },
    { SEL_ENROLMENT_COMPLETED, TRUE, TRUE },
    { SEL_ENROLMENT_DROPPED, FALSE, FALSE },
  };
  guint all = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      guint bit = SEL_STAGE_BIT (stages[i].stage);

      g_test_message ("%s", sel_enrolment_stages[i].code);
      g_assert_cmpint (sel_target_is_reached (SEL_TARGET_ENROLLED, bit, 0), ==,
                       stages[i].is_enrolled);
      g_assert_cmpint (sel_target_is_reached (SEL_TARGET_COMPLETED, bit, 0), ==,
                       stages[i].is_completed);
      all |= bit;
    }

  /* who dropped out of one training and completed another has completed one */
  g_assert_true (sel_target_is_reached (SEL_TARGET_COMPLETED, all, 0));
}

static void
test_outcomes (void)
{
  static const gboolean is_working[] = {
    [0] = FALSE,
    [SEL_OUTCOME_EMPLOYED] = TRUE,
    [SEL_OUTCOME_OWN_BUSINESS] = TRUE,
    [SEL_OUTCOME_FURTHER_TRAINING] = FALSE,
    [SEL_OUTCOME_NOT_WORKING] = FALSE,
    [SEL_OUTCOME_NOT_REACHED] = FALSE,
  };

  for (int outcome = 0; outcome < (int) G_N_ELEMENTS (is_working); outcome++)
    g_assert_cmpint (sel_target_is_reached (SEL_TARGET_WORKING, 0, outcome), ==,
                     is_working[outcome]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/target/stages", test_stages);
  g_test_add_func ("/target/outcomes", test_outcomes);

  return g_test_run ();
}
