/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An agreement as it stands in a line on another record's page. */
#pragma once

#include "domain/agreement-family.h"
#include "domain/agreement.h"
#include "store/agreement-sql.h"
#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 parent; /* 0: none */
  gint64 renews; /* likewise */
  int kind;      /* SelAgreementKind */
  char *title;
  char *number;   /* that stands first on the page; NULL without */
  char *partners; /* the parties, in the order of the page; NULL without */
  GDate signed_on;
  SelAgreementTerms terms;
  SelAgreementState state; /* on the day that was asked for */
} SelAgreementLink;

/* What sel_agreement_links_read() asks of agreement r; a condition about $1 follows. */
#define SEL_SQL_AGREEMENT_LINKS                                                                                 \
  "SELECT r.id, r.parent, r.renews, r.kind, r.title, " SEL_SQL_AGREEMENT_NUMBER ", " SEL_SQL_AGREEMENT_PARTNERS \
  ", r.signed_on, r.stage, r.starts_on, " SEL_SQL_AGREEMENT_ENDS_ON                                             \
  ", r.terminated_on, " SEL_SQL_SUCCESSOR_STARTS_ON ", " SEL_SQL_NOTICE_BY                                      \
  " FROM agreement r"

GArray *sel_agreement_links_read (SelConnection *connection,
                                  const char *sql,
                                  gint64 id,
                                  const GDate *today,
                                  guint notice_days,
                                  GError **error);
GArray *sel_agreement_links_read_each (SelConnection *connection,
                                       GArray *ids,
                                       const GDate *today,
                                       guint notice_days,
                                       GError **error);
SelAgreementSpan sel_agreement_link_get_span (const SelAgreementLink *self);

G_END_DECLS
