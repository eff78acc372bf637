/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/package.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "confined/descriptor.h"
#include "confined/error.h"
#include "confined/exchange-stream.h"
#include "domain/field.h"
#include "exchange/package-cipher.h"
#include "exchange/package-unpack.h"

/* How a zip begins whose first entry is the manifest: the name comes after 30 bytes. */
#define ZIP_MARK "PK\3\4"
#define NAME_AT 30
#define BEGINNING_BYTES (NAME_AT + sizeof SEL_PACKAGE_MANIFEST - 1)

#define DECRYPTED "zip"

struct _SelPackage
{
  SelPrivateFolder *folder;
  char *name;
  char *exchange; /* the path */
  char *sender;   /* as the exchange file says; a code */
  char *key;      /* that signed it, as text; NULL for none */
  GVariant *trusted_keys;
};

typedef enum
{
  KIND_NONE,
  KIND_PLAIN,
  KIND_ENCRYPTED,
} Kind;

/* What the file is, by how it begins. */
static Kind
look_at (int file)
{
  guint8 data[BEGINNING_BYTES];
  const gssize n = pread (file, data, sizeof data, 0);

  if (n >= SEL_CIPHER_MAGIC_BYTES && memcmp (data, SEL_CIPHER_MAGIC, SEL_CIPHER_MAGIC_BYTES) == 0)
    return KIND_ENCRYPTED;
  if (n == sizeof data && memcmp (data, ZIP_MARK, strlen (ZIP_MARK)) == 0 &&
      memcmp (data + NAME_AT, SEL_PACKAGE_MANIFEST, strlen (SEL_PACKAGE_MANIFEST)) == 0)
    return KIND_PLAIN;
  return KIND_NONE;
}

/* To open a pipe would wait for somebody to write into it. */
static int
open_regular (const char *path, struct stat *about)
{
  g_auto (SelDescriptor) file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (file < 0 || fstat (file, about) != 0)
    return -1;
  if (!S_ISREG (about->st_mode))
    {
      errno = EINVAL;
      return -1;
    }
  return g_steal_fd (&file);
}

/**
 * sel_package_is_package:
 *
 * Whether there is a package at @path, by how it begins and not by its name. Reads a few bytes.
 */
gboolean
sel_package_is_package (const char *path)
{
  struct stat about;
  g_auto (SelDescriptor) file = open_regular (path, &about);

  return file >= 0 && look_at (file) != KIND_NONE;
}

/* The zip in the container @file, in a file without a name that nobody writes any more. */
static int
decrypt (SelPackage *self, int file, const char *passphrase, SelPackageJob *job, GError **error)
{
  g_autofree char *path =
    g_build_filename (sel_private_folder_get_path (self->folder), DECRYPTED, NULL);
  g_auto (SelDescriptor) output = -1;
  g_auto (SelDescriptor) zip = -1;

  if (passphrase == NULL)
    {
      g_set_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_NEEDS_PASSPHRASE,
                   _ ("“%s” is encrypted. Enter the passphrase that its sender told you."),
                   job->name);
      return -1;
    }

  output = sel_private_folder_create (self->folder, DECRYPTED);
  zip = output >= 0 ? open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) : -1;
  if (zip < 0 || unlink (path) != 0)
    {
      sel_package_job_fail (job, errno, error);
      return -1;
    }

  return sel_cipher_decrypt (file, output, passphrase, job, error) ? g_steal_fd (&zip) : -1;
}

