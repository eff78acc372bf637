/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_ENROLMENT_REFERRED = 1,
  SEL_ENROLMENT_TESTED,
  SEL_ENROLMENT_INTERVIEWED,
  SEL_ENROLMENT_ACCEPTED,
  SEL_ENROLMENT_WAITING,
  SEL_ENROLMENT_REJECTED,
  SEL_ENROLMENT_IN_TRAINING,
  SEL_ENROLMENT_COMPLETED,
  SEL_ENROLMENT_DROPPED,
} SelEnrolmentStage;

/* A person’s way through a programme, from referral to the end of training. */
typedef struct
{
  SelRecord record;
  gint64 participant;
  gint64 programme;
  gint64 cohort;
  gint64 referrer;
  GDate referred_on;
  int stage; /* SelEnrolmentStage */
  double test_score;
  double interview_score;
  gboolean priority;
  GDate decided_on;
  char *reason;
} SelEnrolment;

extern const SelChoice sel_enrolment_stages[];
extern const SelRecordType sel_enrolment_type;

G_END_DECLS
