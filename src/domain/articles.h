/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles of an agreement, found in its text: "Pasal 5" with a title of its own, told apart
 * from "sebagaimana dimaksud dalam Pasal 5". */
#pragma once

#include "domain/paper.h"

G_BEGIN_DECLS

typedef struct
{
  char *number; /* as a person says it: "5", "5A", "V" */
  guint value;  /* 5 */
  char *title;  /* "" where it has none */
  SelSpan heading;
  SelSpan body;
  guint page;
  SelRectangle place; /* of the first line of the heading */
} SelArticle;

GPtrArray *sel_articles_find (const SelPaper *paper);
void sel_article_free (SelArticle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelArticle, sel_article_free)

const SelArticle *sel_articles_get_at (GPtrArray *articles, gsize offset);
const SelArticle *sel_articles_get_by_number (GPtrArray *articles, const char *number);

G_END_DECLS
