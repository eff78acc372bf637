/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* Who saw the signature. */
typedef struct
{
  SelRecord record;
  gint64 agreement;
  char *name;
  char *office;
} SelWitness;

extern const SelRecordType sel_witness_type;

G_END_DECLS
