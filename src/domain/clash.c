/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/clash.h"

static int
compare (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_bookings (gconstpointer a, gconstpointer b)
{
  const SelBooking *one = a;
  const SelBooking *other = b;
  int order = compare (one->resource, other->resource);

  order = order ? order : compare (one->start, other->start);
  return order ? order : compare (one->holder, other->holder);
}

/* Drops from @running what has ended by the start of @booking, and notes a clash with the rest. */
static void
meet_running (GArray *running, const SelBooking *booking, GArray *clashes)
{
  guint n_kept = 0;

  for (guint i = 0; i < running->len; i++)
    {
      const SelBooking *other = &g_array_index (running, SelBooking, i);
      SelClash clash = { booking->resource, other->holder, booking->holder };

      if (other->resource != booking->resource || other->end <= booking->start)
        continue;
      if (other->holder != booking->holder)
        g_array_append_val (clashes, clash);
      g_array_index (running, SelBooking, n_kept++) = *other;
    }

  g_array_set_size (running, n_kept);
}

/**
 * sel_clashes_find:
 * @bookings: an array of #SelBooking, which is put in the order of resource and start
 *
 * Finds every pair of holders of one resource whose spans overlap. Spans hold their start and not
 * their end (see sel_civil_span_overlaps()); one that is empty clashes with nothing, and a holder
 * never with itself. Takes the time of a sort and of the pairs found: each booking is carried along
 * from its start to its end, so that whatever is carried is a clash.
 *
 * Returns: (transfer full): an array of #SelClash, by resource and the start of the later holder
 */
GArray *
sel_clashes_find (GArray *bookings)
{
  GArray *clashes = g_array_new (FALSE, FALSE, sizeof (SelClash));
  g_autoptr (GArray) running = g_array_new (FALSE, FALSE, sizeof (SelBooking));

  g_array_sort (bookings, compare_bookings);
  for (guint i = 0; i < bookings->len; i++)
    {
      const SelBooking *booking = &g_array_index (bookings, SelBooking, i);

      if (booking->start >= booking->end)
        continue;
      meet_running (running, booking, clashes);
      g_array_append_val (running, *booking);
    }

  return clashes;
}
