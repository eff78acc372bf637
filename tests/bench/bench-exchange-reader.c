/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to read an exchange file through the confined reader, checked and with every
 * field handed over, against xmllint, which only checks the same file. The two take turns because
 * the speed of a shared machine moves. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "confined/exchange-stream.h"

#define N_PARTICIPANTS "100000"
#define N_ROUNDS 5
#define MOST_TIMES_XMLLINT 1.2

static double
time_xmllint (const char *path)
{
  const char *schema = g_getenv ("SCHEMA");
  const char *command[] = { "xmllint", "--stream", "--noout", "--schema", schema, path, NULL };
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
time_stream (const char *path)
{
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SelExchangeStream) stream = sel_exchange_stream_new_for_path (path, &error);
  SelExchangeItem item;

  while (stream && sel_exchange_stream_next (stream, &item, NULL, &error) &&
         item.kind != SEL_EXCHANGE_ITEM_END)
    ;
  g_assert_no_error (error);
  g_assert_cmpuint (item.n_records, ==, atoi (N_PARTICIPANTS) + 1); /* and the partner */
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static char *
make_file (void)
{
  const char *const command[] = { g_getenv ("MAKE_PARTICIPANTS"), N_PARTICIPANTS, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  char *path = NULL;

  close (g_file_open_tmp ("participants-XXXXXX.xml", &path, &error));
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT,
                NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static int
compare (const void *a, const void *b)
{
  const double *left = a;
  const double *right = b;

  return (*left > *right) - (*left < *right);
}

static double
median (double *times)
{
  qsort (times, N_ROUNDS, sizeof *times, compare);
  return times[N_ROUNDS / 2];
}

int
main (void)
{
  g_autofree char *path = make_file ();
  double xmllint[N_ROUNDS];
  double stream[N_ROUNDS];
  double ratio;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      xmllint[i] = time_xmllint (path);
      stream[i] = time_stream (path);
    }
  g_unlink (path);

  ratio = median (stream) / median (xmllint);
  printf ("reading %s participants: %.3f s, xmllint %.3f s, ratio %.2f (at most %.1f)\n",
          N_PARTICIPANTS,
          median (stream),
          median (xmllint),
          ratio,
          MOST_TIMES_XMLLINT);
  return ratio <= MOST_TIMES_XMLLINT ? EXIT_SUCCESS : EXIT_FAILURE;
}
