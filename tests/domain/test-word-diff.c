/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/word-diff.h"

#include <string.h>

/* Each letter a word; hunks as "before<after" with what they take out and put in. */
static const struct
{
  const char *before, *after;
  const char *hunks;
} cases[] = {
  { "", "", "" },
  { "abc", "abc", "" },
  { "", "abc", "0-0 <abc>" },
  { "abc", "", "0-0 abc<>" },
  { "abc", "axc", "1-1 b<x>" },
  { "abcd", "bcde", "0-0 a<>|4-3 <e>" },
  { "abcabba", "cbabac", "0-0 ab<>|3-1 <b>|5-4 b<>|7-5 <c>" },
  { "aaa", "aaaa", "3-3 <a>" },
};

static GArray *
compare_letters (const char *before, const char *after)
{
  g_autofree guint32 *old = g_new (guint32, strlen (before) + 1);
  g_autofree guint32 *new = g_new (guint32, strlen (after) + 1);

  for (guint i = 0; before[i]; i++)
    old[i] = (guint32) before[i];
  for (guint i = 0; after[i]; i++)
    new[i] = (guint32) after[i];
  return sel_word_diff (old, (guint) strlen (before), new, (guint) strlen (after));
}

static void
test_few (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) hunks = compare_letters (cases[i].before, cases[i].after);
      g_autoptr (GString) said = g_string_new (NULL);

      for (guint j = 0; j < hunks->len; j++)
        {
          const SelHunk *hunk = &g_array_index (hunks, SelHunk, j);

          g_string_append_printf (said, "%s%u-%u %.*s<%.*s>", j ? "|" : "", hunk->before,
                                  hunk->after, (int) hunk->n_before,
                                  cases[i].before + hunk->before, (int) hunk->n_after,
                                  cases[i].after + hunk->after);
        }
      g_assert_cmpstr (said->str, ==, cases[i].hunks);
    }
}

/* Whoever takes out what is said to be taken out, and puts in what is to be put in, has the other
 * text. */
static void
assert_leads_over (const guint32 *before, guint n, const guint32 *after, guint m, GArray *hunks)
{
  guint i = 0, j = 0;

  for (guint k = 0; k <= hunks->len; k++)
    {
      const SelHunk end = { n, 0, m, 0 };
      const SelHunk *hunk = k < hunks->len ? &g_array_index (hunks, SelHunk, k) : &end;

      g_assert_cmpuint (hunk->before - i, ==, hunk->after - j);
      for (; i < hunk->before; i++, j++)
        g_assert_cmpuint (before[i], ==, after[j]);
      i += hunk->n_before;
      j += hunk->n_after;
    }
  g_assert_cmpuint (i, ==, n);
  g_assert_cmpuint (j, ==, m);
}

static void
test_any (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      const guint n = (guint) g_rand_int_range (rand, 0, seed < 290 ? 40 : 4000);
      const guint m = (guint) g_rand_int_range (rand, 0, seed < 290 ? 40 : 4000);
      const int most = 2 + (int) seed % 7 * (seed < 290 ? 1 : 400);
      g_autofree guint32 *before = g_new (guint32, n + 1);
      g_autofree guint32 *after = g_new (guint32, m + 1);
      g_autoptr (GArray) hunks = NULL;

      for (guint i = 0; i < n; i++)
        before[i] = (guint32) g_rand_int_range (rand, 0, most);
      for (guint i = 0; i < m; i++)
        after[i] = (guint32) g_rand_int_range (rand, 0, most);
      hunks = sel_word_diff (before, n, after, m);
      assert_leads_over (before, n, after, m, hunks);
    }
}

/* Texts that have nothing in common but their words, in which every path is as good as the others:
 * without a bound this takes hours. */
static void
test_hostile (void)
{
  const guint n = 400000;
  g_autofree guint32 *before = g_new (guint32, n);
  g_autofree guint32 *after = g_new (guint32, n);
  const gint64 begin = g_get_monotonic_time ();

  for (guint kind = 0; kind < 3; kind++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (kind);
      g_autoptr (GArray) hunks = NULL;

      for (guint i = 0; i < n; i++)
        {
          before[i] = kind == 0 ? 1 : kind == 1 ? i % 2
                                                : (guint32) g_rand_int_range (rand, 0, 9000);
          after[i] = kind == 0 ? 2 : kind == 1 ? i % 3
                                               : (guint32) g_rand_int_range (rand, 0, 9000);
        }
      hunks = sel_word_diff (before, n, after, n);
      assert_leads_over (before, n, after, n, hunks);
    }
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/few", test_few);
  g_test_add_func ("/word-diff/any", test_any);
  g_test_add_func ("/word-diff/hostile", test_hostile);
  return g_test_run ();
}
