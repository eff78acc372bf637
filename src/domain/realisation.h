/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* Something that was done under an agreement, with what proves it: a document, a cohort, or the
 * words of whoever wrote it down. What the register itself knows to have been done is counted from
 * its records and needs none (store/realised.h). */
typedef struct
{
  SelRecord record;
  gint64 agreement;
  gint64 scope_item;
  gint64 obligation;
  GDate done_on;
  char *text;
  gint64 quantity;
  gint64 cohort;
  gint64 document;
} SelRealisation;

extern const SelRecordType sel_realisation_type;

G_END_DECLS
