/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "side-by-side.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define N_ROUNDS 5

static void
run_xmllint (const char *path)
{
  const char *schema = g_getenv ("SCHEMA");
  const char *command[] = { "xmllint", "--stream", "--noout", "--schema", schema, path, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static double
time_work (WorkFunc work, const char *path)
{
  const gint64 start = g_get_monotonic_time ();

  work (path);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static char *
make_file (void)
{
  const char *const command[] = { g_getenv ("MAKE_PARTICIPANTS"), G_STRINGIFY (N_PARTICIPANTS), NULL };
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

/* Measures @work, which may take at most @most times as long as xmllint does. Returns the exit
 * status. */
int
side_by_side_run (const char *name, WorkFunc work, double most)
{
  g_autofree char *path = make_file ();
  double xmllint[N_ROUNDS];
  double ours[N_ROUNDS];
  double ratio;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      xmllint[i] = time_work (run_xmllint, path);
      ours[i] = time_work (work, path);
    }
  g_unlink (path);

  ratio = median (ours) / median (xmllint);
  printf ("%s, %d participants: %.3f s, xmllint %.3f s, ratio %.2f (at most %.1f)\n",
          name,
          N_PARTICIPANTS,
          median (ours),
          median (xmllint),
          ratio,
          most);
  return ratio <= most ? EXIT_SUCCESS : EXIT_FAILURE;
}
