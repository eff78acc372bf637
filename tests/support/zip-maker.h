/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zips for tests, made byte by byte: sound ones, and with everything that can be wrong. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const void *data; /* as it lies in the zip */
  gsize length;
  const char *local_name; /* where it lies; NULL: the same as in the list */
  guint16 flags;
  guint16 method;
  guint32 attributes;
  gint64 size_off;    /* how far the size that it claims is from the length */
  gboolean lies_at_0; /* as the list says */
  gsize gap;          /* bytes after it that belong to nobody */
} ZipEntry;

typedef struct
{
  GString *zip;
  GString *list;
  guint n_entries;
} ZipMaker;

ZipMaker zip_maker_new (void);
void zip_maker_add (ZipMaker *self, const ZipEntry *entry);
GBytes *zip_maker_end (ZipMaker *self);

guint32 zip_crc32 (const void *data, gsize length);
GBytes *zip_deflated (GBytes *bytes);

G_END_DECLS
