/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/comparison-private.h"
#include "domain/paper-pattern.h"

#include <stdlib.h>
#include <string.h>

static void
paper_part_free (gpointer data)
{
  SelPaperPart *self = data;

  g_array_unref (self->words);
  g_free (self->sorted);
  g_free (self->title);
  g_free (self);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

/* Letters and figures alone, as a scanner may have read them. */
static char *
fold_title (const char *title)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  for (; *title; title++)
    if (!g_ascii_isspace (*title) && !g_ascii_ispunct (*title))
      g_string_append_c (folded, sel_paper_fold_letter (*title));
  return g_strdup (folded->str);
}

/* Whether the word and the next one are "Pasal" and the number of the article. */
static gboolean
is_label (const SelPaper *paper, const SelPaperWord *word)
{
  static const char *const labels[] = { "pasal", "article" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const gsize n = strlen (labels[i]);
      gsize k = 0;

      while (k < n && word->start + k < word->end &&
             sel_paper_fold_letter (paper->text[word->start + k]) ==
               sel_paper_fold_letter (labels[i][k]))
        k++;
      if (k == n && word->start + k == word->end)
        return TRUE;
    }
  return FALSE;
}

static SelPaperPart *
new_part (const SelPaper *paper,
          GArray *words,
          guint *at,
          const SelArticle *article,
          SelSpan span)
{
  SelPaperPart *self = g_new0 (SelPaperPart, 1);
  gboolean had_label = article == NULL;

  self->article = article;
  self->span = span;
  self->label = article ? article->heading : span;
  self->other = -1;
  self->words = g_array_new (FALSE, FALSE, sizeof (SelPaperWord));
  self->title = fold_title (article ? article->title : "");
  for (; *at < words->len; (*at)++)
    {
      const SelPaperWord *word = &g_array_index (words, SelPaperWord, *at);

      if (word->start >= span.end)
        break;
      if (!had_label && word->start < article->heading.end && is_label (paper, word))
        {
          const guint number = MIN (*at + 1, words->len - 1);

          had_label = TRUE;
          self->label = (SelSpan){ word->start, g_array_index (words, SelPaperWord, number).end };
          *at = number;
        }
      else
        g_array_append_vals (self->words, word, 1);
    }

  self->sorted = g_new (guint32, self->words->len + 1);
  for (guint i = 0; i < self->words->len; i++)
    self->sorted[i] = g_array_index (self->words, SelPaperWord, i).number;
  qsort (self->sorted, self->words->len, sizeof (guint32), compare_numbers);
  return self;
}

/* A paper in its parts. */
typedef struct
{
  SelPaperPart *opening, *closing;
  GPtrArray *articles; /* of SelPaperPart */
} Parts;

