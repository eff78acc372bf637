/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indonesian words without their affixes, so that what is looked for finds what is written: kerja
 * sama, kerjasama and bekerja sama are one. It is for finding only, applied to the text and to what
 * was typed alike; what it makes of a word is not always a word. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Raised whenever a word folds to something else than before: what was indexed is indexed anew. */
#define SEL_WORD_FOLD_VERSION 1

gboolean sel_word_next (const char **at, const char **from, const char **end);
void sel_word_fold (const char *from, const char *end, GString *folded);
void sel_word_fold_text (const char *text, GString *folded);
gboolean sel_word_is_affix (const char *from, const char *end);
void sel_word_fold_begun (const char *from, const char *end, GPtrArray *begun);

G_END_DECLS
