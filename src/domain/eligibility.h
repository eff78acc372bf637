/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a person may not join. */
typedef enum
{
  SEL_OBSTACLE_OTHER_KIND = 1 << 0,
  SEL_OBSTACLE_NO_START_DATE = 1 << 1,
  SEL_OBSTACLE_NO_BIRTH_DATE = 1 << 2,
  SEL_OBSTACLE_TOO_YOUNG = 1 << 3,
} SelObstacles;

/* What a programme and its cohort ask for. */
typedef struct
{
  guint minimum_age;    /* completed years; 0 for none */
  guint eligible_kinds; /* bits 1 << (SelParticipantKind - 1); 0 for all */
  GDate starts_on;      /* of the cohort; invalid when it is not planned yet */
} SelEntryTerms;

/* What is known of the person. */
typedef struct
{
  int kind; /* SelParticipantKind */
  GDate birth_date;
} SelApplicant;

typedef struct
{
  SelObstacles obstacles; /* 0: the person may join */
  int age;                /* completed years on tested_on; -1 when it cannot be told */
  GDate tested_on;        /* the date the age was tested on, to be kept and shown */
} SelEligibility;

SelEligibility sel_eligibility_test (const SelEntryTerms *terms, const SelApplicant *applicant);
const char *sel_obstacle_message (SelObstacles obstacle);

G_END_DECLS
