/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_PARTICIPANT_REHABILITATION_CLIENT = 1,
  SEL_PARTICIPANT_POST_REHABILITATION_CLIENT,
  SEL_PARTICIPANT_CONVICT,
  SEL_PARTICIPANT_DETAINEE,
  SEL_PARTICIPANT_JUVENILE,
  SEL_PARTICIPANT_BAPAS_CLIENT,
  SEL_PARTICIPANT_JOB_SEEKER,
  SEL_PARTICIPANT_TKS,
  SEL_PARTICIPANT_TKM,
  SEL_PARTICIPANT_COMPANION,
  SEL_PARTICIPANT_UNSTATED, /* another office knows, but may not say */
} SelParticipantKind;

typedef enum
{
  SEL_SEX_MALE = 1,
  SEL_SEX_FEMALE,
} SelSex;

typedef enum
{
  SEL_EDUCATION_NONE = 1,
  SEL_EDUCATION_PRIMARY,
  SEL_EDUCATION_JUNIOR,
  SEL_EDUCATION_SENIOR,
  SEL_EDUCATION_VOCATIONAL,
  SEL_EDUCATION_DIPLOMA,
  SEL_EDUCATION_BACHELOR,
  SEL_EDUCATION_MASTER,
  SEL_EDUCATION_DOCTOR,
} SelEducation;

/* A person whom a programme serves, or who serves in it. */
typedef struct
{
  SelRecord record;
  char *nik;
  char *name;
  int sex; /* SelSex */
  GDate birth_date;
  char *birth_place;
  char *region;
  char *address;
  char *phone;
  int education; /* SelEducation */
  int kind;      /* SelParticipantKind */
  gint64 referrer;
} SelParticipant;

extern const SelChoice sel_participant_kinds[];
extern const SelChoice sel_sexes[];
extern const SelChoice sel_educations[];
extern const SelRecordType sel_participant_type;

G_END_DECLS
