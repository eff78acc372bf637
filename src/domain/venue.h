/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* Where training is held. */
typedef struct
{
  SelRecord record;
  char *name;
  gint64 partner;
  char *address;
  char *region;
  gint64 capacity;
  int zone; /* 1 + SelZone */
} SelVenue;

extern const SelChoice sel_zones[];
extern const SelRecordType sel_venue_type;

G_END_DECLS
