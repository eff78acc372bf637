/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/comparison-private.h"
#include "domain/word-diff.h"

/* So many words that stand elsewhere again were moved, within a part or from one to another; fewer
 * are there by chance. */
#define LEAST_MOVED 2u
#define LEAST_MOVED_AWAY 4u

/* So many removals times additions are looked through for them. */
#define MOST_MOVES 1000000u

static const SelPaperWord *
word_at (GArray *words, guint i)
{
  return &g_array_index (words, SelPaperWord, i);
}

static guint32 *
dup_numbers (GArray *words)
{
  guint32 *numbers = g_new (guint32, words->len + 1);

  for (guint i = 0; i < words->len; i++)
    numbers[i] = word_at (words, i)->number;
  return numbers;
}

static gboolean
is_end_of_sentence (const SelPaperWord *word)
{
  return word->mark == '.' || word->mark == ';' || word->mark == ':';
}

/* Of "satu. dua. [satu. tiga.]" and "satu. dua[. satu. tiga]." a person means the first: moves a
 * run of words, all of which are only on this side, to where it ends with a sentence. */
static void
slide (GArray *words, guint *first, guint n, guint *other, guint least, guint end)
{
  guint right = 0, left = 0;

  while (*first + n + right < end &&
         word_at (words, *first + right)->number == word_at (words, *first + n + right)->number)
    right++;
  while (*first - left > least && word_at (words, *first - left - 1)->number ==
                                    word_at (words, *first + n - left - 1)->number)
    left++;

  for (guint i = *first + right + 1; i-- > *first - left;)
    if (is_end_of_sentence (word_at (words, i + n - 1)))
      {
        *other = *other + i - *first;
        *first = i;
        return;
      }
}

static void
slide_all (GArray *hunks, GArray *before, GArray *after)
{
  for (guint i = 0; i < hunks->len; i++)
    {
      SelHunk *hunk = &g_array_index (hunks, SelHunk, i);
      const SelHunk *last = i ? hunk - 1 : NULL;
      const SelHunk *next = i + 1 < hunks->len ? hunk + 1 : NULL;

      if (hunk->n_before == 0)
        slide (after, &hunk->after, hunk->n_after, &hunk->before,
               last ? last->after + last->n_after : 0, next ? next->after : after->len);
      else if (hunk->n_after == 0)
        slide (before, &hunk->before, hunk->n_before, &hunk->after,
               last ? last->before + last->n_before : 0, next ? next->before : before->len);
    }
}

/* Whether what stands between two changes is too little to be told from them: one word, or
 * marks. */
static gboolean
is_little (GArray *words, guint first, guint end)
{
  guint n_words = 0;

  for (guint i = first; i < end; i++)
    {
      if (is_end_of_sentence (word_at (words, i)))
        return FALSE;
      n_words += word_at (words, i)->mark == 0;
    }
  return end - first <= 3 && n_words <= 1;
}

static GArray *
join_near (GArray *hunks, GArray *before)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (SelHunk));

  for (guint i = 0; i < hunks->len; i++)
    {
      const SelHunk *hunk = &g_array_index (hunks, SelHunk, i);
      SelHunk *last = joined->len ? &g_array_index (joined, SelHunk, joined->len - 1) : NULL;

      if (last && is_little (before, last->before + last->n_before, hunk->before))
        {
          last->n_before = hunk->before + hunk->n_before - last->before;
          last->n_after = hunk->after + hunk->n_after - last->after;
        }
      else
        g_array_append_vals (joined, hunk, 1);
    }
  return joined;
}

/* "3 (tiga" that became "5 (lima" ends with the bracket. */
static void
close_bracket (SelHunk *hunk, GArray *before, GArray *after)
{
  const guint before_end = hunk->before + hunk->n_before;
  const guint after_end = hunk->after + hunk->n_after;
  int depth = 0;

  for (guint i = hunk->before; i < before_end; i++)
    depth += word_at (before, i)->mark == '(' ? 1 : word_at (before, i)->mark == ')' ? -1
                                                                                     : 0;
  if (depth > 0 && hunk->n_after > 0 && before_end < before->len && after_end < after->len &&
      word_at (before, before_end)->mark == ')' && word_at (after, after_end)->mark == ')')
    {
      hunk->n_before++;
      hunk->n_after++;
    }
}

