/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* What is taught. */
typedef struct
{
  SelRecord record;
  char *name;
  char *vocation;
  gint64 hours;
  char *standard;
} SelCourse;

extern const SelRecordType sel_course_type;

G_END_DECLS
