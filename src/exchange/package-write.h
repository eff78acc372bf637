/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a package (.selaras) of an exchange file and what belongs to it: package-manifest.h says
 * what is in one, package-cipher.h how it is encrypted. The same files and the same key give the
 * same bytes, but for a passphrase, under which no two are alike. */
#pragma once

#include "exchange/package-cipher.h"
#include "exchange/signing-key.h"

G_BEGIN_DECLS

#define SEL_PACKAGE_ENDING ".selaras"

typedef struct
{
  const SelSigningKey *key; /* NULL: it is not signed */
  const char *passphrase;   /* NULL: it is not encrypted */
  SelCipherCost cost;       /* of a guess at the passphrase */
} SelPackageOptions;

GStrv sel_package_list_documents (const char *path, GCancellable *cancellable, GError **error);
gboolean sel_package_write_into (int file,
                                 const char *name,
                                 const char *folder,
                                 const char *exchange,
                                 const char *const *others,
                                 const SelPackageOptions *options,
                                 SelPackageProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);
gboolean sel_package_write (const char *folder,
                            const char *exchange,
                            const char *const *others,
                            const SelPackageOptions *options,
                            const char *output,
                            gboolean replaces,
                            SelPackageProgressFunc progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
