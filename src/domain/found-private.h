/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the parts of found-agreement.c. */
#pragma once

#include "domain/found-agreement.h"
#include "domain/paper-pattern.h"

G_BEGIN_DECLS

/* How words that a heading has in capitals are written in the text. */
typedef struct
{
  GHashTable *words; /* lower case: SelWordForms */
} SelCasing;

SelCasing *sel_casing_new (const SelPaper *paper);
void sel_casing_free (SelCasing *self);
char *sel_casing_dup (const SelCasing *self, const char *text);
char *sel_casing_dup_name (const char *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelCasing, sel_casing_free)

/* A paragraph, with the number or letter that hangs beside it. */
typedef struct
{
  SelSpan label; /* empty where it has none */
  SelSpan text;
  char kind; /* '1' for "1.", '(' for "(1)", 'a' for "a.", 'A', ')' for "1)", ']' for "a)", '-' … */
} SelParagraph;

GArray *sel_paragraphs_find (const SelPaper *paper, SelSpan span);

typedef struct
{
  const SelPaper *paper;
  SelFoundAgreement *found;
  SelCasing *casing;
  SelSpan heading; /* from the begin to where the text opens */
  SelSpan opening; /* from there to the first article */
} SelFinder;

void sel_found_text_set (const SelPaper *paper, SelFoundText *text, SelSpan span);
void sel_found_text_set_cased (const SelFinder *finder, SelFoundText *text, SelSpan span);
SelFoundParty *sel_found_party_new (void);
SelFoundPromise *sel_found_promise_new (void);

/* "3 (tiga)", or either. */
#define SEL_FOUND_COUNT                                                                           \
  "([0-9lIO]{1,3}(?:\\s*\\([^)]{2,40}\\))?|"                                                      \
  "(?:(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh)\\s*)+" \
  "(?:\\([0-9]{1,3}\\)\\s*)?)"

gboolean sel_found_count_read (const SelPaper *paper, SelSpan span, guint *count);

GPtrArray *sel_finder_find_heading (SelFinder *self);
void sel_finder_find_parties (SelFinder *self, GPtrArray *headings);
void sel_finder_find_date (SelFinder *self);
void sel_finder_find_term (SelFinder *self);
void sel_finder_find_promises (SelFinder *self);

G_END_DECLS
