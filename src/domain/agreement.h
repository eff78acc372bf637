/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/agreement-state.h"
#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_AGREEMENT_MEMORANDUM = 1,
  SEL_AGREEMENT_COOPERATION,
  SEL_AGREEMENT_ADDENDUM,
  SEL_AGREEMENT_WORK_PLAN,
} SelAgreementKind;

/* A signed page, or one on its way to signature. */
typedef struct
{
  SelRecord record;
  int kind; /* SelAgreementKind */
  char *alias;
  char *title;
  gint64 parent;
  gint64 renews;
  int stage; /* SelAgreementStage */
  GDate signed_on;
  char *signed_at;
  GDate starts_on;
  GDate ends_on;
  gboolean open_ended;
  gint64 term_months;
  GDate terminated_on;
  char *terminated_why;
  char *note;
  char *exception_why;
  char *occasion;
  gint64 notice_months;
  gint64 notice_days;
  GDate notice_given_on;
  char *terminated_by;
} SelAgreement;

extern const SelChoice sel_agreement_kinds[];
extern const SelChoice sel_agreement_stages[];
extern const SelRecordType sel_agreement_type;

G_END_DECLS
