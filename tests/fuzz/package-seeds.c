/* SPDX-License-Identifier: GPL-3.0-or-later */
/* package-seeds FOLDER: small packages for the fuzzer to begin with, as Selaras writes them and as
 * other programs would. */
#include <string.h>

#include <glib/gstdio.h>

#include "exchange/package-write.h"
#include "support/zip-maker.h"

#define EXCHANGE "<exchange/>"
#define PDF "%PDF-1.7"

static void
put (const char *folder, const char *name, gconstpointer data, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, data, (gssize) length, &error))
    g_error ("%s", error->message);
}

static void
write_own (const char *folder, const char *name, const SelSigningKey *key)
{
  const char *const others[] = { "b.pdf", NULL };
  const SelPackageOptions options = { .key = key };
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!sel_package_write (folder, "a.xml", others, &options, path, TRUE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
add (ZipMaker *maker, const char *name, guint16 method, GBytes *data, gsize size)
{
  const gsize length = g_bytes_get_size (data);
  const ZipEntry entry = { .name = name,
                           .data = g_bytes_get_data (data, NULL),
                           .length = length,
                           .method = method,
                           .size_off = (gint64) size - (gint64) length };

  zip_maker_add (maker, &entry);
}

/* Entries that say their sizes before their bytes, stored or deflated. */
static void
write_other (const char *folder, const char *name, gboolean is_deflated)
{
  g_autoptr (SelPackageManifest) manifest = sel_package_manifest_new ("a.xml");
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, EXCHANGE, -1);
  g_autoptr (GBytes) exchange = g_bytes_new_static (EXCHANGE, strlen (EXCHANGE));
  g_autoptr (GBytes) packed = is_deflated ? zip_deflated (exchange) : g_bytes_ref (exchange);
  g_autoptr (GBytes) list = NULL;
  g_autoptr (GBytes) zip = NULL;
  ZipMaker maker = zip_maker_new ();

  sel_package_manifest_add (manifest, "a.xml", strlen (EXCHANGE), sha256);
  list = sel_package_manifest_dup_bytes (manifest);
  add (&maker, SEL_PACKAGE_MANIFEST, 0, list, g_bytes_get_size (list));
  add (&maker, "a.xml", is_deflated ? 8 : 0, packed, strlen (EXCHANGE));
  zip = zip_maker_end (&maker);
  put (folder, name, g_bytes_get_data (zip, NULL), g_bytes_get_size (zip));
}

int
main (G_GNUC_UNUSED int argc, char **argv)
{
  const char *folder = argv[1];
  const SelSigningKey key = { .secret_key = { 1 } }; /* nobody asks whether it fits */

  g_mkdir_with_parents (folder, 0700);
  put (folder, "a.xml", EXCHANGE, strlen (EXCHANGE));
  put (folder, "b.pdf", PDF, strlen (PDF));
  write_own (folder, "plain", NULL);
  write_own (folder, "signed", &key);
  write_other (folder, "stored", FALSE);
  write_other (folder, "deflated", TRUE);
  return 0;
}
