/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/witness.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"

typedef SelWitness RECORD;

static const SelField fields[] = {
  FIELD (agreement, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Agreement"),
         .hint = N_ ("The agreement that was witnessed"), .refers_to = &sel_agreement_type),
  FIELD (name, TEXT, PUBLIC, SEL_FIELD_SIGNED, N_ ("Name"), .hint = N_ ("Name of the witness")),
  FIELD (office, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Office"),
         .hint = N_ ("The office that the witness holds")),
};

const SelRecordType sel_witness_type =
  SEL_RECORD_TYPE ("witness", N_ ("Witness"), N_ ("Witnesses"), NULL);
