/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/proofreader.h"

#include <glib/gi18n-lib.h>

#include "domain/paper-pattern.h"

/* With fewer, what looks like articles may be something else. */
#define MIN_ARTICLES 3

/* What a reference goes on with before it says of which text it is. */
#define DETAILS                                                                            \
  "\\A(?:[\\s,]*(?:ayat|huruf|angka|dan|sampai dengan|atau|s\\.d\\.?|jo\\.?|juncto|serta|" \
  "pasal [0-9]+[A-Z]?|\\([0-9a-z]{1,2}\\)|[a-z]\\b|[0-9]{1,2}\\b))*[\\s,]*"
#define OTHER_TEXTS                                                                           \
  "(?:undang|peraturan|permen|perpres|perka|nota|perjanjian|kesepakatan|keputusan|kitab|kuh|" \
  "adendum|addendum|anggaran|memorandum|uu|pp\\b|konvensi|instruksi|surat)"

static void
check_sequence (const SelFoundAgreement *found, GPtrArray *remarks)
{
  for (guint i = 0; i < found->articles->len; i++)
    {
      const SelArticle *article = g_ptr_array_index (found->articles, i);
      const SelArticle *before = i ? g_ptr_array_index (found->articles, i - 1) : NULL;
      const guint last = before ? before->value : 0;

      if (article->value == last + 1 ||
          (article->value == last && g_strcmp0 (article->number, before->number) != 0))
        continue;
      if (!before)
        sel_proofreader_add (remarks, SEL_REMARK_ARTICLE_SEQUENCE, article->heading,
                             /* Translators: Pasal is the Indonesian word for article. */
                             g_strdup_printf (_ ("The first article is Pasal %s."),
                                              article->number));
      else if (article->value == last)
        sel_proofreader_add (remarks, SEL_REMARK_ARTICLE_SEQUENCE, article->heading,
                             g_strdup_printf (_ ("Pasal %s is there twice."), article->number));
      else
        sel_proofreader_add (remarks, SEL_REMARK_ARTICLE_SEQUENCE, article->heading,
                             g_strdup_printf (_ ("Pasal %s follows Pasal %s."), article->number,
                                              before->number));
    }
}

/* Whether the reference that ends at @end is to an article of another text, such as a law. */
static gboolean
is_of_other_text (const SelPaper *paper, gsize end, gsize body_end)
{
  SelMatch match;
  SelSpan rest = { end, MIN (body_end, end + 160) };

  if (!sel_paper_find (paper, DETAILS, rest, &match))
    return FALSE;
  rest.start = match.whole.end;
  return sel_paper_has (paper, "\\A" OTHER_TEXTS, rest) &&
         !sel_paper_has (paper, "\\A(?:[a-z]+ ){1,4}?ini\\b", rest);
}

static void
check_references (const SelPaper *paper,
                  const SelFoundAgreement *found,
                  const SelArticle *article,
                  GPtrArray *remarks)
{
  SelSpan rest = article->body;
  SelMatch match;

  while (sel_paper_find (paper, "\\bpasal ([0-9]{1,3}[A-Z]?|[IVX]{1,5})\\b(?!/)", rest, &match))
    {
      g_autofree char *number = sel_paper_dup_text (paper, match.groups[0]);

      rest.start = match.whole.end;
      if (sel_articles_get_by_number (found->articles, number) ||
          is_of_other_text (paper, match.whole.end, article->body.end))
        continue;
      sel_proofreader_add (remarks, SEL_REMARK_ARTICLE_REFERENCE, match.whole,
                           g_strdup_printf (_ ("There is no Pasal %s."), number));
    }
}

/* Articles in their order, and what refers to them. An addendum refers to those of the agreement
 * that it changes. */
void
sel_proofreader_check_articles (const SelPaper *paper,
                                const SelFoundAgreement *found,
                                GPtrArray *remarks)
{
  check_sequence (found, remarks);
  if (found->articles->len < MIN_ARTICLES || found->kind == SEL_AGREEMENT_ADDENDUM)
    return;
  for (guint i = 0; i < found->articles->len; i++)
    check_references (paper, found, g_ptr_array_index (found->articles, i), remarks);
}