static SelSpan
cover (const SelPaperPart *part, guint first, guint n)
{
  if (n > 0)
    return (SelSpan){ word_at (part->words, first)->start, word_at (part->words, first + n - 1)->end };
  if (first < part->words->len)
    return (SelSpan){ word_at (part->words, first)->start, word_at (part->words, first)->start };
  if (first > 0)
    return (SelSpan){ word_at (part->words, first - 1)->end, word_at (part->words, first - 1)->end };
  return (SelSpan){ part->span.start, part->span.start };
}

/* Returns: (transfer full) (element-type SelDifference): what differs in the words of two parts */
GArray *
sel_paper_parts_compare (const SelPaperPart *before, const SelPaperPart *after)
{
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (SelDifference));
  g_autofree guint32 *old = dup_numbers (before->words);
  g_autofree guint32 *new = dup_numbers (after->words);
  g_autoptr (GArray) hunks = sel_word_diff (old, before->words->len, new, after->words->len);
  g_autoptr (GArray) joined = NULL;

  slide_all (hunks, before->words, after->words);
  joined = join_near (hunks, before->words);
  for (guint i = 0; i < joined->len; i++)
    {
      SelHunk *hunk = &g_array_index (joined, SelHunk, i);
      SelDifference difference;

      close_bracket (hunk, before->words, after->words);
      difference.kind = hunk->n_before == 0  ? SEL_DIFFERENCE_ADDED
                        : hunk->n_after == 0 ? SEL_DIFFERENCE_REMOVED
                                             : SEL_DIFFERENCE_CHANGED;
      difference.before = cover (before, hunk->before, hunk->n_before);
      difference.after = cover (after, hunk->after, hunk->n_after);
      g_array_append_val (differences, difference);
    }
  return differences;
}

/* The words of a span, found by where it starts. */
static guint
find_word (GArray *words, gsize offset)
{
  guint low = 0, high = words->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (word_at (words, middle)->start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
has_same_words (const SelPaperWords *words, SelSpan before, SelSpan after, guint least)
{
  const guint first = find_word (words->before, before.start);
  const guint second = find_word (words->after, after.start);
  const guint n = find_word (words->before, before.end) - first;

  if (n < least || find_word (words->after, after.end) - second != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (word_at (words->before, first + i)->number != word_at (words->after, second + i)->number)
      return FALSE;
  return TRUE;
}

/* Where a difference is. */
typedef struct
{
  SelComparedPart *part;
  guint index;
  gboolean is_double; /* it is said in the same part already */
} Found;

static GArray *
find_kind (SelComparison *self, SelDifferenceKind kind)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < self->parts->len; i++)
    {
      SelComparedPart *part = g_ptr_array_index (self->parts, i);

      for (guint j = 0; j < part->differences->len; j++)
        if (g_array_index (part->differences, SelDifference, j).kind == kind)
          g_array_append_vals (found, &(Found){ part, j, FALSE }, 1);
    }
  return found;
}

/* Whether what @from says was taken out is what @to says was put in. */
static gboolean
join_move (const Found *from, Found *to, const SelPaperWords *words)
{
  SelDifference *removal = &g_array_index (from->part->differences, SelDifference, from->index);
  SelDifference *addition = &g_array_index (to->part->differences, SelDifference, to->index);

  if (addition->kind != SEL_DIFFERENCE_ADDED ||
      !has_same_words (words, removal->before, addition->after,
                       from->part == to->part ? LEAST_MOVED : LEAST_MOVED_AWAY))
    return FALSE;

  removal->kind = addition->kind = SEL_DIFFERENCE_MOVED;
  removal->after = addition->after;
  addition->before = removal->before;
  to->is_double = from->part == to->part;
  return TRUE;
}

/* Words that were taken out here and put in there were moved. */
void
sel_comparison_find_moved (SelComparison *self, const SelPaperWords *words)
{
  g_autoptr (GArray) removed = find_kind (self, SEL_DIFFERENCE_REMOVED);
  g_autoptr (GArray) added = find_kind (self, SEL_DIFFERENCE_ADDED);

  if ((guint64) removed->len * added->len > MOST_MOVES)
    return;

  for (guint i = 0; i < removed->len; i++)
    for (guint j = 0; j < added->len; j++)
      if (join_move (&g_array_index (removed, Found, i), &g_array_index (added, Found, j), words))
        break;

  for (guint i = added->len; i-- > 0;)
    {
      const Found *one = &g_array_index (added, Found, i);

      if (one->is_double)
        g_array_remove_index (one->part->differences, one->index);
    }
}
