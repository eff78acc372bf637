/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who made a package. The office has one pair of keys (Ed25519), made when it first signs and kept
 * in the user's data folder; its public half is handed to the offices that are to know it. */
#pragma once

#include <glib.h>

#include "confined/package-manifest.h"

G_BEGIN_DECLS

typedef struct
{
  guint8 public_key[SEL_PACKAGE_KEY_BYTES];
  guint8 secret_key[64];
} SelSigningKey;

SelSigningKey *sel_signing_key_load (GError **error);
void sel_signing_key_free (SelSigningKey *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelSigningKey, sel_signing_key_free)

void sel_signing_key_sign (const SelSigningKey *self,
                           GBytes *bytes,
                           guint8 signature[SEL_PACKAGE_SIGNATURE_BYTES]);
gboolean sel_signature_fits (const guint8 signature[SEL_PACKAGE_SIGNATURE_BYTES], GBytes *bytes);

/* A public key as text, in Base64; and read back. */
char *sel_public_key_dup_text (const guint8 key[SEL_PACKAGE_KEY_BYTES]);
gboolean sel_public_key_parse (const char *text, guint8 key[SEL_PACKAGE_KEY_BYTES]);
char *sel_public_key_dup_fingerprint (const guint8 key[SEL_PACKAGE_KEY_BYTES]);

G_END_DECLS
