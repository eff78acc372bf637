/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/party.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"
#include "domain/partner.h"

typedef SelParty RECORD;

static const SelField fields[] = {
  FIELD (agreement, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Agreement"),
         .hint = N_ ("The agreement it is a party to"), .refers_to = &sel_agreement_type),
  FIELD (position, INTEGER, PUBLIC, 0, N_ ("Order"),
         .hint = N_ ("1 for PIHAK KESATU, 2 for PIHAK KEDUA, and so on"), .least = 1, .most = 99),
  FIELD (partner, REFERENCE, PUBLIC, 0, N_ ("Partner"), .hint = N_ ("The institution"),
         .refers_to = &sel_partner_type),
  FIELD (number, TEXT, PUBLIC, SEL_FIELD_OPTIONAL | SEL_FIELD_SEARCHED, N_ ("Document number"),
         .hint = N_ ("This party’s own NOMOR; it may come after the signature")),
  FIELD (signatory, TEXT, PUBLIC, SEL_FIELD_OPTIONAL | SEL_FIELD_SEARCHED, N_ ("Signatory"),
         .hint = N_ ("Who signed for it")),
  FIELD (office, TEXT, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Office"),
         .hint = N_ ("The office that the signatory holds")),
  FIELD (on_behalf_of, TEXT, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("On behalf of"),
         .hint = N_ ("For whom the signatory acts")),
};

const SelRecordType sel_party_type =
  SEL_RECORD_TYPE ("party", N_ ("Party"), N_ ("Parties"), NULL);
