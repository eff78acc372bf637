/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/folder.h"

#include <errno.h>
#include <ftw.h>
#include <locale.h>
#include <stdio.h>

#define MOST_OPEN 8

char *
folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("selaras-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

/* What was there when the folder was read may have gone by itself since. */
static int
remove_cb (const char *path,
           G_GNUC_UNUSED const struct stat *status,
           G_GNUC_UNUSED int type,
           G_GNUC_UNUSED struct FTW *place)
{
  return remove (path) == 0 || errno == ENOENT ? 0 : -1;
}

void
folder_remove (char *take_path)
{
  g_assert_cmpint (nftw (take_path, remove_cb, MOST_OPEN, FTW_DEPTH | FTW_PHYS), ==, 0);
  g_free (take_path);
}

int
folder_run_tests (int *argc, char ***argv, void (*add_tests) (void))
{
  char *folder = folder_new ();
  int status;

  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  setlocale (LC_ALL, "C.UTF-8"); /* names are not all ASCII */
  g_test_init (argc, argv, NULL);
  add_tests ();
  status = g_test_run ();

  folder_remove (folder);
  return status;
}
