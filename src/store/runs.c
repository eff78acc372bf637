/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/runs.h"

/* An empty array of #SelRun. */
GArray *
sel_runs_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SelRun));
}

/* Adds @id at the end, whatever came before. */
void
sel_runs_add (GArray *runs, gint64 id)
{
  SelRun *last = runs->len ? &g_array_index (runs, SelRun, runs->len - 1) : NULL;
  const SelRun run = { id, id };

  if (last && id == last->last + 1)
    last->last = id;
  else if (last == NULL || id < last->first || id > last->last)
    g_array_append_val (runs, run);
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const SelRun *x = a;
  const SelRun *y = b;

  return (x->first > y->first) - (x->first < y->first);
}

/* Puts the runs in order, with every id in one of them only. */
void
sel_runs_settle (GArray *runs)
{
  guint n = 0;

  g_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const SelRun run = g_array_index (runs, SelRun, i);
      SelRun *last = n ? &g_array_index (runs, SelRun, n - 1) : NULL;

      if (last && run.first <= last->last + 1)
        last->last = MAX (last->last, run.last);
      else
        g_array_index (runs, SelRun, n++) = run;
    }

  g_array_set_size (runs, n);
}

/* How many ids there are in settled runs. */
guint64
sel_runs_get_n (const GArray *runs)
{
  guint64 n = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const SelRun *run = &g_array_index (runs, SelRun, i);

      n += (guint64) (run->last - run->first) + 1;
    }

  return n;
}
