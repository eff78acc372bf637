/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An exchange file, a PDF beside it, and packages of the two, for one test. */
#pragma once

#include "exchange/package-write.h"
#include "exchange/package.h"

G_BEGIN_DECLS

#define PARCEL_EXCHANGE "exchange.xml"
#define PARCEL_PDF "Perjanjian Kerja Sama – 2019.pdf"

/* What a passphrase costs where many are tried. */
#define PARCEL_COST SEL_CIPHER_LEAST_COST

typedef struct
{
  char *folder;
} Parcel;

Parcel *parcel_new (void);
void parcel_free (Parcel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parcel, parcel_free)

char *parcel_dup_path (Parcel *self, const char *name);
GBytes *parcel_read (Parcel *self, const char *name);
void parcel_put (Parcel *self, const char *name, gconstpointer data, gsize length);
guint parcel_count_files (Parcel *self);

/* Packs the two as @name; opens the package of that name. */
void parcel_pack (Parcel *self, const char *name, const SelPackageOptions *options);
SelPackage *parcel_open (Parcel *self, const char *name, const char *passphrase, GError **error);
void parcel_assert_whole (Parcel *self, SelPackage *package);

/* That nothing is left where packages are taken apart. */
void parcel_assert_cache_is_empty (void);

G_END_DECLS
