/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/package-job.h"

#include <glib/gi18n-lib.h>

#include "domain/field.h"

G_DEFINE_QUARK (sel_package_error, sel_package_error)

/**
 * sel_package_job_advance:
 *
 * Tells that so many bytes more are done.
 *
 * Returns: %FALSE on cancellation
 */
gboolean
sel_package_job_advance (SelPackageJob *self, guint64 n_more, GError **error)
{
  self->done += n_more;
  if (self->progress && self->all > 0)
    self->progress (MIN ((double) self->done / (double) self->all, 1), self->user_data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * sel_package_job_refuse:
 * @format: a whole sentence; what it names may come from outside
 *
 * Returns: %FALSE, with the error that names the package and the reason
 */
gboolean
sel_package_job_refuse (const SelPackageJob *self, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  g_autofree char *shown = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  shown = sel_text_dup_printable (reason, FALSE);
  /* Translators: a file's name, and a whole sentence on what is wrong with it. */
  g_set_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_REFUSED, _ ("“%s”: %s"), self->name,
               shown);
  return FALSE;
}

/**
 * sel_package_job_fail:
 * @number: an errno
 *
 * Returns: %FALSE, with the error that the computer failed
 */
gboolean
sel_package_job_fail (const SelPackageJob *self, int number, GError **error)
{
  g_set_error (
    error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_FAILED,
    /* Translators: the first %s is a package's name, the second the system's reason. */
    _ ("“%s” was given up: %s. Make room on the disk, look whether you may write there, and try"
       " again."),
    self->name, g_strerror (number));
  return FALSE;
}
