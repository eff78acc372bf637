/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_SCOPE_DATA_EXCHANGE = 1,
  SEL_SCOPE_TRAINING,
  SEL_SCOPE_PLACEMENT,
  SEL_SCOPE_REHABILITATION,
  SEL_SCOPE_CAPACITY,
  SEL_SCOPE_OUTREACH,
  SEL_SCOPE_FACILITIES,
  SEL_SCOPE_MONITORING,
  SEL_SCOPE_OTHER,
} SelScopeTopic;

/* The most sensitive data that may travel under it. */
typedef enum
{
  SEL_CARRIES_PUBLIC = 1,
  SEL_CARRIES_PERSONAL,
  SEL_CARRIES_SPECIFIC,
} SelScopeCarries;

/* One line of an agreement’s scope. */
typedef struct
{
  SelRecord record;
  gint64 agreement;
  gint64 position;
  int topic; /* SelScopeTopic */
  char *text;
  char *article;
  int carries; /* SelScopeCarries; of the topic SEL_SCOPE_DATA_EXCHANGE */
} SelScopeItem;

extern const SelChoice sel_scope_topics[];
extern const SelChoice sel_scope_carries[];
extern const SelRecordType sel_scope_item_type;

G_END_DECLS
