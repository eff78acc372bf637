/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two papers of an agreement, article by article: by their titles and what
 * they say, so that one that was put in between does not make others of all that come after it. */
#pragma once

#include "domain/articles.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_DIFFERENCE_REMOVED,
  SEL_DIFFERENCE_ADDED,
  SEL_DIFFERENCE_CHANGED,
  SEL_DIFFERENCE_MOVED,      /* words that stand elsewhere now */
  SEL_DIFFERENCE_RENUMBERED, /* of the article */
} SelDifferenceKind;

/* Where there is nothing, both ends of a span are where it would be. */
typedef struct
{
  SelDifferenceKind kind;
  SelSpan before, after;
} SelDifference;

/* An article of either paper or of both; or what stands before the first of them, or after the
 * last. */
typedef struct
{
  const SelArticle *before, *after; /* (borrowed) */
  gboolean is_closing;              /* after the last; FALSE without articles: before the first */
  GArray *differences;              /* of SelDifference; empty where both say the same */
} SelComparedPart;

typedef struct
{
  GPtrArray *before_articles, *after_articles; /* of SelArticle */
  GPtrArray *parts;                            /* of SelComparedPart, in the order of the text */
  guint n_differences;
} SelComparison;

SelComparison *sel_comparison_new (const SelPaper *before, const SelPaper *after);
void sel_comparison_free (SelComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelComparison, sel_comparison_free)

G_END_DECLS
