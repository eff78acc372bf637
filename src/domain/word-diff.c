/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Myers' greedy algorithm where little differs. Where more does than it may look for, what stands
 * once in each text holds the two together, and the parts between are compared on their own, as in
 * patience sorting. */
#include "domain/word-diff.h"

/* So many words may differ in a part for the first algorithm, which remembers the square of it. */
#define MOST_EDITS 600

/* So often may parts be divided, … */
#define MOST_DEPTH 24

/* … and so many words be looked at in all: well below a second. */
#define MOST_STEPS (60u * 1000 * 1000)

typedef struct
{
  const guint32 *before, *after;
  guint n_steps;
  GArray *hunks;
} Diff;

typedef struct
{
  guint before, before_end;
  guint after, after_end;
} Part;

static void
add_hunk (Diff *self, Part part)
{
  const SelHunk hunk = { part.before, part.before_end - part.before, part.after,
                         part.after_end - part.after };
  SelHunk *last =
    self->hunks->len ? &g_array_index (self->hunks, SelHunk, self->hunks->len - 1) : NULL;

  if (hunk.n_before == 0 && hunk.n_after == 0)
    return;
  if (last && last->before + last->n_before == hunk.before &&
      last->after + last->n_after == hunk.after)
    {
      last->n_before += hunk.n_before;
      last->n_after += hunk.n_after;
    }
  else
    g_array_append_val (self->hunks, hunk);
}

static void
trim (Diff *self, Part *part)
{
  while (part->before < part->before_end && part->after < part->after_end &&
         self->before[part->before] == self->after[part->after])
    part->before++, part->after++;
  while (part->before < part->before_end && part->after < part->after_end &&
         self->before[part->before_end - 1] == self->after[part->after_end - 1])
    part->before_end--, part->after_end--;
}

/* Where a path on the diagonal @k comes to with one more edit; @reached is of the edits before. */
static int
step (const int *reached, int k, int n_edits)
{
  if (k == -n_edits || (k != n_edits && reached[k - 1] < reached[k + 1]))
    return reached[k + 1];
  return reached[k - 1] + 1;
}

/* Goes back from the end over what each number of edits had reached. */
static void
trace_back (Diff *self, const Part *part, GPtrArray *trace)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (Part));
  int x = (int) (part->before_end - part->before);
  int y = (int) (part->after_end - part->after);

  for (int d = (int) trace->len; d > 0; d--)
    {
      const int *reached = (const int *) g_ptr_array_index (trace, d - 1) + d;
      const int k = x - y;
      const gboolean is_down =
        k == -d || (k != d && reached[k - 1] < reached[k + 1]);
      const int last_k = is_down ? k + 1 : k - 1;
      const int last_x = reached[last_k];
      const int last_y = last_x - last_k;
      const Part edit = { part->before + (guint) last_x, part->before + (guint) last_x + !is_down,
                          part->after + (guint) last_y, part->after + (guint) last_y + is_down };

      g_array_append_val (edits, edit);
      x = last_x;
      y = last_y;
    }
  for (guint i = edits->len; i > 0; i--)
    add_hunk (self, g_array_index (edits, Part, i - 1));
}

/* Whether few enough words differ to find the fewest of them. */
static gboolean
find_fewest (Diff *self, const Part *part)
{
  const int n = (int) (part->before_end - part->before);
  const int m = (int) (part->after_end - part->after);
  const int most = MIN (n + m, MOST_EDITS);
  g_autoptr (GPtrArray) trace = g_ptr_array_new_with_free_func (g_free);
  g_autofree int *room = g_new0 (int, 2 * most + 3);
  int *reached = room + most + 1;

  for (int d = 0; d <= most; d++)
    {
      if (d > 0) /* what was reached on the diagonals from -d to d */
        g_ptr_array_add (trace, g_memdup2 (reached - d, (gsize) (2 * d + 1) * sizeof (int)));
      for (int k = -d; k <= d; k += 2)
        {
          int x = d == 0 ? 0 : step (reached, k, d);
          int y = x - k;

          while (x < n && y >= 0 && y < m &&
                 self->before[part->before + (guint) x] == self->after[part->after + (guint) y])
            x++, y++, self->n_steps++;
          reached[k] = x;
          if (x >= n && y >= m)
            {
              trace_back (self, part, trace);
              return TRUE;
            }
        }
      self->n_steps += (guint) d;
      if (self->n_steps > MOST_STEPS)
        return FALSE;
    }
  return FALSE;
}

