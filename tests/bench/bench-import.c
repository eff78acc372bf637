/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to import an exchange file into a new database, checked by schema and rules,
 * indexed and logged, against xmllint, which only checks the same file. */
#include <glib/gstdio.h>

#include "exchange/import.h"
#include "side-by-side.h"

#define MOST_TIMES_XMLLINT 3.0

/* To the end of the process that imports: the last of it is written when the database closes. */
static void
import (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("selaras-XXXXXX", &error);
  g_autofree char *database = g_build_filename (folder, "selaras.db", NULL);
  g_autofree char *lock = g_strconcat (database, ".lock", NULL);
  SelStore *store = sel_store_open (database, &error);
  g_autoptr (SelImportResult) result = NULL;
  GDate today;

  g_assert_no_error (error);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  result = sel_import_run (store, path, 0, &today, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n[SEL_IMPORT_NEW], ==, N_PARTICIPANTS + 1); /* and the partner */

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (store);
  g_unlink (database);
  g_unlink (lock);
  g_rmdir (folder);
}

int
main (void)
{
  return side_by_side_run ("import", import, MOST_TIMES_XMLLINT);
}
