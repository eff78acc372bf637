/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/package-write.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "confined/descriptor.h"
#include "confined/whole.h"
#include "exchange/export-files.h"
#include "exchange/package-rules.h"

#define BLOCK (64u << 10)

/* Stands for the hash of a file until it is known. */
#define EMPTY_SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

typedef struct archive SelArchive;
typedef struct archive_entry SelArchiveEntry;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelArchiveEntry, archive_entry_free)

typedef struct
{
  SelPackageJob job;
  int folder;
  int output;
  SelCipher *cipher; /* NULL: it is not encrypted */
  SelArchive *archive;
  GError *error; /* of what was written last */
  guint64 n_written;
  guint8 block[BLOCK];
} Writing;

static la_ssize_t
write_cb (struct archive *archive, void *user_data, const void *data, size_t length)
{
  Writing *self = user_data;
  gboolean is_written;

  if (self->error)
    return -1;

  self->n_written += length;
  if (self->cipher)
    is_written = sel_cipher_write (self->cipher, data, length, &self->error);
  else
    is_written = sel_write_whole (self->output, data, length) ||
                 sel_package_job_fail (&self->job, errno, &self->error);

  if (is_written)
    return (la_ssize_t) length;
  archive_set_error (archive, EIO, "%s", self->error->message);
  return -1;
}

/* What libarchive says, if it was not what we told it. */
static gboolean
fail_archive (Writing *self, GError **error)
{
  if (self->error)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    sel_package_job_fail (&self->job, archive_errno (self->archive), error);
  return FALSE;
}

