/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/parcel.h"

#include <string.h>

#include <glib/gstdio.h>

#include "exchange/register.h"
#include "support/folder.h"

/* A parcel of a test that knows no key yet. */
Parcel *
parcel_new (void)
{
  Parcel *self = g_new0 (Parcel, 1);
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.7\n");
  g_autofree char *key = g_build_filename (g_get_user_data_dir (), "selaras", "signing-key", NULL);

  g_remove (key);
  self->folder = folder_new ();
  parcel_put (self, PARCEL_EXCHANGE, EXCHANGE (1, PARTNER), strlen (EXCHANGE (1, PARTNER)));

  /* More than one piece of the cipher. */
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (pdf, "%u\n", i * 7919u);
  parcel_put (self, PARCEL_PDF, pdf->str, pdf->len);
  return self;
}

void
parcel_free (Parcel *self)
{
  folder_remove (self->folder);
  g_free (self);
}

char *
parcel_dup_path (Parcel *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static GBytes *
read_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  char *data;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

GBytes *
parcel_read (Parcel *self, const char *name)
{
  g_autofree char *path = parcel_dup_path (self, name);

  return read_path (path);
}

void
parcel_put (Parcel *self, const char *name, gconstpointer data, gsize length)
{
  g_autofree char *path = parcel_dup_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

guint
parcel_count_files (Parcel *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder))
    n++;
  return n;
}

void
parcel_pack (Parcel *self, const char *name, const SelPackageOptions *options)
{
  const char *const others[] = { PARCEL_PDF, NULL };
  g_autofree char *path = parcel_dup_path (self, name);
  g_autoptr (GError) error = NULL;

  sel_package_write (self->folder, PARCEL_EXCHANGE, others, options, path, TRUE, NULL, NULL, NULL,
                     &error);
  g_assert_no_error (error);
}

SelPackage *
parcel_open (Parcel *self, const char *name, const char *passphrase, GError **error)
{
  g_autoptr (GVariant) nobody =
    g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0));
  g_autofree char *path = parcel_dup_path (self, name);

  return sel_package_open (path, passphrase, nobody, NULL, NULL, NULL, error);
}

void
parcel_assert_whole (Parcel *self, SelPackage *package)
{
  const char *exchange = sel_package_get_exchange (package);
  g_autofree char *folder = g_path_get_dirname (exchange);
  g_autofree char *pdf = g_build_filename (folder, PARCEL_PDF, NULL);
  g_autoptr (GBytes) first = read_path (exchange);
  g_autoptr (GBytes) second = read_path (pdf);
  g_autoptr (GBytes) sent_first = parcel_read (self, PARCEL_EXCHANGE);
  g_autoptr (GBytes) sent_second = parcel_read (self, PARCEL_PDF);

  g_assert_true (g_str_has_suffix (exchange, "/" PARCEL_EXCHANGE));
  g_assert_true (g_bytes_equal (first, sent_first));
  g_assert_true (g_bytes_equal (second, sent_second));
}

void
parcel_assert_cache_is_empty (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "selaras", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    g_assert_cmpstr (name, ==, "signing-key");
}
