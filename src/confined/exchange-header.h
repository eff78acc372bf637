/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an exchange file says of itself. The header is no record of the register, but it has a
 * field table like one, so that schema, reader and manual treat it as they treat the records. */
#pragma once

#include "domain/records.h"

G_BEGIN_DECLS

#define SEL_EXCHANGE_ANY_VERSION "urn:selaras:exchange:"
#define SEL_EXCHANGE_NAMESPACE SEL_EXCHANGE_ANY_VERSION "1"
#define SEL_EXCHANGE_ROOT "exchange"

/* In characters: the sender's own identifier of a record, and what refers to it. */
#define SEL_EXCHANGE_MOST_ID 100

typedef struct
{
  SelRecord record;
  char *sender;
  char *sender_name;
  char *recipient;
  char *made_at; /* ISO 8601 with its zone: g_date_time_new_from_iso8601() takes it */
  char *agreement;
  gint64 sequence;
  int sensitivity; /* 1 + SelSensitivity, the highest that the file may hold; 0 for any */
} SelExchangeHeader;

extern const SelRecordType sel_exchange_header_type;

/* Every type that an exchange file can hold: the records, and the header last. */
#define SEL_N_EXCHANGE_TYPES (SEL_N_RECORD_TYPES + 1)

/* Of a type; arrays have room for so many. */
#define SEL_EXCHANGE_MOST_FIELDS 32

const SelRecordType *sel_exchange_type_at (guint index);

G_END_DECLS