/* A word that stands once in each part. */
typedef struct
{
  guint before, after;
  guint count_before, count_after;
  guint link; /* the anchor before it in the longest row; G_MAXUINT for none */
} Anchor;

static Anchor *
note_word (GHashTable *anchors, guint32 word)
{
  Anchor *anchor = g_hash_table_lookup (anchors, GUINT_TO_POINTER (word));

  if (anchor == NULL)
    {
      anchor = g_new0 (Anchor, 1);
      g_hash_table_insert (anchors, GUINT_TO_POINTER (word), anchor);
    }
  return anchor;
}

/* The words that stand once in each part, in the order of @before. */
static GArray *
find_once (Diff *self, const Part *part)
{
  g_autoptr (GHashTable) anchors = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GArray *once = g_array_new (FALSE, FALSE, sizeof (Anchor));

  for (guint i = part->before; i < part->before_end; i++)
    {
      Anchor *anchor = note_word (anchors, self->before[i]);

      anchor->before = i;
      anchor->count_before++;
    }
  for (guint i = part->after; i < part->after_end; i++)
    {
      Anchor *anchor = note_word (anchors, self->after[i]);

      anchor->after = i;
      anchor->count_after++;
    }
  for (guint i = part->before; i < part->before_end; i++)
    {
      const Anchor *anchor =
        g_hash_table_lookup (anchors, GUINT_TO_POINTER (self->before[i]));

      if (anchor->count_before == 1 && anchor->count_after == 1)
        g_array_append_vals (once, anchor, 1);
    }
  self->n_steps += part->before_end - part->before + part->after_end - part->after;
  return once;
}

/* The longest row of anchors that comes in the same order in both. */
static GArray *
find_row (GArray *once)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (Anchor));
  g_autofree guint *tops = g_new (guint, once->len + 1);
  guint n_tops = 0;

  for (guint i = 0; i < once->len; i++)
    {
      Anchor *anchor = &g_array_index (once, Anchor, i);
      guint low = 0, high = n_tops;

      while (low < high)
        {
          const guint middle = (low + high) / 2;

          if (g_array_index (once, Anchor, tops[middle]).after < anchor->after)
            low = middle + 1;
          else
            high = middle;
        }
      anchor->link = low ? tops[low - 1] : G_MAXUINT;
      tops[low] = i;
      n_tops = MAX (n_tops, low + 1);
    }

  if (n_tops > 0)
    for (guint i = tops[n_tops - 1]; i != G_MAXUINT; i = g_array_index (once, Anchor, i).link)
      g_array_append_val (row, g_array_index (once, Anchor, i));
  return row; /* the last comes first */
}

static void
compare (Diff *self, Part part, guint depth)
{
  g_autoptr (GArray) once = NULL;
  g_autoptr (GArray) row = NULL;

  trim (self, &part);
  if (part.before == part.before_end || part.after == part.after_end ||
      self->n_steps > MOST_STEPS || depth == 0)
    {
      add_hunk (self, part);
      return;
    }
  if (find_fewest (self, &part))
    return;

  once = find_once (self, &part);
  row = find_row (once);
  for (guint i = row->len; i > 0; i--)
    {
      const Anchor *anchor = &g_array_index (row, Anchor, i - 1);

      compare (self, (Part){ part.before, anchor->before, part.after, anchor->after }, depth - 1);
      part.before = anchor->before + 1;
      part.after = anchor->after + 1;
    }
  if (row->len)
    compare (self, part, depth - 1);
  else
    add_hunk (self, part);
}

/**
 * sel_word_diff:
 *
 * Returns: (transfer full) (element-type SelHunk): what differs, in the order of the words
 */
GArray *
sel_word_diff (const guint32 *before, guint n_before, const guint32 *after, guint n_after)
{
  Diff self = {
    .before = before,
    .after = after,
    .hunks = g_array_new (FALSE, FALSE, sizeof (SelHunk)),
  };

  compare (&self, (Part){ 0, n_before, 0, n_after }, MOST_DEPTH);
  return self.hunks;
}
