/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/comparison-private.h"

/* No agreement has so many articles; of more only the numbers are compared. */
#define MOST_PAIRS 90000u

/* How much of their words two articles have in common, of which … */
#define ALIKE 0.5           /* … nothing else says that they are the same, … */
#define SOMEWHAT_ALIKE 0.25 /* … or which have the same number */

static SelPaperPart *
part_at (GPtrArray *parts, guint i)
{
  return g_ptr_array_index (parts, i);
}

/* From 0, nothing in common, to 1. */
static double
measure_likeness (const SelPaperPart *before, const SelPaperPart *after)
{
  const guint n = before->words->len, m = after->words->len;
  guint common = 0;

  for (guint i = 0, j = 0; i < n && j < m;)
    {
      if (before->sorted[i] == after->sorted[j])
        common++, i++, j++;
      else if (before->sorted[i] < after->sorted[j])
        i++;
      else
        j++;
    }
  return n + m ? 2.0 * common / (n + m) : 1;
}

static gboolean
has_same_title (const SelPaperPart *before, const SelPaperPart *after)
{
  return *before->title && g_str_equal (before->title, after->title);
}

static gboolean
has_same_number (const SelPaperPart *before, const SelPaperPart *after)
{
  return g_ascii_strcasecmp (before->article->number, after->article->number) == 0;
}

/* How well two articles go together; 0 when they are not the same. */
static double
weigh (const SelPaperPart *before, const SelPaperPart *after)
{
  const double likeness = measure_likeness (before, after);
  const gboolean is_same_number = has_same_number (before, after);

  if (has_same_title (before, after))
    return 1 + likeness + 0.25 * is_same_number;
  if (likeness >= ALIKE || (is_same_number && likeness >= SOMEWHAT_ALIKE))
    return likeness + 0.25 * is_same_number;
  return 0;
}

static void
join (GPtrArray *before, guint i, GPtrArray *after, guint j)
{
  part_at (before, i)->other = (int) j;
  part_at (after, j)->other = (int) i;
}

/* Finds the pairs that go together best without changing the order of either paper. */
static void
pair_in_order (GPtrArray *before, GPtrArray *after)
{
  const guint n = before->len, m = after->len, width = m + 1;
  g_autofree double *weights = g_new (double, (gsize) n *m + 1);
  g_autofree double *best = g_new0 (double, (gsize) (n + 1) * width);

  for (guint i = n; i-- > 0;)
    for (guint j = m; j-- > 0;)
      {
        const double weight = weigh (part_at (before, i), part_at (after, j));
        const double both = weight > 0 ? weight + best[(i + 1) * width + j + 1] : 0;

        weights[i * m + j] = weight;
        best[i * width + j] = MAX (both, MAX (best[(i + 1) * width + j], best[i * width + j + 1]));
      }

  for (guint i = 0, j = 0; i < n && j < m;)
    {
      const double here = best[i * width + j];

      if (weights[i * m + j] > 0 &&
          here <= weights[i * m + j] + best[(i + 1) * width + j + 1])
        join (before, i++, after, j++);
      else if (here <= best[(i + 1) * width + j])
        i++;
      else
        j++;
    }
}

/* Articles that were moved, or say something else altogether under a number that had no title. */
static void
pair_rest (GPtrArray *before,
           GPtrArray *after,
           gboolean (*is_same) (const SelPaperPart *before, const SelPaperPart *after))
{
  for (guint i = 0; i < before->len; i++)
    for (guint j = 0; j < after->len && part_at (before, i)->other < 0; j++)
      if (part_at (after, j)->other < 0 && is_same (part_at (before, i), part_at (after, j)))
        join (before, i, after, j);
}

static gboolean
is_same_untitled (const SelPaperPart *before, const SelPaperPart *after)
{
  return *before->title == '\0' && *after->title == '\0' && has_same_number (before, after);
}

/* Notes in each of @before and @after, whose parts are all articles, which one of the others it
 * is. */
void
sel_paper_parts_pair (GPtrArray *before, GPtrArray *after)
{
  if ((guint64) before->len * after->len > MOST_PAIRS)
    {
      for (guint i = 0; i < MIN (before->len, after->len); i++)
        if (has_same_number (part_at (before, i), part_at (after, i)))
          join (before, i, after, i);
      return;
    }

  pair_in_order (before, after);
  pair_rest (before, after, has_same_title);
  pair_rest (before, after, is_same_untitled);
}
