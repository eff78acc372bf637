/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/uninstalled.h"

/* The folder @name of the build folder that the program runs from, or NULL when it runs from none:
 * Meson leaves a mark in those. Free with g_free(). */
char *
sel_uninstalled_dup_folder (const char *name)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname (program) : NULL;
  g_autofree char *build = folder ? g_path_get_dirname (folder) : NULL;
  g_autofree char *mark = build ? g_build_filename (build, "meson-info", NULL) : NULL;

  return mark && g_file_test (mark, G_FILE_TEST_IS_DIR) ? g_build_filename (build, name, NULL)
                                                        : NULL;
}
