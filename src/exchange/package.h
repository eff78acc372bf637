/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A package (.selaras) that came in: an exchange file and its PDFs in one file. Opening it puts
 * them into a folder that goes when the package is freed, and tells who signed them. */
#pragma once

#include "exchange/package-job.h"

G_BEGIN_DECLS

/* One whose signature does not fit is never open: that is %SEL_PACKAGE_ERROR_WRONG_SIGNATURE. */
typedef enum
{
  SEL_PACKAGE_NOT_SIGNED,
  SEL_PACKAGE_SIGNED_BY_TRUSTED, /* the sender whom the exchange file names */
  SEL_PACKAGE_SIGNED_BY_UNKNOWN,
  SEL_PACKAGE_SIGNED_BY_OTHER, /* one whose key is known, but not the one it names */
} SelPackageSigner;

typedef struct _SelPackage SelPackage;

gboolean sel_package_is_package (const char *path);
SelPackage *sel_package_open (const char *path,
                              const char *passphrase,
                              GVariant *trusted_keys,
                              SelPackageProgressFunc progress,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error);
void sel_package_free (SelPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPackage, sel_package_free)

const char *sel_package_get_name (SelPackage *self);
const char *sel_package_get_exchange (SelPackage *self);
SelPackageSigner sel_package_get_signer (SelPackage *self);
char *sel_package_dup_signature_sentence (SelPackage *self);

G_END_DECLS
