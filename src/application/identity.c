/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/identity.h"

#include <stdlib.h>

#include "config.h"
#include "store/database-file.h"

/* How much of the hash of a path goes into its name: enough that no two meet. */
#define HASH_DIGITS 16

/**
 * sel_database_dup_canonical_path:
 * @path: (nullable): a path, absolute or from @folder; NULL for the default database
 *
 * The one path of a database file, whichever links lead there; the file need not exist.
 */
char *
sel_database_dup_canonical_path (const char *path, const char *folder)
{
  g_autofree char *usual = path ? NULL : sel_database_file_dup_default_path ();
  g_autofree char *absolute = g_canonicalize_filename (path ? path : usual, folder);
  g_autofree char *above = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *real = realpath (absolute, NULL); /* of malloc(), as g_malloc() is */
  g_autofree char *real_above = real ? NULL : realpath (above, NULL);

  if (real)
    return real;
  return real_above ? g_build_filename (real_above, name, NULL) : g_steal_pointer (&absolute);
}

/**
 * sel_application_dup_id:
 * @database: its canonical path
 *
 * The name on the session bus of the process that owns a database.
 */
char *
sel_application_dup_id (const char *database)
{
  g_autofree char *usual = sel_database_dup_canonical_path (NULL, NULL);
  g_autofree char *hash = NULL;

  if (g_str_equal (database, usual))
    return g_strdup (SEL_APPLICATION_ID);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, database, -1);
  return g_strdup_printf (SEL_APPLICATION_ID ".db%.*s", HASH_DIGITS, hash);
}
