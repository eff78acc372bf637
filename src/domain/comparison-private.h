/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a comparison share: comparison.c puts it together, comparison-pairs.c finds
 * which article is which, comparison-words.c what differs between two. */
#pragma once

#include "domain/comparison.h"
#include "domain/paper-words.h"

G_BEGIN_DECLS

/* A part of one paper. */
typedef struct
{
  const SelArticle *article; /* NULL before the first and after the last */
  SelSpan span;
  SelSpan label;   /* "Pasal 5" */
  GArray *words;   /* of SelPaperWord, without the label and the number of the article */
  guint32 *sorted; /* their numbers */
  char *title;     /* folded; "" without one */
  int other;       /* which part of the other paper it is; -1 for none */
} SelPaperPart;

void sel_paper_parts_pair (GPtrArray *before, GPtrArray *after);
GArray *sel_paper_parts_compare (const SelPaperPart *before, const SelPaperPart *after);
void sel_comparison_find_moved (SelComparison *self, const SelPaperWords *words);

G_END_DECLS
