/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A package under a passphrase. All of the zip is encrypted, in a container of its own; numbers are
 * little-endian:
 *
 *   16 bytes  "selaras-package\n"
 *   u32       version of the container, 1
 *   u32       Argon2id: passes over the memory (opslimit)
 *   u32       Argon2id: KiB of memory (memlimit)
 *   16 bytes  Argon2id: salt
 *   24 bytes  header of the stream
 *
 * and then, of libsodium's crypto_secretstream_xchacha20poly1305, a message for every 64 KiB of the
 * zip, each 17 bytes longer than its piece; the last piece, which may be short or empty, is tagged
 * FINAL, and nothing follows it. The 68 bytes before the messages are the additional data of the
 * first. The key is crypto_pwhash (Argon2id, version 1.3) of the passphrase. */
#pragma once

#include "exchange/package-job.h"

G_BEGIN_DECLS

#define SEL_CIPHER_MAGIC "selaras-package\n"
#define SEL_CIPHER_MAGIC_BYTES 16
#define SEL_CIPHER_HEADER_BYTES 68
#define SEL_CIPHER_PIECE (64u << 10)
#define SEL_CIPHER_MORE 17u /* bytes that a message is longer than its piece */

/* What a guess at the passphrase costs whoever tries. */
typedef struct
{
  guint32 n_passes;
  guint32 n_kibibytes;
} SelCipherCost;

/* Most of a second on an office desktop. */
#define SEL_CIPHER_USUAL_COST ((SelCipherCost){ 3, 256u << 10 })

/* What is believed of a file: a sender must not fill this computer's memory, or hold it for
 * minutes. */
#define SEL_CIPHER_MOST_COST ((SelCipherCost){ 10, 1024u << 10 })
#define SEL_CIPHER_LEAST_COST ((SelCipherCost){ 1, 8u << 10 })

typedef struct _SelCipher SelCipher;

SelCipher *sel_cipher_new (int output,
                           const char *passphrase,
                           SelCipherCost cost,
                           SelPackageJob *job,
                           GError **error);
void sel_cipher_free (SelCipher *self);
gboolean sel_cipher_write (SelCipher *self, const guint8 *data, gsize length, GError **error);
gboolean sel_cipher_finish (SelCipher *self, GError **error);

gboolean sel_cipher_decrypt (int input,
                             int output,
                             const char *passphrase,
                             SelPackageJob *job,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelCipher, sel_cipher_free)

G_END_DECLS
