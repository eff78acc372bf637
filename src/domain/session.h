/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* A session lasts at most so long, so that those of a week are found without reading all. */
#define SEL_SESSION_MOST_DAYS 31

/* One meeting of a cohort. */
typedef struct
{
  SelRecord record;
  gint64 cohort;
  SelCivilTime starts_at;
  SelCivilTime ends_at;
  gint64 venue;
  char *topic;
} SelSession;

extern const SelRecordType sel_session_type;

G_END_DECLS
