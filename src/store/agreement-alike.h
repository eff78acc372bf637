/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agreements of the register that one which is being written down may be. */
#pragma once

#include "domain/agreement-alike.h"
#include "store/agreement-link.h"

G_BEGIN_DECLS

/* More are not shown. */
#define SEL_AGREEMENT_ALIKE_MOST 3

typedef struct
{
  char *title;
  GArray *partners; /* gint64; where it is in the register already, its own are added */
  gint64 id;        /* 0: it is new; it is not like itself, nor like these two: */
  gint64 parent;
  gint64 renews;
  SelAgreementSpan span;
  GDate today;
  guint notice_days;
} SelAgreementTyped;

void sel_agreement_typed_free (SelAgreementTyped *self);

GArray *sel_agreement_alike_read (SelConnection *connection,
                                  const SelAgreementTyped *typed,
                                  GError **error);

G_END_DECLS
