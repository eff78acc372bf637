/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/package-rules.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/form.h"

#define MEBIBYTE (G_GINT64_CONSTANT (1) << 20)

static gboolean
has_only_letters (const char *name)
{
  for (const char *at = name; *at; at = g_utf8_next_char (at))
    switch (g_unichar_type (g_utf8_get_char (at)))
      {
      case G_UNICODE_CONTROL:
      case G_UNICODE_FORMAT: /* which turn the direction of what follows, or are not seen */
      case G_UNICODE_LINE_SEPARATOR:
      case G_UNICODE_PARAGRAPH_SEPARATOR:
      case G_UNICODE_PRIVATE_USE:
      case G_UNICODE_UNASSIGNED:
        return FALSE;
      default:
        break;
      }

  return TRUE;
}

/* A name without a folder that every file system takes, and that is what it looks like. */
static gboolean
is_plain_name (const char *name)
{
  return sel_form_file.matches (name) && strlen (name) <= SEL_PACKAGE_MOST_NAME &&
         g_utf8_validate (name, -1, NULL) && has_only_letters (name);
}

/* Two names are the same when a file system that ignores the case of letters, or how they are put
 * together, says so. */
static char *
dup_folded (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal ? normal : name, -1);
}

static gboolean
check_file (const SelPackageFile *file,
            GHashTable *folded,
            const SelPackageJob *job,
            GError **error)
{
  if (!is_plain_name (file->name))
    return sel_package_job_refuse (job, error,
                                   _ ("“%s” is not a plain file name: that has no folder, no "
                                      "control character and at most 255 bytes, and does not "
                                      "begin with a dot. Give the file another name and pack it "
                                      "anew."),
                                   file->name);
  if (!g_hash_table_add (folded, dup_folded (file->name)))
    return sel_package_job_refuse (job, error,
                                   _ ("Two of its files are called “%s”, or so but for small and "
                                      "capital letters. Give one another name and pack them anew."),
                                   file->name);
  if (file->size < 0 || file->size > SEL_PACKAGE_MOST_FILE_MEBIBYTES * MEBIBYTE)
    return sel_package_job_refuse (job, error,
                                   _ ("“%s” is larger than 2 GiB, the most that a file in a "
                                      "package can be. Split it."),
                                   file->name);
  if (!sel_form_sha256.matches (file->sha256))
    return sel_package_job_refuse (job, error,
                                   _ ("The SHA-256 of “%s” is none. Ask its sender to make the "
                                      "package with Selaras."),
                                   file->name);
  return TRUE;
}

static gboolean
check_size (const SelPackageManifest *manifest, const SelPackageJob *job, GError **error)
{
  gint64 total = 0;

  for (guint i = 0; i < manifest->files->len; i++)
    {
      const SelPackageFile *file = g_ptr_array_index (manifest->files, i);

      total += file->size; /* each is bounded, and so is their number */
    }

  return total <= SEL_PACKAGE_MOST_MEBIBYTES * MEBIBYTE ||
         sel_package_job_refuse (job, error,
                                 _ ("Its files are larger than %u MiB together, the most that a "
                                    "package can hold. Make several smaller ones."),
                                 SEL_PACKAGE_MOST_MEBIBYTES);
}

/**
 * sel_package_rules_check:
 * @manifest: from whoever
 *
 * Returns: %FALSE with %SEL_PACKAGE_ERROR_REFUSED when a package may not hold that
 */
gboolean
sel_package_rules_check (const SelPackageManifest *manifest,
                         const SelPackageJob *job,
                         GError **error)
{
  g_autoptr (GHashTable) folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean has_exchange = FALSE;

  /* The names that the package needs for itself. */
  g_hash_table_add (folded, dup_folded (SEL_PACKAGE_MANIFEST));
  g_hash_table_add (folded, dup_folded (SEL_PACKAGE_SIGNATURE));

  if (manifest->files->len > SEL_PACKAGE_MOST_FILES)
    return sel_package_job_refuse (job, error,
                                   _ ("It has more than 65,000 files, the most of a package. "
                                      "Make several smaller ones."));

  for (guint i = 0; i < manifest->files->len; i++)
    {
      const SelPackageFile *file = g_ptr_array_index (manifest->files, i);

      if (!check_file (file, folded, job, error))
        return FALSE;
      has_exchange |= g_str_equal (file->name, manifest->exchange);
    }

  if (!has_exchange)
    return sel_package_job_refuse (job, error,
                                   _ ("Its exchange file is not among its files. Ask its sender "
                                      "for it again."));
  return check_size (manifest, job, error);
}
