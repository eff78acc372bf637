/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person typed, as the folded words that it asks for (word-fold.h), each at least begun. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One thing that must be there: any of these, which are beginnings of folded words, or two words of
 * which the second is one. */
typedef GPtrArray SelWordTerm; /* of char * */

/* Where in a text one of them stands, in bytes. */
typedef struct
{
  gsize from;
  gsize end;
  guint term;
} SelWordPlace;

GPtrArray *sel_word_query_new (const char *typed);
GArray *sel_word_query_find (GPtrArray *query, const char *text);
gboolean sel_word_query_is_in (GPtrArray *query, const char *folded);
char *sel_word_places_dup_snippet (const GArray *places, const char *text, guint n_characters);
char *sel_word_places_dup_words (const GArray *places, const char *text);

G_END_DECLS
