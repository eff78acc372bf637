/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two rows of words, each word given as a number: the fewest words that were
 * taken out and put in, as long as that can be found with bounded work; beyond it, larger parts
 * count as changed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words that stand in one row, in the place of words of the other; either may be none. */
typedef struct
{
  guint before, n_before;
  guint after, n_after;
} SelHunk;

GArray *sel_word_diff (const guint32 *before,
                       guint n_before,
                       const guint32 *after,
                       guint n_after);

G_END_DECLS
