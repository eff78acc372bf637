/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_OUTCOME_EMPLOYED = 1,
  SEL_OUTCOME_OWN_BUSINESS,
  SEL_OUTCOME_FURTHER_TRAINING,
  SEL_OUTCOME_NOT_WORKING,
  SEL_OUTCOME_NOT_REACHED,
} SelOutcome;

/* What became of a person after training. */
typedef struct
{
  SelRecord record;
  gint64 enrolment;
  GDate due_on;
  GDate held_on;
  int outcome; /* SelOutcome */
  char *employer;
  char *note;
} SelFollowUp;

extern const SelChoice sel_outcomes[];
extern const SelRecordType sel_follow_up_type;

G_END_DECLS
