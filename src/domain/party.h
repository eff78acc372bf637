/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* One side of an agreement, in the order of the page. */
typedef struct
{
  SelRecord record;
  gint64 agreement;
  gint64 position;
  gint64 partner;
  char *number;
  char *signatory;
  char *office;
  char *on_behalf_of;
} SelParty;

extern const SelRecordType sel_party_type;

G_END_DECLS
