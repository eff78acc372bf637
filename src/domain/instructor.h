/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* Who teaches. */
typedef struct
{
  SelRecord record;
  char *name;
  gint64 partner;
  char *vocations;
  char *phone;
} SelInstructor;

extern const SelRecordType sel_instructor_type;

G_END_DECLS
