/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register in figures. */
#pragma once

#include "domain/agreement-state.h"
#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *short_name; /* NULL for none */
} SelSummaryParty;

typedef struct
{
  gint64 id;
  SelAgreementState state;
  SelAgreementTerms terms;
  int kind;     /* SelAgreementKind */
  char *number; /* NULL for none yet */
  char *title;
  GDate signed_on; /* may be invalid */
  GArray *parties; /* of SelSummaryParty, in the order of the page */
} SelSummaryAgreement;

/* How many there are of one kind, and in how many provinces; 0 where kinds have no region. */
typedef struct
{
  int kind; /* of the type's field "kind" */
  gint64 n;
  gint64 n_provinces;
} SelSummaryKind;

typedef struct
{
  GDate today;
  gint64 counts[SEL_N_RECORD_TYPES];
  GArray *partner_kinds; /* of SelSummaryKind, as are the participants' */
  GArray *participant_kinds;
  GArray *agreements; /* of SelSummaryAgreement, by state, the next to end first */
  GArray *programmes; /* of SelTarget */
} SelSummary;

SelSummary *sel_summary_read (SelConnection *connection,
                              const GDate *today,
                              guint notice_days,
                              GError **error);
void sel_summary_free (SelSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelSummary, sel_summary_free)

G_END_DECLS
