/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the files of a package into a private folder. The reader that parses the zip is not
 * trusted: every name, size and hash is held here against the list of the package, and the list
 * against the rules and the signature. */
#pragma once

#include "confined/package-manifest.h"
#include "exchange/package-job.h"
#include "exchange/private-folder.h"

G_BEGIN_DECLS

/* Besides, the list itself; and the key of a signature that fits it, or NULL. */
typedef struct
{
  SelPackageManifest *manifest;
  char *key;
  char *fingerprint;
} SelUnpacked;

gboolean sel_package_unpack (int zip,
                             SelPrivateFolder *folder,
                             SelUnpacked *unpacked,
                             SelPackageJob *job,
                             GError **error);

G_END_DECLS
