/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/name-fold.h"

/* Two writings, and whether they may be one name. */
static const struct
{
  const char *one;
  const char *other;
  gboolean is_alike;
} pairs[] = {
  { "Siti Rahayu", "Sitti Rahaju", TRUE },
  { "Soekarno", "Sukarno", TRUE },
  { "Djoko Widjaja", "Joko Wijaya", TRUE },
  { "Tjahjono", "Cahyono", TRUE },
  { "Sjahrir", "Syahrir", TRUE },
  { "Njoman", "Nyoman", TRUE },
  { "Achmad Basri", "Ahmad Basri", TRUE },
  { "Akhmad Basri", "Achmad Basri", TRUE },
  { "Muhammad Rizky", "Moh. Rizky", TRUE },
  { "Muhammad Rizky", "M. Rizky", TRUE },
  { "Mochammad Rizky", "Muhammad Rizky", TRUE },
  { "Mohd Rizky", "MUHAMMAD RIZKY", TRUE },
  { "H. Abdullah", "Abdullah", TRUE },
  { "Hj. Aminah, S.Pd., M.Si.", "Aminah", TRUE },
  { "Drs. H. Bambang S.Pd", "Bambang", TRUE },
  { "Prof. Dr. Ir. Wijaya", "Wijaya", TRUE },
  { "Nur Hayati", "Nurhayati", TRUE },
  { "Ma'ruf", "Maruf", TRUE },
  { "Ma’ruf", "Maruf", TRUE },
  { "José", "JOSE", TRUE },
  { "José ḍ位", "JOSE D位", TRUE },
  { "  Ani   Lestari ", "Ani Lestari", TRUE },
  { "Siti Rahayu", "Siti Rahmah", FALSE },
  { "Ani", "Andi", FALSE },
  { "Rizky M.", "Rizky Muhammad", FALSE }, /* behind a name it may be anything */
  { "Hasan", "H. Asan", FALSE },
  { "Ahmad 1", "Ahmad 11", FALSE },
};

static void
test_pairs (void)
{
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      sel_name_fold (pairs[i].one, one);
      sel_name_fold (pairs[i].other, other);
      g_test_message ("%s: %s; %s: %s", pairs[i].one, one->str, pairs[i].other, other->str);
      g_assert_cmpint (g_str_equal (one->str, other->str), ==, pairs[i].is_alike);
    }
}

/* What nothing is left of is like nothing. */
static void
test_nothing_left (void)
{
  static const char *const names[] = { "", "...", ", S.Pd.", "H.", "S.Pd" };
  g_autoptr (GString) folded = g_string_new ("before");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      sel_name_fold (names[i], folded);
      g_assert_cmpstr (folded->str, ==, "");
    }
}

static void
test_a_long_name (void)
{
  g_autofree char *name = g_strnfill (500, 'a');
  g_autoptr (GString) folded = g_string_new (NULL);

  name[100] = 'b';
  name[499] = 'c';
  sel_name_fold (name, folded);
  g_assert_cmpstr (folded->str, ==, "abac");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/name-fold/pairs", test_pairs);
  g_test_add_func ("/name-fold/nothing-left", test_nothing_left);
  g_test_add_func ("/name-fold/a-long-name", test_a_long_name);
  return g_test_run ();
}
