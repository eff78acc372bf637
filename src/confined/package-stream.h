/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A package, read by the confined reader and taken here piece by piece. What it says is held
 * against the protocol only: names, sizes and hashes are the caller's to check. A stream is used
 * in the thread that made it. */
#pragma once

#include <gio/gio.h>

#include "confined/package-manifest.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_PACKAGE_ITEM_MANIFEST,  /* comes first */
  SEL_PACKAGE_ITEM_SIGNATURE, /* right after it, if there is one */
  SEL_PACKAGE_ITEM_ENTRY,     /* a file begins */
  SEL_PACKAGE_ITEM_DATA,      /* of the entry before */
  SEL_PACKAGE_ITEM_END,
} SelPackageItemKind;

/* What it points to is lent until the next item is asked for. */
typedef struct
{
  SelPackageItemKind kind;
  SelPackageManifest *manifest; /* MANIFEST: (transfer full) */
  const char *name;             /* ENTRY */
  gint64 size;                  /* ENTRY: as the zip has it */
  const guint8 *data;           /* DATA, SIGNATURE: SEL_PACKAGE_SIGNATURE_BYTES of them */
  gsize length;
} SelPackageItem;

typedef struct _SelPackageStream SelPackageStream;

SelPackageStream *sel_package_stream_new (int file, const char *name, GError **error);
void sel_package_stream_free (SelPackageStream *self);

gboolean sel_package_stream_next (SelPackageStream *self,
                                  SelPackageItem *item,
                                  GCancellable *cancellable,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPackageStream, sel_package_stream_free)

G_END_DECLS
