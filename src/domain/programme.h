/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_TARGET_ENROLLED = 1,
  SEL_TARGET_COMPLETED,
  SEL_TARGET_WORKING,
} SelTargetStage;

/* What is done under one or more agreements. */
typedef struct
{
  SelRecord record;
  char *name;
  char *description;
  gint64 target;
  int target_stage; /* SelTargetStage */
  GDate starts_on;
  GDate ends_on;
  gint64 minimum_age;
  guint eligible_kinds; /* bits 1 << SelParticipantKind - 1 */
} SelProgramme;

extern const SelChoice sel_target_stages[];
extern const SelRecordType sel_programme_type;

G_END_DECLS
