/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_REVIEW_APPROVED = 1,
  SEL_REVIEW_CHANGES,
} SelReviewDecision;

/* What one reader said of a draft on its way to signature; several may read it. */
typedef struct
{
  SelRecord record;
  gint64 agreement;
  char *reviewer;
  GDate sent_on;
  GDate due_on;
  int decision; /* SelReviewDecision; 0: none yet */
  GDate decided_on;
  char *remarks;
} SelReview;

extern const SelChoice sel_review_decisions[];
extern const SelRecordType sel_review_type;

G_END_DECLS
