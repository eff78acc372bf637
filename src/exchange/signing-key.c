/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/signing-key.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "confined/descriptor.h"
#include "confined/whole.h"
#include "exchange/package-job.h"

/* The file has this before the 32 bytes that both keys follow from. */
#define MARK "selaras-signing-key-1\n"
#define MARK_BYTES (sizeof MARK - 1)
#define FILE_BYTES (MARK_BYTES + crypto_sign_SEEDBYTES)

#define FINGERPRINT_GROUPS 6

G_STATIC_ASSERT (SEL_PACKAGE_KEY_BYTES == crypto_sign_PUBLICKEYBYTES);
G_STATIC_ASSERT (SEL_PACKAGE_SIGNATURE_BYTES == crypto_sign_PUBLICKEYBYTES + crypto_sign_BYTES);
G_STATIC_ASSERT (sizeof (((SelSigningKey *) NULL)->secret_key) == crypto_sign_SECRETKEYBYTES);

static gboolean
fail (const char *path, int number, GError **error)
{
  g_set_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_FAILED,
               /* Translators: a file's name, and the system's reason. */
               _ ("The office’s signing key, “%s”, cannot be read or made: %s. Look whether you "
                  "may read it and write beside it."),
               path, g_strerror (number));
  return FALSE;
}

/* Reads the key at @path. FALSE without an error when there is none yet. */
static gboolean
read_key (const char *path, guint8 *seed, GError **error)
{
  g_auto (SelDescriptor) file = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  guint8 data[FILE_BYTES + 1];
  struct stat about;
  gssize n;

  if (file < 0)
    return errno == ENOENT ? FALSE : fail (path, errno, error);
  if (fstat (file, &about) != 0)
    return fail (path, errno, error);
  if (!S_ISREG (about.st_mode) || about.st_uid != geteuid () || about.st_mode & 0077)
    {
      g_set_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_FAILED,
                   _ ("Others can read the office’s signing key, “%s”, so that it says nothing of "
                      "who signed. Delete it; a new one is made, whose public key the other "
                      "offices have to be told."),
                   path);
      return FALSE;
    }

  n = sel_read_whole (file, data, sizeof data);
  if (n == FILE_BYTES && memcmp (data, MARK, MARK_BYTES) == 0)
    memcpy (seed, data + MARK_BYTES, crypto_sign_SEEDBYTES);
  sodium_memzero (data, sizeof data);
  if (n < 0)
    return fail (path, errno, error);

  if (n == FILE_BYTES && !sodium_is_zero (seed, crypto_sign_SEEDBYTES))
    return TRUE;

  g_set_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_FAILED,
               _ ("The office’s signing key, “%s”, is damaged. Put back a copy of it; or delete it, "
                  "and tell the other offices the public key of the new one."),
               path);
  return FALSE;
}

/* Makes a key at @path, whole or not at all, unless another process was faster. */
static gboolean
write_key (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  g_auto (SelDescriptor) file = -1;
  guint8 data[FILE_BYTES] = MARK;
  int number = 0;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      (file = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600)) < 0)
    return fail (path, errno, error);

  randombytes_buf (data + MARK_BYTES, crypto_sign_SEEDBYTES);
  if (!sel_write_whole (file, data, sizeof data) || fsync (file) != 0 ||
      (link (temporary, path) != 0 && errno != EEXIST))
    number = errno;
  sodium_memzero (data, sizeof data);
  unlink (temporary);

  return number == 0 || fail (path, number, error);
}

/**
 * sel_signing_key_load:
 *
 * The office's own keys, made if there are none yet.
 *
 * Returns: (transfer full) (nullable): the keys; on error %SEL_PACKAGE_ERROR
 */
