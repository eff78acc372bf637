/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a careful reader would ask about the text of an agreement before it is signed, or filed:
 * each remark with its place. A remark is no verdict; the paper may be right. */
#pragma once

#include "domain/found-agreement.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_REMARK_WEEKDAY = 1,       /* the weekday is not that of the date */
  SEL_REMARK_DATE,              /* a date that says two days, or one that no calendar has */
  SEL_REMARK_NUMBER,            /* "3 (dua)" */
  SEL_REMARK_LABEL,             /* a party's label is that of another, or out of order */
  SEL_REMARK_UNKNOWN_PARTY,     /* PIHAK KEEMPAT of three */
  SEL_REMARK_DOCUMENT_NUMBER,   /* a party without its NOMOR */
  SEL_REMARK_PARENT,            /* no umbrella is cited */
  SEL_REMARK_TERM,              /* no term, or a last day that does not fit it */
  SEL_REMARK_ARTICLE_SEQUENCE,  /* Pasal 5 after Pasal 3 */
  SEL_REMARK_ARTICLE_REFERENCE, /* of an article that is not there */
  SEL_REMARK_NAME,              /* nearly the name of a party or a signatory */
} SelRemarkKind;

typedef struct
{
  SelRemarkKind kind;
  char *message; /* a sentence */
  SelSpan span;
} SelRemark;

GPtrArray *sel_proofreader_read (const SelPaper *paper, const SelFoundAgreement *found);
void sel_remark_free (SelRemark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelRemark, sel_remark_free)

/* For its parts. */
void sel_proofreader_add (GPtrArray *remarks, SelRemarkKind kind, SelSpan span, char *message);
void sel_proofreader_check_articles (const SelPaper *paper,
                                     const SelFoundAgreement *found,
                                     GPtrArray *remarks);
void sel_proofreader_check_names (const SelPaper *paper,
                                  const SelFoundAgreement *found,
                                  GPtrArray *remarks);

G_END_DECLS
