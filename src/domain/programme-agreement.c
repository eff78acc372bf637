/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/programme-agreement.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"
#include "domain/programme.h"

typedef SelProgrammeAgreement RECORD;

static const SelField fields[] = {
  FIELD (programme, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Programme"),
         .hint = N_ ("The programme"), .refers_to = &sel_programme_type),
  FIELD (agreement, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Agreement"),
         .hint = N_ ("The agreement it runs under"), .refers_to = &sel_agreement_type),
};

const SelRecordType sel_programme_agreement_type = SEL_RECORD_TYPE (
  "programme_agreement", N_ ("Programme agreement"), N_ ("Programme agreements"), NULL);
