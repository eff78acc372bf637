/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/package-cipher.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "confined/whole.h"

#define VERSION 1

#define VERSION_AT 16
#define PASSES_AT 20
#define MEMORY_AT 24
#define SALT_AT 28
#define STREAM_AT 44

G_STATIC_ASSERT (SALT_AT + crypto_pwhash_SALTBYTES == STREAM_AT);
G_STATIC_ASSERT (STREAM_AT + crypto_secretstream_xchacha20poly1305_HEADERBYTES ==
                 SEL_CIPHER_HEADER_BYTES);
G_STATIC_ASSERT (crypto_secretstream_xchacha20poly1305_ABYTES == SEL_CIPHER_MORE);

typedef crypto_secretstream_xchacha20poly1305_state Stream;

struct _SelCipher
{
  int output;
  SelPackageJob *job;
  Stream stream;
  guint8 header[SEL_CIPHER_HEADER_BYTES]; /* which the first message answers for */
  gboolean is_first;
  gsize length; /* of the piece that gathers */
  guint8 piece[SEL_CIPHER_PIECE];
  guint8 message[SEL_CIPHER_PIECE + SEL_CIPHER_MORE];
};

static guint32
get_u32 (const guint8 *header, gsize at)
{
  guint32 stored;

  memcpy (&stored, header + at, sizeof stored);
  return GUINT32_FROM_LE (stored);
}

static void
put_u32 (guint8 *header, gsize at, guint32 value)
{
  const guint32 stored = GUINT32_TO_LE (value);

  memcpy (header + at, &stored, sizeof stored);
}

/* It fails only where there is not so much memory. */
static gboolean
derive_key (const guint8 *header, const char *passphrase, guint8 *key)
{
  return crypto_pwhash (key, crypto_secretstream_xchacha20poly1305_KEYBYTES, passphrase,
                        strlen (passphrase), header + SALT_AT, get_u32 (header, PASSES_AT),
                        (gsize) get_u32 (header, MEMORY_AT) << 10,
                        crypto_pwhash_ALG_ARGON2ID13) == 0;
}

static gboolean
fail_memory (const SelPackageJob *job, GError **error)
{
  g_set_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_FAILED,
               _ ("“%s”: There is not enough memory for its passphrase. Close other programs and "
                  "try again."),
               job->name);
  return FALSE;
}

/**
 * sel_cipher_new:
 * @output: (transfer none): where the container is written
 * @job: (transfer none): for sentences; it outlives the cipher
 *
 * Begins a container.
 */
