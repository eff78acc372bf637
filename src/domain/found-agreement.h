/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the text of an agreement says about it, each value with its place, for a person to confirm.
 * What is not there, or not sure, is not found rather than guessed: it is NULL, 0 or no valid
 * date. How such papers are laid out is told in found-heading.c, found-parties.c, found-term.c and
 * found-promises.c, each for its part. */
#pragma once

#include "domain/agreement.h"
#include "domain/articles.h"
#include "domain/printed-date.h"
#include "domain/paper.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;
  SelSpan span;
} SelFoundText;

typedef struct
{
  GDate date;
  SelSpan span;
} SelFoundDate;

typedef struct
{
  guint number;
  SelSpan span;
} SelFoundNumber;

typedef struct
{
  SelFoundText label; /* PIHAK KESATU */
  SelFoundText number;
  SelFoundText institution; /* for which the signatory acts */
  SelFoundText heading;     /* as the heading names the party, in full */
  SelFoundText signatory;
  SelFoundText office;
  SelFoundText basis; /* of the authority to sign */
  SelSpan span;       /* all that introduces the party */
} SelFoundParty;

typedef struct
{
  SelFoundText text;
  char *article;
  SelFoundText party;        /* the label of who owes it; of an obligation … */
  SelFoundNumber recurrence; /* … and its SelRecurrence */
} SelFoundPromise;

typedef struct
{
  SelFoundText alias; /* what the page calls itself */
  int kind;           /* SelAgreementKind, or 0 */
  SelFoundText title;
  GPtrArray *parties; /* of SelFoundParty */
  GPtrArray *numbers; /* of SelFoundText: a NOMOR a line, without text where it was left blank */
  SelFoundDate signed_on;
  SelPrintedDate opening; /* all that the opening says about that day; its span may be empty */
  SelFoundText signed_at;
  SelFoundDate starts_on;
  SelFoundDate ends_on;
  SelFoundNumber term_months;
  SelFoundNumber notice_months; /* before its end, to have it renewed … */
  SelFoundNumber notice_days;   /* … or this */
  SelSpan open_ended;           /* what says so; empty where nothing does */
  GPtrArray *articles;          /* of SelArticle */
  GPtrArray *scope;             /* of SelFoundPromise */
  GPtrArray *obligations;       /* of SelFoundPromise */
  GPtrArray *parents;           /* of SelFoundText: numbers of the agreements that it cites */
} SelFoundAgreement;

SelFoundAgreement *sel_found_agreement_new (const SelPaper *paper);
void sel_found_agreement_free (SelFoundAgreement *self);
gboolean sel_found_agreement_is_signed (const SelFoundAgreement *self, const GDate *today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelFoundAgreement, sel_found_agreement_free)

G_END_DECLS
