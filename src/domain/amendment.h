/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* An article that an addendum changes. What it does to the term stands in its own dates. */
typedef struct
{
  SelRecord record;
  gint64 agreement; /* the addendum */
  char *article;    /* of the agreement that it changes */
  char *text;
} SelAmendment;

extern const SelRecordType sel_amendment_type;

G_END_DECLS
