/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/civil-time.h"
#include "domain/clash.h"

static GArray *
new_bookings (const SelBooking *bookings, guint n_bookings)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (SelBooking));

  return g_array_append_vals (array, bookings, n_bookings);
}

/* "earlier-later" of each clash. */
static char *
dup_pairs (GArray *clashes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < clashes->len; i++)
    {
      const SelClash *clash = &g_array_index (clashes, SelClash, i);

      g_string_append_printf (text,
                              "%s%d-%d",
                              i ? " " : "",
                              (int) clash->earlier,
                              (int) clash->later);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *what;
  SelBooking bookings[5];
  const char *pairs;
} cases[] = {
  { "one after the other", { { 1, 1, 0, 60 }, { 1, 2, 60, 120 } }, "" },
  { "a minute too long", { { 1, 1, 0, 61 }, { 1, 2, 60, 120 } }, "1-2" },
  { "whatever the order they come in", { { 1, 2, 60, 120 }, { 1, 1, 0, 61 } }, "1-2" },
  { "the same span", { { 1, 2, 0, 60 }, { 1, 1, 0, 60 } }, "1-2" },
  { "one within another", { { 1, 1, 0, 600 }, { 1, 2, 60, 120 }, { 1, 3, 180, 240 } }, "1-2 1-3" },
  { "three at once", { { 1, 1, 0, 90 }, { 1, 2, 30, 90 }, { 1, 3, 60, 90 } }, "1-2 1-3 2-3" },
  { "another resource", { { 1, 1, 0, 60 }, { 2, 2, 0, 60 } }, "" },
  { "two of them",
    { { 1, 1, 0, 300 }, { 2, 1, 0, 300 }, { 2, 2, 0, 20 }, { 1, 3, 200, 400 } },
    "1-3 1-2" },
  { "an empty span", { { 1, 1, 0, 60 }, { 1, 2, 30, 30 } }, "" },
  { "a holder twice", { { 1, 1, 0, 60 }, { 1, 1, 30, 90 } }, "" },
};

static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0;
      g_autoptr (GArray) bookings = NULL;
      g_autoptr (GArray) clashes = NULL;
      g_autofree char *pairs = NULL;

      while (n < G_N_ELEMENTS (cases[i].bookings) && cases[i].bookings[n].resource)
        n++;
      bookings = new_bookings (cases[i].bookings, n);
      clashes = sel_clashes_find (bookings);
      pairs = dup_pairs (clashes);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (pairs, ==, cases[i].pairs);
    }
}

/* Every pair that sel_civil_span_overlaps() finds by comparing all with all, and no other. */
static void
test_as_all_with_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251011);
  g_autoptr (GArray) bookings = g_array_new (FALSE, FALSE, sizeof (SelBooking));
  g_autoptr (GArray) clashes = NULL;
  guint n_expected = 0;

  for (gint64 i = 0; i < 400; i++)
    {
      gint64 start = g_rand_int_range (rand, 0, 5000);
      gint64 end = start + g_rand_int_range (rand, 0, 300);
      SelBooking booking = { g_rand_int_range (rand, 1, 8), i, start, end };

      for (guint j = 0; j < bookings->len; j++)
        {
          const SelBooking *other = &g_array_index (bookings, SelBooking, j);

          n_expected += other->resource == booking.resource &&
                        sel_civil_span_overlaps (other->start, other->end, start, end);
        }
      g_array_append_val (bookings, booking);
    }

  clashes = sel_clashes_find (bookings);
  g_assert_cmpuint (n_expected, >, 100);
  g_assert_cmpuint (clashes->len, ==, n_expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clash/pairs", test_pairs);
  g_test_add_func ("/clash/as-all-with-all", test_as_all_with_all);

  return g_test_run ();
}
