/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For comparison.c: the words of two papers, numbered so that the same word has the same number,
 * however it was set: across lines, with other quotation marks and dashes, or with letters that a
 * scanner took for others. Blanks and specks of a scan are no words; a mark of punctuation is. */
#pragma once

#include "domain/paper.h"

G_BEGIN_DECLS

typedef struct
{
  gsize start, end; /* bytes of the text */
  guint32 number;
  char mark; /* of punctuation, as ASCII has it; 0 for a word, '?' for another mark */
} SelPaperWord;

typedef struct
{
  GArray *before, *after; /* of SelPaperWord */
} SelPaperWords;

void sel_paper_words_find (const SelPaper *before, const SelPaper *after, SelPaperWords *words);
void sel_paper_words_clear (SelPaperWords *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SelPaperWords, sel_paper_words_clear)

G_END_DECLS