SelSigningKey *
sel_signing_key_load (GError **error)
{
  g_autofree char *path =
    g_build_filename (g_get_user_data_dir (), "selaras", "signing-key", NULL);
  g_autoptr (SelSigningKey) self = NULL;
  g_autoptr (GError) local_error = NULL;
  guint8 seed[crypto_sign_SEEDBYTES] = { 0 };
  gboolean is_read;

  if (sodium_init () < 0)
    {
      fail (path, ENOSYS, error);
      return NULL;
    }

  is_read = read_key (path, seed, &local_error);
  if (!is_read && local_error == NULL && write_key (path, &local_error))
    is_read = read_key (path, seed, &local_error);
  if (!is_read)
    {
      if (local_error)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        fail (path, ENOENT, error);
      return NULL;
    }

  self = g_new0 (SelSigningKey, 1);
  crypto_sign_seed_keypair (self->public_key, self->secret_key, seed);
  sodium_memzero (seed, sizeof seed);
  return g_steal_pointer (&self);
}

void
sel_signing_key_free (SelSigningKey *self)
{
  sodium_memzero (self, sizeof *self);
  g_free (self);
}

/**
 * sel_signing_key_sign:
 * @signature: (out): the public key, and what it answers for
 */
void
sel_signing_key_sign (const SelSigningKey *self,
                      GBytes *bytes,
                      guint8 signature[SEL_PACKAGE_SIGNATURE_BYTES])
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  memcpy (signature, self->public_key, SEL_PACKAGE_KEY_BYTES);
  crypto_sign_detached (signature + SEL_PACKAGE_KEY_BYTES, NULL, data, length, self->secret_key);
}

/* Whether whoever has the other half of the public key in @signature signed @bytes. */
gboolean
sel_signature_fits (const guint8 signature[SEL_PACKAGE_SIGNATURE_BYTES], GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return sodium_init () >= 0 &&
         crypto_sign_verify_detached (signature + SEL_PACKAGE_KEY_BYTES, data, length,
                                      signature) == 0;
}

char *
sel_public_key_dup_text (const guint8 key[SEL_PACKAGE_KEY_BYTES])
{
  return g_base64_encode (key, SEL_PACKAGE_KEY_BYTES);
}

gboolean
sel_public_key_parse (const char *text, guint8 key[SEL_PACKAGE_KEY_BYTES])
{
  gsize length;
  g_autofree guint8 *read = g_base64_decode (text, &length);
  g_autofree char *again = g_base64_encode (read, length);

  /* GLib skips what is no Base64; a key that was copied badly must not become another. */
  if (length != SEL_PACKAGE_KEY_BYTES || !g_str_equal (again, text))
    return FALSE;

  memcpy (key, read, SEL_PACKAGE_KEY_BYTES);
  return TRUE;
}

/**
 * sel_public_key_dup_fingerprint:
 *
 * What people compare on the telephone: thirty digits, of which nobody makes two keys that share
 * them.
 *
 * Returns: (transfer full): such as "01234 56789 01234 56789 01234 56789"
 */
char *
sel_public_key_dup_fingerprint (const guint8 key[SEL_PACKAGE_KEY_BYTES])
{
  guint8 hash[crypto_hash_sha256_BYTES];
  GString *text = g_string_new (NULL);

  crypto_hash_sha256 (hash, key, SEL_PACKAGE_KEY_BYTES);
  for (guint i = 0; i < FINGERPRINT_GROUPS; i++)
    {
      const guint8 *at = hash + i * 5;
      const guint64 number = (guint64) at[0] << 32 | (guint64) at[1] << 24 | (guint64) at[2] << 16 |
                             (guint64) at[3] << 8 | at[4];

      g_string_append_printf (text, "%s%05u", i > 0 ? " " : "", (guint) (number % 100000));
    }

  return g_string_free (text, FALSE);
}

/* As sel_public_key_dup_fingerprint(), of a key as text; NULL when it is no key. */
char *
sel_public_key_text_dup_fingerprint (const char *text)
{
  guint8 key[SEL_PACKAGE_KEY_BYTES];

  return sel_public_key_parse (text, key) ? sel_public_key_dup_fingerprint (key) : NULL;
}
