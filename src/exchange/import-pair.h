/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record of a file that may be one that is there already, and what a person says of it. */
#pragma once

#include "domain/records.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_DECISION_LATER, /* it comes in as new, and the two wait among the possible duplicates */
  SEL_DECISION_SAME,  /* what the file says is said of the one that is there */
  SEL_DECISION_TWO,   /* it comes in as new, and nobody is asked again */
  SEL_N_DECISIONS,
} SelDecision;

/* As they are stored. */
extern const char *const sel_decision_names[SEL_N_DECISIONS];

typedef struct
{
  const SelRecordType *type;
  guint line;      /* where the file has the newer one … */
  char *key;       /* … and what it calls it */
  gint64 older;    /* the id of the older one; 0 when it is in the same file … */
  char *older_key; /* … under this identifier; else NULL */
  SelDecision decision;
  gboolean was_same; /* they were said to be the same when the plan was reckoned */
  guint counted; /* the SelImportVerdict that its record counts as; sel_import_doubts_recount() */
  char **theirs; /* of the newer one: a text for each field, NULL for nothing … */
  char **ours;   /* … and of the older: the stable form, or the title of what is referred to */
} SelImportPair;

SelImportPair *sel_import_pair_new (const SelRecordType *type);
SelImportPair *sel_import_pair_copy (const SelImportPair *self);
gboolean sel_import_pair_is_of_same (const SelImportPair *self, const SelImportPair *other);
void sel_import_pair_free (SelImportPair *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelImportPair, sel_import_pair_free)

/* What was decided of the pairs of a plan. */
typedef struct _SelDecisions SelDecisions;

SelDecisions *sel_decisions_new (GPtrArray *pairs);
void sel_decisions_free (SelDecisions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelDecisions, sel_decisions_free)

const SelImportPair *sel_decisions_find_same (const SelDecisions *self,
                                              const SelRecordType *type,
                                              const char *key);
const SelImportPair *sel_decisions_find (const SelDecisions *self, const SelImportPair *pair);
const GPtrArray *sel_decisions_get_pairs (const SelDecisions *self);

G_END_DECLS