static void
parts_clear (Parts *self)
{
  g_clear_pointer (&self->opening, paper_part_free);
  g_clear_pointer (&self->closing, paper_part_free);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static const SelArticle *
article_at (GPtrArray *articles, guint i)
{
  return i < articles->len ? g_ptr_array_index (articles, i) : NULL;
}

static Parts
divide (const SelPaper *paper, GArray *words, GPtrArray *articles)
{
  const SelArticle *next = article_at (articles, 0);
  gsize start = next ? next->heading.start : paper->length;
  Parts parts = { .articles = g_ptr_array_new_with_free_func (paper_part_free) };
  guint at = 0;

  parts.opening = new_part (paper, words, &at, NULL, (SelSpan){ 0, start });
  for (guint i = 0; i < articles->len; i++)
    {
      const SelArticle *article = next;
      gsize end;

      next = article_at (articles, i + 1);
      end = next ? next->heading.start : MAX (article->heading.end, article->body.end);
      g_ptr_array_add (parts.articles,
                       new_part (paper, words, &at, article, (SelSpan){ start, end }));
      start = end;
    }
  parts.closing = new_part (paper, words, &at, NULL, (SelSpan){ start, paper->length });
  return parts;
}

static void
compared_part_free (gpointer data)
{
  SelComparedPart *self = data;

  g_array_unref (self->differences);
  g_free (self);
}

static SelComparedPart *
add_part (SelComparison *self, const SelPaperPart *before, const SelPaperPart *after)
{
  SelComparedPart *part = g_new0 (SelComparedPart, 1);

  part->before = before ? before->article : NULL;
  part->after = after ? after->article : NULL;
  part->differences = before && after
                        ? sel_paper_parts_compare (before, after)
                        : g_array_new (FALSE, FALSE, sizeof (SelDifference));
  g_ptr_array_add (self->parts, part);
  return part;
}

static void
add_pair (SelComparison *self, const SelPaperPart *before, const SelPaperPart *after)
{
  SelComparedPart *part = add_part (self, before, after);

  if (g_ascii_strcasecmp (before->article->number, after->article->number) != 0)
    {
      const SelDifference difference = { SEL_DIFFERENCE_RENUMBERED, before->label,
                                         after->label };

      g_array_prepend_val (part->differences, difference);
    }
}

/* An article that one paper alone has; in the other it would be at @offset. */
static void
add_single (SelComparison *self, const SelPaperPart *part, gboolean is_new, gsize offset)
{
  const SelSpan nothing = { offset, offset };
  const guint n = part->words->len;
  const SelSpan all = {
    part->article->heading.start,
    n ? MAX (g_array_index (part->words, SelPaperWord, n - 1).end, part->article->heading.end)
      : part->article->heading.end,
  };
  const SelDifference difference = { is_new ? SEL_DIFFERENCE_ADDED : SEL_DIFFERENCE_REMOVED,
                                     is_new ? nothing : all, is_new ? all : nothing };

  g_array_append_val (add_part (self, is_new ? NULL : part, is_new ? part : NULL)->differences,
                      difference);
}

/* The articles in the order of the new paper, those that are gone where they were. */
static void
add_articles (SelComparison *self, const Parts *before, const Parts *after)
{
  gsize old_end = before->opening->span.end, new_end = after->opening->span.end;
  guint i = 0;

  for (guint j = 0; j <= after->articles->len; j++)
    {
      const SelPaperPart *new =
        j < after->articles->len ? g_ptr_array_index (after->articles, j) : NULL;
      const SelPaperPart *old =
        new &&new->other >= 0 ? g_ptr_array_index (before->articles, new->other) : NULL;
      const guint until = old ? (guint) new->other : new ? i
                                                         : before->articles->len;

      for (; i < until; i++)
        {
          const SelPaperPart *gone = g_ptr_array_index (before->articles, i);

          if (gone->other < 0)
            add_single (self, gone, FALSE, new_end);
        }
      if (new == NULL)
        break;

      if (old)
        {
          add_pair (self, old, new);
          old_end = old->span.end;
          i = MAX (i, (guint) new->other + 1);
        }
      else
        add_single (self, new, TRUE, old_end);
      new_end = new->span.end;
    }
}

/**
 * sel_comparison_new:
 * @before: the older one
 * @after: the newer one
 *
 * Returns: (transfer full): what differs between them, by spans of either; free of @before and
 *   @after
 */
SelComparison *
sel_comparison_new (const SelPaper *before, const SelPaper *after)
{
  SelComparison *self = g_new0 (SelComparison, 1);
  g_auto (SelPaperWords) words = { NULL, NULL };
  g_auto (Parts) old = { NULL, NULL, NULL };
  g_auto (Parts) new = { NULL, NULL, NULL };

  self->before_articles = sel_articles_find (before);
  self->after_articles = sel_articles_find (after);
  self->parts = g_ptr_array_new_with_free_func (compared_part_free);
  sel_paper_words_find (before, after, &words);
  old = divide (before, words.before, self->before_articles);
  new = divide (after, words.after, self->after_articles);
  sel_paper_parts_pair (old.articles, new.articles);

  add_part (self, old.opening, new.opening);
  add_articles (self, &old, &new);
  add_part (self, old.closing, new.closing)->is_closing = TRUE;
  sel_comparison_find_moved (self, &words);
  for (guint i = 0; i < self->parts->len; i++)
    self->n_differences +=
      ((SelComparedPart *) g_ptr_array_index (self->parts, i))->differences->len;
  return self;
}

void
sel_comparison_free (SelComparison *self)
{
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->before_articles);
  g_ptr_array_unref (self->after_articles);
  g_free (self);
}
