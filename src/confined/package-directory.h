/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of its entries that a zip has at its end, and whether it is the whole truth: every byte
 * before it belongs to one entry, which is told the same way in the list and where it lies. A zip
 * that passes has one meaning, whoever reads it. The numbers are those of PKWARE's APPNOTE, 4.3. */
#pragma once

#include "confined/package-protocol.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;     /* UTF-8 */
  guint32 begins; /* its header, in the file */
  guint32 packed; /* bytes in the zip */
  guint32 size;
} SelPackageEntry;

/* Of SelPackageEntry, in the order in which they lie in the file; at least one. */
GPtrArray *sel_package_directory_read (int input, SelPackageProblem *problem, char **name);

G_END_DECLS
