/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* People with a joint business. */
typedef struct
{
  SelRecord record;
  char *name;
  gint64 programme;
  char *business;
  char *region;
} SelGroup;

extern const SelRecordType sel_group_type;

G_END_DECLS
