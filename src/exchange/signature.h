/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the signature of a package is worth: that hangs on the keys that this office trusts now. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A package whose signature does not fit is never open, so it is none of these. */
typedef enum
{
  SEL_PACKAGE_NOT_SIGNED,
  SEL_PACKAGE_SIGNED_BY_TRUSTED, /* the sender whom the exchange file names */
  SEL_PACKAGE_SIGNED_BY_UNKNOWN,
  SEL_PACKAGE_SIGNED_BY_OTHER, /* one whose key is known, but not the one it names */
} SelPackageSigner;

SelPackageSigner sel_signature_judge (GVariant *trusted_keys, const char *sender, const char *key);
gboolean sel_signature_is_suspect (GVariant *trusted_keys, const char *sender, const char *key);
char *sel_signature_dup_sentence (GVariant *trusted_keys, const char *sender, const char *key);

G_END_DECLS
