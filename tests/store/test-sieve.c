/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sieve.h"

#include "support.h"

static gboolean
catches (SelSieve *sieve, guint number)
{
  g_autofree char *text = g_strdup_printf ("%016u", number);

  return sel_sieve_catches (sieve, text);
}

static void
test_what_was_there_is_caught (void)
{
  g_autoptr (SelSieve) sieve = sel_sieve_new (1 << 16);

  for (guint i = 0; i < 40000; i++)
    g_assert_false (catches (sieve, i));
  for (guint i = 0; i < 40000; i++)
    g_assert_true (catches (sieve, i));
}

static void
test_a_full_one_catches_all (void)
{
  g_autoptr (SelSieve) sieve = sel_sieve_new (1 << 4);

  for (guint i = 0; i < 11; i++)
    g_assert_false (catches (sieve, i));
  for (guint i = 0; i < 30; i++)
    g_assert_true (catches (sieve, i));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/sieve/what-was-there-is-caught", test_what_was_there_is_caught);
  g_test_add_func ("/store/sieve/a-full-one-catches-all", test_a_full_one_catches_all);
  return g_test_run ();
}
