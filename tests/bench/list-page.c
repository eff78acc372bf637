/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetches pages of the participant list at random and prints how long each took, in microseconds:
 *
 *   list-page DATABASE COUNT */
#include <stdio.h>
#include <stdlib.h>

#include "store/list-query.h"
#include "store/lists.h"
#include "store/store.h"

static gint64
time_page (SelConnection *connection, const SelListRequest *request, GArray *ids, GError **error)
{
  const guint first = (guint) g_random_int_range (0, (gint32) (ids->len - SEL_LIST_PAGE));
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) rows = sel_list_query_read_rows (&sel_participants_list,
                                                         request,
                                                         connection,
                                                         &g_array_index (ids, gint64, first),
                                                         SEL_LIST_PAGE,
                                                         error);

  return rows ? g_get_monotonic_time () - start : -1;
}

static gboolean
print_times (const char *database, guint64 count, GError **error)
{
  g_autoptr (SelStore) store = sel_store_open (database, error);
  g_autoptr (SelReading) reading = store ? sel_reading_begin (store, error) : NULL;
  g_autoptr (SelListRequest) request = sel_list_request_new ();
  g_autoptr (GArray) ids = NULL;

  if (reading)
    ids = sel_list_query_read_ids (&sel_participants_list, request, reading->connection, error);
  if (ids == NULL)
    return FALSE;

  for (guint64 i = 0; i < count; i++)
    {
      const gint64 time = time_page (reading->connection, request, ids, error);

      if (time < 0)
        return FALSE;
      printf ("%" G_GINT64_FORMAT "\n", time);
    }

  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  guint64 count;

  if (argc != 3 || !g_ascii_string_to_unsigned (argv[2], 10, 1, 100000, &count, NULL))
    {
      fprintf (stderr, "usage: list-page DATABASE COUNT\n");
      return EXIT_FAILURE;
    }

  if (print_times (argv[1], count, &error))
    return EXIT_SUCCESS;

  fprintf (stderr, "list-page: %s\n", error->message);
  return EXIT_FAILURE;
}
