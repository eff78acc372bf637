/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* An agreement that a programme runs under. */
typedef struct
{
  SelRecord record;
  gint64 programme;
  gint64 agreement;
} SelProgrammeAgreement;

extern const SelRecordType sel_programme_agreement_type;

G_END_DECLS
