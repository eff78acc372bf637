/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a package holds. A package (.selaras) is a zip: manifest.json first, then manifest.sig if it
 * is signed, then the files that the manifest lists, the exchange file before its PDFs.
 *
 * The manifest is JSON, in one form only: the same list is always the same bytes.
 *
 *   {
 *     "format": "selaras-package-1",
 *     "exchange": "peserta.selaras.xml",
 *     "files": [
 *       {"name": "peserta.selaras.xml", "size": 5120, "sha256": "…"},
 *       {"name": "pks.pdf", "size": 81920, "sha256": "…"}
 *     ]
 *   }
 *
 * So the confined reader tells the program the list and not its bytes, and what was signed follows
 * from the list: a reader that a package has taken over cannot tell one list and sign another. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEL_PACKAGE_MANIFEST "manifest.json"
#define SEL_PACKAGE_SIGNATURE "manifest.sig"

/* The signer's public key and the signature, Ed25519, over the bytes of the manifest. */
#define SEL_PACKAGE_KEY_BYTES 32
#define SEL_PACKAGE_SIGNATURE_BYTES (SEL_PACKAGE_KEY_BYTES + 64)

/* With these a package is a zip of the first kind, below 4 GiB, with 16 bits for the number of its
 * entries; there is never a reason to read a Zip64. */
#define SEL_PACKAGE_MOST_FILES 65000u
#define SEL_PACKAGE_MOST_MEBIBYTES 3968u /* of all files together */
#define SEL_PACKAGE_MOST_FILE_MEBIBYTES 2048u
#define SEL_PACKAGE_MOST_MANIFEST (16u << 20)
#define SEL_PACKAGE_MOST_NAME 255u /* bytes: what file systems take */

/* How many times larger than in the zip a file may be, from SEL_PACKAGE_RATIO_FROM bytes on. The
 * most that Deflate can do is 1032; no exchange file comes near a fifth of that. */
#define SEL_PACKAGE_MOST_RATIO 200
#define SEL_PACKAGE_RATIO_FROM (1u << 20)

typedef struct
{
  char *name;
  gint64 size;
  char *sha256; /* 64 hexadecimal digits, small */
} SelPackageFile;

typedef struct
{
  char *exchange;
  GPtrArray *files; /* of SelPackageFile */
} SelPackageManifest;

SelPackageManifest *sel_package_manifest_new (const char *exchange);
SelPackageManifest *sel_package_manifest_parse (const char *text, gsize length);
void sel_package_manifest_free (SelPackageManifest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPackageManifest, sel_package_manifest_free)

void sel_package_manifest_add (SelPackageManifest *self,
                               const char *name,
                               gint64 size,
                               const char *sha256);
GBytes *sel_package_manifest_dup_bytes (const SelPackageManifest *self);

G_END_DECLS
