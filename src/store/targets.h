/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets against what was reached, counted from the roster to the outcome. */
#pragma once

#include "domain/target.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* People are counted once in a programme, however often they enrolled in it; but one who completed
 * a first training and is in a second stands under both stages. An enrolment belongs to the
 * programme that it names, else to its cohort's. */
typedef struct
{
  gint64 id; /* of the programme */
  char *name;
  gint64 target;                                  /* SEL_NO_INTEGER: it has none */
  int target_stage;                               /* SelTargetStage; 0: not said */
  gint64 people;                                  /* whoever has an enrolment */
  gint64 by_stage[SEL_ENROLMENT_DROPPED + 1];     /* by SelEnrolmentStage */
  gint64 by_outcome[SEL_OUTCOME_NOT_REACHED + 1]; /* by SelOutcome, the last that was found */
  gint64 reached[SEL_TARGET_WORKING + 1];         /* by SelTargetStage */
} SelTarget;

/* Of whom the target speaks when the programme does not say it. */
#define SEL_TARGET_STAGE_DEFAULT SEL_TARGET_ENROLLED

GArray *sel_targets_read (SelConnection *connection, GError **error);
gint64 sel_target_actual (const SelTarget *self);

G_END_DECLS
