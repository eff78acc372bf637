/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_PARTNER_MINISTRY = 1,
  SEL_PARTNER_AGENCY,
  SEL_PARTNER_UNIT,
  SEL_PARTNER_PROVINCIAL_OFFICE,
  SEL_PARTNER_REGENCY_OFFICE,
  SEL_PARTNER_PRISON,
  SEL_PARTNER_REHABILITATION,
  SEL_PARTNER_TRAINING_CENTRE,
  SEL_PARTNER_COMPANY,
  SEL_PARTNER_BANK,
  SEL_PARTNER_SCHOOL,
  SEL_PARTNER_ORGANISATION,
  SEL_PARTNER_OTHER,
} SelPartnerKind;

/* An institution that signs, refers, trains or hosts. */
typedef struct
{
  SelRecord record;
  char *name;
  char *short_name;
  int kind; /* SelPartnerKind */
  gint64 parent;
  char *region;
  char *address;
  char *contact;
  char *phone;
  char *email;
} SelPartner;

extern const SelChoice sel_partner_kinds[];
extern const SelRecordType sel_partner_type;

G_END_DECLS
