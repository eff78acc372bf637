/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The affixes of single words in small letters, for word-fold.c; and words that are two. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sel_word_is_root (const char *word);
gsize sel_word_measure_prefix (const char *word, gboolean can_be_ke, char *eaten);
void sel_word_strip_affixes (GString *word);

gboolean sel_word_is_compound (const char *first, const char *second);
void sel_word_part_compound (GString *word);
char *sel_word_begin_compound (const char *word, guint *begun);

G_END_DECLS
