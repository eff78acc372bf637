/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* A volunteer companion and a group in their care. */
typedef struct
{
  SelRecord record;
  gint64 mentor;
  gint64 group;
  GDate starts_on;
  GDate ends_on;
  char *note;
} SelMentoring;

extern const SelRecordType sel_mentoring_type;

G_END_DECLS
