/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What writing a package and opening one have in common: how they fail, how they tell how far they
 * are. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SEL_PACKAGE_ERROR (sel_package_error_quark ())

typedef enum
{
  SEL_PACKAGE_ERROR_NEEDS_PASSPHRASE, /* it is encrypted: ask for the passphrase */
  SEL_PACKAGE_ERROR_WRONG_PASSPHRASE, /* or its beginning is damaged: ask again */
  SEL_PACKAGE_ERROR_WRONG_SIGNATURE,  /* it was changed after it was signed */
  SEL_PACKAGE_ERROR_REFUSED,          /* it breaks a rule */
  SEL_PACKAGE_ERROR_FAILED,           /* the computer has no room, no memory … */
} SelPackageError;

GQuark sel_package_error_quark (void);

/* @fraction, 0 to 1, is done; called from time to time on the thread that does it. */
typedef void (*SelPackageProgressFunc) (double fraction, gpointer user_data);

typedef struct
{
  const char *name; /* of the package, for sentences */
  SelPackageProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  guint64 done; /* of all, in bytes */
  guint64 all;
} SelPackageJob;

gboolean sel_package_job_advance (SelPackageJob *self, guint64 n_more, GError **error);
gboolean sel_package_job_refuse (const SelPackageJob *self,
                                 GError **error,
                                 const char *format,
                                 ...) G_GNUC_PRINTF (3, 4);
gboolean sel_package_job_fail (const SelPackageJob *self, int number, GError **error);

G_END_DECLS