SelCipher *
sel_cipher_new (int output,
                const char *passphrase,
                SelCipherCost cost,
                SelPackageJob *job,
                GError **error)
{
  g_autoptr (SelCipher) self = NULL;
  guint8 key[crypto_secretstream_xchacha20poly1305_KEYBYTES];

  if (sodium_init () < 0)
    {
      fail_memory (job, error);
      return NULL;
    }

  self = g_new0 (SelCipher, 1);
  self->output = output;
  self->job = job;
  self->is_first = TRUE;
  memcpy (self->header, SEL_CIPHER_MAGIC, SEL_CIPHER_MAGIC_BYTES);
  put_u32 (self->header, VERSION_AT, VERSION);
  put_u32 (self->header, PASSES_AT, cost.n_passes);
  put_u32 (self->header, MEMORY_AT, cost.n_kibibytes);
  randombytes_buf (self->header + SALT_AT, crypto_pwhash_SALTBYTES);

  if (!derive_key (self->header, passphrase, key))
    {
      fail_memory (job, error);
      return NULL;
    }
  crypto_secretstream_xchacha20poly1305_init_push (&self->stream, self->header + STREAM_AT, key);
  sodium_memzero (key, sizeof key);

  if (!sel_write_whole (output, self->header, sizeof self->header))
    {
      sel_package_job_fail (job, errno, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
sel_cipher_free (SelCipher *self)
{
  sodium_memzero (self, sizeof *self);
  g_free (self);
}

static gboolean
push (SelCipher *self, guint8 tag, GError **error)
{
  crypto_secretstream_xchacha20poly1305_push (&self->stream, self->message, NULL, self->piece,
                                              self->length, self->is_first ? self->header : NULL,
                                              self->is_first ? sizeof self->header : 0, tag);
  self->is_first = FALSE;
  if (!sel_write_whole (self->output, self->message, self->length + SEL_CIPHER_MORE))
    return sel_package_job_fail (self->job, errno, error);

  self->length = 0;
  return TRUE;
}

gboolean
sel_cipher_write (SelCipher *self, const guint8 *data, gsize length, GError **error)
{
  while (length > 0)
    {
      const gsize taken = MIN (length, sizeof self->piece - self->length);

      memcpy (self->piece + self->length, data, taken);
      self->length += taken;
      data += taken;
      length -= taken;
      if (length > 0 && !push (self, 0, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sel_cipher_finish:
 *
 * Ends the container. Without its end nobody accepts it.
 */
gboolean
sel_cipher_finish (SelCipher *self, GError **error)
{
  return push (self, crypto_secretstream_xchacha20poly1305_TAG_FINAL, error);
}

static gboolean
refuse_damaged (const SelPackageJob *job, GError **error)
{
  return sel_package_job_refuse (job, error,
                                 _ ("It is damaged or was cut off. Fetch it again, or ask its "
                                    "sender for it."));
}

static gboolean
check_header (const guint8 *header, const SelPackageJob *job, GError **error)
{
  const guint32 n_passes = get_u32 (header, PASSES_AT);
  const guint32 n_kibibytes = get_u32 (header, MEMORY_AT);

  if (get_u32 (header, VERSION_AT) != VERSION)
    return sel_package_job_refuse (job, error,
                                   _ ("It was encrypted by a newer Selaras. Install that, or ask "
                                      "its sender for another."));
  if (n_passes > SEL_CIPHER_MOST_COST.n_passes || n_kibibytes > SEL_CIPHER_MOST_COST.n_kibibytes)
    return sel_package_job_refuse (job, error,
                                   _ ("To open it would take more memory or time than a package "
                                      "may ask for. Do not trust it; ask its sender for another."));
  if (n_passes < SEL_CIPHER_LEAST_COST.n_passes ||
      n_kibibytes < SEL_CIPHER_LEAST_COST.n_kibibytes)
    return sel_package_job_refuse (job, error,
                                   _ ("Its passphrase is protected too weakly. Ask its sender to "
                                      "encrypt it with Selaras."));
  return TRUE;
}

/* Reads and checks the header, and sets up @self->stream with the key of @passphrase. */
static gboolean
begin_decryption (SelCipher *self, int input, const char *passphrase, GError **error)
{
  guint8 key[crypto_secretstream_xchacha20poly1305_KEYBYTES];
  const gssize n = sel_read_whole (input, self->header, sizeof self->header);
  int status;

  if (n < 0)
    return sel_package_job_fail (self->job, errno, error);
  if (n < (gssize) sizeof self->header ||
      memcmp (self->header, SEL_CIPHER_MAGIC, SEL_CIPHER_MAGIC_BYTES) != 0)
    return refuse_damaged (self->job, error);
  if (!check_header (self->header, self->job, error))
    return FALSE;
  if (sodium_init () < 0 || !derive_key (self->header, passphrase, key))
    return fail_memory (self->job, error);

  status = crypto_secretstream_xchacha20poly1305_init_pull (&self->stream,
                                                            self->header + STREAM_AT, key);
  sodium_memzero (key, sizeof key);
  self->is_first = TRUE;
  return status == 0 || refuse_damaged (self->job, error);
}

/* Takes the next message into @self->piece. Nothing of one that is not sound is ever used. */
static gboolean
pull (SelCipher *self, int input, gboolean *is_final, GError **error)
{
  const gssize n = sel_read_whole (input, self->message, sizeof self->message);
  guint8 tag;

  if (n < 0)
    return sel_package_job_fail (self->job, errno, error);
  if (n < (gssize) SEL_CIPHER_MORE)
    return refuse_damaged (self->job, error);

  if (crypto_secretstream_xchacha20poly1305_pull (
        &self->stream, self->piece, NULL, &tag, self->message, (gsize) n,
        self->is_first ? self->header : NULL, self->is_first ? sizeof self->header : 0) != 0)
    {
      if (!self->is_first)
        return refuse_damaged (self->job, error);
      g_set_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_WRONG_PASSPHRASE,
                   _ ("This is not the passphrase of “%s”, or the file is damaged. Check it and "
                      "try again."),
                   self->job->name);
      return FALSE;
    }

  self->is_first = FALSE;
  self->length = (gsize) n - SEL_CIPHER_MORE;
  *is_final = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;

  /* Only the last piece is short. */
  if (!*is_final && (tag != 0 || self->length < sizeof self->piece))
    return refuse_damaged (self->job, error);
  return TRUE;
}

static gboolean
is_at_end (int input)
{
  guint8 more;

  return sel_read_whole (input, &more, 1) == 0;
}

/**
 * sel_cipher_decrypt:
 * @input: (transfer none): the open container, at its beginning
 * @output: (transfer none): where the zip is written, each piece once it proved to be sound
 *
 * Returns: %FALSE on error: %SEL_PACKAGE_ERROR_WRONG_PASSPHRASE when the first piece does not fit
 */
gboolean
sel_cipher_decrypt (int input,
                    int output,
                    const char *passphrase,
                    SelPackageJob *job,
                    GError **error)
{
  g_autoptr (SelCipher) self = g_new0 (SelCipher, 1);
  gboolean is_final = FALSE;

  self->job = job;
  if (!begin_decryption (self, input, passphrase, error))
    return FALSE;

  while (!is_final)
    {
      if (!pull (self, input, &is_final, error))
        return FALSE;
      if (!sel_write_whole (output, self->piece, self->length))
        return sel_package_job_fail (job, errno, error);
      if (!sel_package_job_advance (job, self->length, error))
        return FALSE;
    }

  return is_at_end (input) || refuse_damaged (job, error);
}