/* Who says to have sent the exchange file. One that cannot be read is refused here and now. */
static gboolean
read_sender (SelPackage *self, const SelPackageJob *job, GError **error)
{
  g_auto (SelDescriptor) file = open (self->exchange, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  g_autoptr (SelExchangeStream) stream = NULL;
  SelExchangeItem item;

  if (file < 0)
    return sel_package_job_fail (job, errno, error);
  if (!(stream = sel_exchange_stream_new (file, job->name, error)) ||
      !sel_exchange_stream_next (stream, &item, job->cancellable, error))
    return FALSE;

  if (item.kind != SEL_EXCHANGE_ITEM_HEADER)
    {
      g_propagate_error (error, sel_confined_error_new (SEL_CONFINED_ERROR_PROTOCOL, job->name));
      return FALSE;
    }

  for (guint i = 0; i < item.type->n_fields; i++)
    if (g_str_equal (item.type->fields[i].name, "sender"))
      self->sender = sel_text_dup_printable (item.texts[i], FALSE);
  return TRUE;
}

static gboolean
unpack (SelPackage *self, int zip, SelPackageJob *job, GError **error)
{
  SelUnpacked unpacked = { 0 };
  const gboolean is_unpacked = sel_package_unpack (zip, self->folder, &unpacked, job, error);
  g_autoptr (SelPackageManifest) manifest = unpacked.manifest;

  self->key = unpacked.key;
  if (!is_unpacked)
    return FALSE;

  self->exchange =
    g_build_filename (sel_private_folder_get_path (self->folder), manifest->exchange, NULL);
  return read_sender (self, job, error);
}

static SelPackage *
package_new (const SelPackageJob *job, GVariant *trusted_keys, GError **error)
{
  int number;
  SelPrivateFolder *folder = sel_private_folder_new (&number);
  SelPackage *self;

  if (folder == NULL)
    {
      sel_package_job_fail (job, number, error);
      return NULL;
    }

  self = g_new0 (SelPackage, 1);
  self->folder = folder;
  self->name = g_strdup (job->name);
  self->trusted_keys = g_variant_ref (trusted_keys);
  return self;
}

/**
 * sel_package_open:
 * @passphrase: (nullable): what its user entered
 * @trusted_keys: the offices whose signatures are known, as trusted-keys.h has them
 *
 * Opens a package: decrypts it, checks it in full, and takes its files apart into a private folder.
 * Waits, on whatever thread calls.
 *
 * Returns: (transfer full) (nullable): the package; or an error, %SEL_PACKAGE_ERROR or
 *   %SEL_CONFINED_ERROR, when nothing is left of it
 */
SelPackage *
sel_package_open (const char *path,
                  const char *passphrase,
                  GVariant *trusted_keys,
                  SelPackageProgressFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  SelPackageJob job = { name, progress, user_data, cancellable, 0, 0 };
  struct stat about;
  g_auto (SelDescriptor) file = open_regular (path, &about);
  g_autoptr (SelPackage) self = NULL;
  Kind kind;

  if (file < 0)
    {
      g_set_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_REFUSED,
                   /* Translators: the first %s is a file's name, the second the system's reason. */
                   _ ("“%s” cannot be opened: %s. Check its name, and that you may read it."),
                   name, g_strerror (errno));
      return NULL;
    }
  if ((kind = look_at (file)) == KIND_NONE)
    {
      sel_package_job_refuse (&job, error,
                              _ ("It is not a package of Selaras. Choose a file that ends in "
                                 "“.selaras”."));
      return NULL;
    }
  if (!(self = package_new (&job, trusted_keys, error)))
    return NULL;

  if (kind == KIND_ENCRYPTED)
    {
      g_auto (SelDescriptor) container = g_steal_fd (&file);

      job.all = (guint64) about.st_size;
      file = decrypt (self, container, passphrase, &job, error);
    }
  if (file < 0 || !unpack (self, file, &job, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sel_package_free:
 *
 * Removes its files too.
 */
void
sel_package_free (SelPackage *self)
{
  if (self == NULL)
    return;

  sel_private_folder_free (self->folder);
  g_free (self->name);
  g_free (self->exchange);
  g_free (self->sender);
  g_free (self->key);
  g_variant_unref (self->trusted_keys);
  g_free (self);
}

/* What its user calls it. */
const char *
sel_package_get_name (SelPackage *self)
{
  return self->name;
}

/* The path of the exchange file; the PDFs lie beside it. */
const char *
sel_package_get_exchange (SelPackage *self)
{
  return self->exchange;
}

/* The public key that signed it, as text; NULL when nobody did. */
const char *
sel_package_get_key (SelPackage *self)
{
  return self->key;
}

/* By the keys that were trusted when it was opened. */
SelPackageSigner
sel_package_get_signer (SelPackage *self)
{
  return sel_signature_judge (self->trusted_keys, self->sender, self->key);
}

/* Likewise who signed it, in a sentence or two for its user. Free with g_free(). */
char *
sel_package_dup_signature_sentence (SelPackage *self)
{
  return sel_signature_dup_sentence (self->trusted_keys, self->sender, self->key);
}
