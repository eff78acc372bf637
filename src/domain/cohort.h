/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* People who take a course together. */
typedef struct
{
  SelRecord record;
  char *name;
  gint64 programme;
  gint64 course;
  gint64 agreement;
  gint64 venue;
  gint64 capacity;
  GDate starts_on;
  GDate ends_on;
} SelCohort;

extern const SelRecordType sel_cohort_type;

G_END_DECLS
