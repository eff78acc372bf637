/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/package-unpack.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "confined/descriptor.h"
#include "confined/error.h"
#include "confined/package-stream.h"
#include "confined/whole.h"
#include "domain/field.h"
#include "exchange/package-rules.h"
#include "exchange/signing-key.h"

typedef struct
{
  SelPackageJob *job;
  SelPrivateFolder *folder;
  SelUnpacked *unpacked;
  GHashTable *listed; /* borrowed name → borrowed SelPackageFile */
  GHashTable *met;    /* borrowed names of those that came */

  /* The file that is being written. */
  const SelPackageFile *file; /* NULL for none */
  SelDescriptor output;
  GChecksum *checksum;
  gint64 length;
} Unpacking;

static void
clear_unpacking (Unpacking *self)
{
  g_clear_pointer (&self->listed, g_hash_table_unref);
  g_clear_pointer (&self->met, g_hash_table_unref);
  g_clear_pointer (&self->checksum, g_checksum_free);
  if (self->output >= 0)
    close (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Unpacking, clear_unpacking)

static gboolean
refuse_size (Unpacking *self, const char *name, GError **error)
{
  return sel_package_job_refuse (self->job, error,
                                 _ ("Its “%s” is not as large as its list of files says. Do not "
                                    "trust it; ask its sender for another."),
                                 name);
}

static gboolean
take_manifest (Unpacking *self, SelPackageManifest *manifest, GError **error)
{
  self->unpacked->manifest = manifest;
  if (!sel_package_rules_check (manifest, self->job, error))
    return FALSE;

  for (guint i = 0; i < manifest->files->len; i++)
    {
      SelPackageFile *file = g_ptr_array_index (manifest->files, i);

      g_hash_table_insert (self->listed, file->name, file);
      self->job->all += (guint64) file->size;
    }
  return TRUE;
}

static gboolean
take_signature (Unpacking *self, const guint8 *signature, GError **error)
{
  g_autoptr (GBytes) bytes = sel_package_manifest_dup_bytes (self->unpacked->manifest);

  if (!sel_signature_fits (signature, bytes))
    {
      g_set_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_WRONG_SIGNATURE,
                   _ ("“%s” was changed after it was signed: its signature does not fit. Nothing "
                      "of it was used; ask its sender for another, and tell them."),
                   self->job->name);
      return FALSE;
    }

  self->unpacked->key = sel_public_key_dup_text (signature);
  return TRUE;
}

/* Holds the file that was written last against the list. */
static gboolean
end_file (Unpacking *self, GError **error)
{
  const SelPackageFile *file = self->file;

  if (file == NULL)
    return TRUE;

  self->file = NULL;
  if (self->length != file->size)
    return refuse_size (self, file->name, error);
  if (!g_str_equal (g_checksum_get_string (self->checksum), file->sha256))
    return sel_package_job_refuse (self->job, error,
                                   _ ("Its “%s” is not the file that was packed: its SHA-256 is "
                                      "another. Ask its sender for the package again."),
                                   file->name);
  if (close (g_steal_fd (&self->output)) != 0)
    return sel_package_job_fail (self->job, errno, error);
  return TRUE;
}

static gboolean
begin_file (Unpacking *self, const char *name, gint64 size, GError **error)
{
  const SelPackageFile *file = g_hash_table_lookup (self->listed, name);

  if (file == NULL)
    return sel_package_job_refuse (self->job, error,
                                   _ ("It has a “%s” that is not in its list of files. Do not "
                                      "trust it; ask its sender for another."),
                                   name);
  if (!g_hash_table_add (self->met, file->name))
    return sel_package_job_refuse (self->job, error,
                                   _ ("It has “%s” twice. Do not trust it; ask its sender for "
                                      "another."),
                                   name);
  if (size != file->size)
    return refuse_size (self, name, error);

  self->output = sel_private_folder_create (self->folder, file->name);
  if (self->output < 0)
    return sel_package_job_fail (self->job, errno, error);
  self->file = file;
  self->length = 0;
  g_checksum_reset (self->checksum);
  return TRUE;
}

static gboolean
take_data (Unpacking *self, const SelPackageItem *item, GError **error)
{
  self->length += (gint64) item->length;
  if (self->length > self->file->size)
    return refuse_size (self, self->file->name, error);

  g_checksum_update (self->checksum, item->data, (gssize) item->length);
  if (!sel_write_whole (self->output, item->data, item->length))
    return sel_package_job_fail (self->job, errno, error);
  return sel_package_job_advance (self->job, item->length, error);
}

static gboolean
take_end (Unpacking *self, GError **error)
{
  const SelPackageManifest *manifest = self->unpacked->manifest;

  if (!end_file (self, error))
    return FALSE;

  for (guint i = 0; i < manifest->files->len; i++)
    {
      const SelPackageFile *file = g_ptr_array_index (manifest->files, i);

      if (!g_hash_table_contains (self->met, file->name))
        return sel_package_job_refuse (self->job, error,
                                       _ ("Its “%s” is missing, though it is in its list of "
                                          "files. Ask its sender for the package again."),
                                       file->name);
    }
  return TRUE;
}

static gboolean
take (Unpacking *self, SelPackageItem *item, GError **error)
{
  switch (item->kind)
    {
    case SEL_PACKAGE_ITEM_MANIFEST:
      return take_manifest (self, item->manifest, error);
    case SEL_PACKAGE_ITEM_SIGNATURE:
      return take_signature (self, item->data, error);
    case SEL_PACKAGE_ITEM_ENTRY:
      return end_file (self, error) && begin_file (self, item->name, item->size, error);
    case SEL_PACKAGE_ITEM_DATA:
      return take_data (self, item, error);
    case SEL_PACKAGE_ITEM_END:
    default:
      return take_end (self, error);
    }
}

/**
 * sel_package_unpack:
 * @zip: (transfer none): open for reading only, at its beginning, and nobody else reads it
 * @unpacked: (out caller-allocates): filled in, also on error, as far as it got
 *
 * Returns: %FALSE on error, %SEL_PACKAGE_ERROR or %SEL_CONFINED_ERROR; what is in @folder then is
 *   not to be used
 */
gboolean
sel_package_unpack (int zip,
                    SelPrivateFolder *folder,
                    SelUnpacked *unpacked,
                    SelPackageJob *job,
                    GError **error)
{
  g_autoptr (SelPackageStream) stream = sel_package_stream_new (zip, job->name, error);
  g_auto (Unpacking) self = { job, folder, unpacked, .output = -1 };
  SelPackageItem item = { 0 };

  self.listed = g_hash_table_new (g_str_hash, g_str_equal);
  self.met = g_hash_table_new (g_str_hash, g_str_equal);
  self.checksum = g_checksum_new (G_CHECKSUM_SHA256);

  while (stream && item.kind != SEL_PACKAGE_ITEM_END)
    if (!sel_package_stream_next (stream, &item, job->cancellable, error) ||
        !take (&self, &item, error))
      return FALSE;

  return stream != NULL;
}
