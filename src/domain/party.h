/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* What entitles a signatory: a decree (surat keputusan) or a power of attorney (surat kuasa) is a paper
 * of its own, as where the head of a regional office signs for the governor (PP 28/2018). */
typedef enum
{
  SEL_AUTHORITY_OFFICE = 1,
  SEL_AUTHORITY_DECREE,
  SEL_AUTHORITY_ATTORNEY,
  SEL_AUTHORITY_REGULATION,
} SelAuthority;

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
  char *label;
  char *unit;
  int authority; /* SelAuthority */
  char *authority_number;
  GDate authority_date;
  gint64 authority_document;
} SelParty;

extern const SelChoice sel_authorities[];
extern const SelRecordType sel_party_type;

char *sel_party_dup_label (const char *label, gint64 position);
int sel_authority_of_text (const char *text);
char *sel_authority_dup_number (const char *text);

G_END_DECLS