/* Opens one of the files. A link, a pipe or a device is never opened for what it leads to. */
static int
open_file (Writing *self, const char *name, gint64 *size, GError **error)
{
  g_auto (SelDescriptor) file =
    openat (self->folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat about;

  if (file >= 0 && fstat (file, &about) == 0 && S_ISREG (about.st_mode))
    {
      *size = about.st_size;
      return g_steal_fd (&file);
    }

  sel_package_job_refuse (&self->job, error,
                          /* Translators: a file's name, and the system's reason. */
                          _ ("“%s” cannot be packed: %s. It belongs beside the exchange file, as a "
                             "file and not as a link."),
                          name, g_strerror (file < 0 ? errno : EINVAL));
  return -1;
}

static gboolean
hash_file (Writing *self, SelPackageFile *file, GError **error)
{
  g_auto (SelDescriptor) opened = open_file (self, file->name, &file->size, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gssize n;

  if (opened < 0)
    return FALSE;

  while ((n = sel_read_whole (opened, self->block, BLOCK)) > 0)
    {
      g_checksum_update (checksum, self->block, n);
      if (!sel_package_job_advance (&self->job, (guint64) n, error))
        return FALSE;
    }
  if (n < 0)
    return sel_package_job_fail (&self->job, errno, error);

  g_free (file->sha256);
  file->sha256 = g_strdup (g_checksum_get_string (checksum));
  return TRUE;
}

/* The sizes are taken first, so that the progress knows of how much. */
static gboolean
measure (Writing *self, SelPackageManifest *manifest, GError **error)
{
  for (guint i = 0; i < manifest->files->len; i++)
    {
      SelPackageFile *file = g_ptr_array_index (manifest->files, i);
      g_auto (SelDescriptor) opened = open_file (self, file->name, &file->size, error);

      if (opened < 0)
        return FALSE;
      self->job.all += 2 * (guint64) file->size; /* it is hashed, then packed */
    }

  return sel_package_rules_check (manifest, &self->job, error);
}

/* Neither time nor owner go along. A PDF is compressed inside. */
static gboolean
begin_entry (Writing *self, const char *name, gint64 size, gboolean is_deflated, GError **error)
{
  g_autoptr (SelArchiveEntry) entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, size);

  if ((is_deflated ? archive_write_zip_set_compression_deflate (self->archive)
                   : archive_write_zip_set_compression_store (self->archive)) != ARCHIVE_OK ||
      archive_write_header (self->archive, entry) != ARCHIVE_OK)
    return fail_archive (self, error);
  return TRUE;
}

static gboolean
add_data (Writing *self, gconstpointer data, gsize length, GError **error)
{
  return archive_write_data (self->archive, data, length) == (la_ssize_t) length ||
         fail_archive (self, error);
}

static gboolean
end_entry (Writing *self, GError **error)
{
  return archive_write_finish_entry (self->archive) == ARCHIVE_OK || fail_archive (self, error);
}

static gboolean
add_bytes (Writing *self, const char *name, gconstpointer data, gsize length, GError **error)
{
  return begin_entry (self, name, (gint64) length, TRUE, error) &&
         add_data (self, data, length, error) && end_entry (self, error);
}

static gboolean
refuse_changed (Writing *self, const SelPackageFile *file, GError **error)
{
  return sel_package_job_refuse (&self->job, error,
                                 _ ("“%s” was changed while it was packed. Try again."),
                                 file->name);
}

static gboolean
add_file (Writing *self, const SelPackageFile *file, gboolean is_deflated, GError **error)
{
  const guint64 before = self->n_written;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 size;
  g_auto (SelDescriptor) opened = open_file (self, file->name, &size, error);
  gint64 length = 0;
  gssize n;

  if (opened < 0)
    return FALSE;
  if (size != file->size)
    return refuse_changed (self, file, error);
  if (!begin_entry (self, file->name, size, is_deflated, error))
    return FALSE;

  while ((n = sel_read_whole (opened, self->block, BLOCK)) > 0)
    {
      length += n;
      g_checksum_update (checksum, self->block, n);
      if (length > size)
        return refuse_changed (self, file, error);
      if (!add_data (self, self->block, (gsize) n, error) ||
          !sel_package_job_advance (&self->job, (guint64) n, error))
        return FALSE;
    }
  if (n < 0)
    return sel_package_job_fail (&self->job, errno, error);
  if (!g_str_equal (g_checksum_get_string (checksum), file->sha256))
    return refuse_changed (self, file, error);
  if (!end_entry (self, error))
    return FALSE;

  /* Half of what receivers bear, since the entry's names were counted too. */
  if ((guint64) size >= SEL_PACKAGE_RATIO_FROM &&
      (guint64) size / (SEL_PACKAGE_MOST_RATIO / 2) > self->n_written - before)
    return sel_package_job_refuse (&self->job, error,
                                   _ ("“%s” says the same so often that its receivers would take "
                                      "it for an attack on their disks. Leave out what it "
                                      "repeats."),
                                   file->name);
  return TRUE;
}

static gboolean
add_all (Writing *self,
         const SelPackageManifest *manifest,
         const SelSigningKey *key,
         GError **error)
{
  g_autoptr (GBytes) bytes = sel_package_manifest_dup_bytes (manifest);
  guint8 signature[SEL_PACKAGE_SIGNATURE_BYTES];

  if (!add_bytes (self, SEL_PACKAGE_MANIFEST, g_bytes_get_data (bytes, NULL),
                  g_bytes_get_size (bytes), error))
    return FALSE;

  if (key)
    {
      sel_signing_key_sign (key, bytes, signature);
      if (!add_bytes (self, SEL_PACKAGE_SIGNATURE, signature, sizeof signature, error))
        return FALSE;
    }

  for (guint i = 0; i < manifest->files->len; i++)
    if (!add_file (self, g_ptr_array_index (manifest->files, i), i == 0, error))
      return FALSE;
  return archive_write_close (self->archive) == ARCHIVE_OK || fail_archive (self, error);
}

static gboolean
write_zip (Writing *self,
           const SelPackageManifest *manifest,
           const SelSigningKey *key,
           GError **error)
{
  /* libarchive takes names to be in the locale's letters, and says in the zip whether those are
   * UTF-8: they are, for everyone. */
  const locale_t own = duplocale (LC_GLOBAL_LOCALE);
  const locale_t utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", own);
  const locale_t before = uselocale (utf8 ? utf8 : own);
  SelArchive *archive = self->archive = archive_write_new ();
  gboolean is_written;

  if (archive_write_set_format_zip (archive) != ARCHIVE_OK ||
      archive_write_set_bytes_per_block (archive, 0) != ARCHIVE_OK ||
      archive_write_open (archive, self, NULL, write_cb, NULL) != ARCHIVE_OK)
    is_written = fail_archive (self, error);
  else
    is_written = add_all (self, manifest, key, error);

  /* One that was given up is ended all the same, into the file that is thrown away. */
  g_clear_pointer (&self->archive, archive_write_free);
  g_clear_error (&self->error);
  uselocale (before);
  freelocale (utf8 ? utf8 : own);
  return is_written;
}

static gboolean
write_package (Writing *self,
               const SelPackageManifest *manifest,
               const SelPackageOptions *options,
               GError **error)
{
  g_autoptr (SelCipher) cipher = NULL;

  if (options->passphrase)
    {
      cipher = self->cipher =
        sel_cipher_new (self->output, options->passphrase, options->cost, &self->job, error);
      if (cipher == NULL)
        return FALSE;
    }

  return write_zip (self, manifest, options->key, error) &&
         (cipher == NULL || sel_cipher_finish (cipher, error));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The exchange file first, the others by their names. */
static SelPackageManifest *
make_manifest (const char *exchange, const char *const *others)
{
  SelPackageManifest *manifest = sel_package_manifest_new (exchange);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; others && others[i]; i++)
    g_ptr_array_add (sorted, (gpointer) others[i]);
  g_ptr_array_sort (sorted, compare_names);

  sel_package_manifest_add (manifest, exchange, 0, EMPTY_SHA256);
  for (guint i = 0; i < sorted->len; i++)
    sel_package_manifest_add (manifest, g_ptr_array_index (sorted, i), 0, EMPTY_SHA256);
  return manifest;
}

/**
 * sel_package_write_into:
 * @file: where it goes, open for writing and empty; it is not closed
 * @name: the name of the package, for sentences
 * @folder: where the files lie
 * @exchange: the name of the exchange file
 * @others: (nullable): the names of the other files
 *
 * Makes a package, in memory that does not grow with it. Waits, on whatever thread calls.
 *
 * Returns: %FALSE on error; what was written until then is of no use
 */
gboolean
sel_package_write_into (int file,
                        const char *name,
                        const char *folder,
                        const char *exchange,
                        const char *const *others,
                        const SelPackageOptions *options,
                        SelPackageProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree Writing *self = g_new0 (Writing, 1);
  g_autoptr (SelPackageManifest) manifest = make_manifest (exchange, others);
  g_auto (SelDescriptor) opened = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC);

  self->job = (SelPackageJob){ name, progress, user_data, cancellable, 0, 0 };
  self->folder = opened;
  self->output = file;
  if (!measure (self, manifest, error))
    return FALSE;
  for (guint i = 0; i < manifest->files->len; i++)
    if (!hash_file (self, g_ptr_array_index (manifest->files, i), error))
      return FALSE;

  return sel_package_rules_check (manifest, &self->job, error) &&
         write_package (self, manifest, options, error);
}

/**
 * sel_package_write:
 * @output: the path of the package
 * @replaces: what is there gives way, once the package is whole
 *
 * Likewise, under a name of its own.
 *
 * Returns: %FALSE on error, when nothing is left of it
 */
gboolean
sel_package_write (const char *folder,
                   const char *exchange,
                   const char *const *others,
                   const SelPackageOptions *options,
                   const char *output,
                   gboolean replaces,
                   SelPackageProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *name = g_path_get_basename (output);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *target = g_path_get_dirname (output);
  g_autoptr (SelExportFiles) files = sel_export_files_new (target, replaces, error);
  int file;

  if (files == NULL || (file = sel_export_files_begin (files, name, error)) < 0 ||
      !sel_package_write_into (file, shown, folder, exchange, others, options, progress, user_data,
                               cancellable, error) ||
      !sel_export_files_end (files, error) || !sel_export_files_publish (files, error))
    return FALSE;

  sel_export_files_keep (files);
  return TRUE;
}
