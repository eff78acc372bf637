/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an agreement's page shows besides the record. */
#pragma once

#include "domain/obligation-state.h"
#include "domain/records.h"
#include "store/agreement-link.h"
#include "store/realised.h"

G_BEGIN_DECLS

/* An agreement is read while a person waits: a family is counted no further. */
#define SEL_FAMILY_MOST_COUNTED 1000

typedef struct
{
  gint64 id;
  gint64 position;
  gint64 partner;
  char *partner_name;
  char *number;
  char *signatory;
  char *office;
  char *on_behalf_of;
  char *label; /* as printed; NULL: after its place */
  char *unit;
  int authority; /* SelAuthority; 0: not known */
  char *authority_number;
  GDate authority_date;
  gboolean has_authority_document;
} SelAgreementParty;

typedef struct
{
  gint64 id;
  char *name;
  char *office;
} SelAgreementWitness;

typedef struct
{
  gint64 id;
  gint64 position;
  int topic; /* SelScopeTopic */
  char *text;
  char *article;
  gint64 n_realisations;
} SelAgreementScopeItem;

typedef struct
{
  gint64 id;
  gint64 scope_item; /* 0: none, and so below */
  gint64 obligation;
  char *carries_out; /* the text of either; NULL for none */
  GDate done_on;
  char *text;
  gint64 quantity; /* SEL_NO_INTEGER: not counted */
  gint64 cohort;
  char *cohort_name;
  gint64 document;
  char *document_title;
} SelAgreementRealisation;

typedef struct
{
  gint64 id;
  char *reviewer;
  GDate sent_on;
  GDate due_on;
  int decision; /* SelReviewDecision; 0: none yet */
  GDate decided_on;
  char *remarks;
} SelAgreementReview;

typedef struct
{
  gint64 id;
  gint64 addendum; /* the agreement that changes the article */
  char *title;     /* of the addendum */
  char *article;
  char *text;
} SelAgreementAmendment;

typedef struct
{
  gint64 id;
  gint64 party;       /* 0: all parties owe it */
  gint64 partner;     /* of that party */
  char *partner_name; /* likewise */
  char *text;
  char *article;
  int topic; /* SelScopeTopic; 0: none */
  char *responsible;
  gint64 n_realisations;
  SelObligationTerms terms; /* done by what proves it, too */
  SelObligationState state;
  GDate next_due; /* invalid: on no day any more, or on none that is known */
} SelAgreementObligation;

typedef struct
{
  gint64 id;
  int kind; /* SelDocumentKind */
  char *title;
  char *edition;
  char *file;
  char *sha256;
  gint64 pages;         /* SEL_NO_INTEGER: not known */
  gboolean has_content; /* its bytes are in the database */
} SelAgreementDocument;

typedef struct
{
  gint64 id; /* of the programme */
  char *name;
  gint64 target; /* SEL_NO_INTEGER: it has none */
  int target_stage;
  GDate starts_on;
  GDate ends_on;
} SelAgreementProgramme;

typedef struct
{
  gint64 id;
  char *name;
  char *course_name;
  char *venue_name;
  GDate starts_on;
  GDate ends_on;
  gint64 filled;
  gint64 capacity;
} SelAgreementCohort;

typedef enum
{
  SEL_RELATION_PARENT, /* at most one */
  SEL_RELATION_CHILD,
  SEL_RELATION_RENEWS, /* at most one */
  SEL_RELATION_RENEWED_BY,
} SelAgreementRelation;

#define SEL_N_AGREEMENT_RELATIONS (SEL_RELATION_RENEWED_BY + 1)

/* Arrays of the structs above; those of relations are of SelAgreementLink. */
typedef struct
{
  SelAgreementState state;
  GDate ends_on;   /* the last day as the addenda left it; invalid for none */
  GDate notice_by; /* the last day to say whether it is renewed; likewise, also once that was said */
  GArray *parties; /* in the order of the page */
  GArray *witnesses;
  GArray *scope_items;  /* in the order of the page */
  GArray *obligations;  /* what is due next first, what is done last */
  GArray *realisations; /* the latest first */
  GArray *reviews;      /* in the order in which they were sent */
  GArray *amendments;   /* its own where it is an addendum, and those to it; in the order of signature */
  GArray *documents;
  GArray *programmes;                           /* by name */
  GArray *cohorts;                              /* the latest first */
  GArray *relations[SEL_N_AGREEMENT_RELATIONS]; /* in the order of signature, drafts last */
  GArray *family;                               /* itself and the nearest of those tied to it, likewise … */
  gint64 n_family;                              /* … and how many they all are, or SEL_FAMILY_MOST_COUNTED */
  gint64 *realised;                             /* (nullable): under it, and under what is made under it: sel_realised_count() */
} SelAgreementView;

SelAgreementView *sel_agreement_view_read (SelConnection *connection,
                                           gint64 id,
                                           const GDate *today,
                                           guint notice_days,
                                           GError **error);
void sel_agreement_view_free (SelAgreementView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelAgreementView, sel_agreement_view_free)

const SelAgreementLink *sel_agreement_view_get_only (const SelAgreementView *self,
                                                     SelAgreementRelation relation);
SelDocumentKind sel_agreement_view_next_document (const SelAgreementView *self);
char *sel_agreement_view_dup_scope_done (const SelAgreementView *self,
                                         const SelAgreementScopeItem *item);
char *sel_agreement_view_dup_obligation_done (const SelAgreementView *self,
                                              const SelAgreementObligation *obligation);

G_END_DECLS
