/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in what was read, also where they were scanned: "Pasa1" is "Pasal", "PlHAK" is
 * "PIHAK". A pattern is a regular expression in which case does not matter, a blank stands for any
 * number of them (and none, if "?" follows), "^" and "$" for the ends of a line, and the letters
 * i, l, o and s also for the figures that scanners take them for; but not inside of []. */
#pragma once

#include "domain/paper.h"

G_BEGIN_DECLS

#define SEL_MATCH_GROUPS 6

typedef struct
{
  SelSpan whole;
  SelSpan groups[SEL_MATCH_GROUPS]; /* from (…) number 1 on; both ends 0 where it took no part */
} SelMatch;

gboolean sel_paper_find (const SelPaper *self,
                         const char *pattern,
                         SelSpan within,
                         SelMatch *match);
gboolean sel_paper_has (const SelPaper *self, const char *pattern, SelSpan within);
gboolean sel_span_is_empty (SelSpan span);
SelSpan sel_paper_trim (const SelPaper *self, SelSpan span, const char *also);
SelSpan sel_paper_line_span (const SelPaper *self, guint line);
char sel_paper_fold_letter (char letter);

G_END_DECLS
