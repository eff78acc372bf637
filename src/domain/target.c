/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/target.h"

/**
 * sel_target_is_reached:
 * @target: when a person counts
 * @stages: the stages of the person's enrolments in the programme, SEL_STAGE_BIT() each
 * @outcome: a #SelOutcome, the last that was found; 0 for none
 *
 * Enrolled is who holds a seat, or held it to the end: not those still in selection, on the waiting
 * list or turned away, nor those who dropped out. Completed is who reached the end of a training.
 * Working is who was last found to be employed or to have a business of their own.
 */
gboolean
sel_target_is_reached (SelTargetStage target, guint stages, int outcome)
{
  switch (target)
    {
    case SEL_TARGET_ENROLLED:
      return (stages & (SEL_STAGE_BIT (SEL_ENROLMENT_ACCEPTED) |
                        SEL_STAGE_BIT (SEL_ENROLMENT_IN_TRAINING) |
                        SEL_STAGE_BIT (SEL_ENROLMENT_COMPLETED))) != 0;
    case SEL_TARGET_COMPLETED:
      return (stages & SEL_STAGE_BIT (SEL_ENROLMENT_COMPLETED)) != 0;
    case SEL_TARGET_WORKING:
      return outcome == SEL_OUTCOME_EMPLOYED || outcome == SEL_OUTCOME_OWN_BUSINESS;
    default:
      g_return_val_if_reached (FALSE);
    }
}
