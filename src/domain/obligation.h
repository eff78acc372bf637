/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_RECURRENCE_MONTHLY = 1,
  SEL_RECURRENCE_QUARTERLY,
  SEL_RECURRENCE_HALF_YEARLY,
  SEL_RECURRENCE_YEARLY,
} SelRecurrence;

/* What a party owes. */
typedef struct
{
  SelRecord record;
  gint64 agreement;
  gint64 party;
  char *text;
  char *article;
  GDate due_on;
  int recurrence; /* SelRecurrence */
  GDate done_on;
  char *responsible;
  int topic; /* SelScopeTopic */
} SelObligation;

extern const SelChoice sel_recurrences[];
extern const SelRecordType sel_obligation_type;

G_END_DECLS
