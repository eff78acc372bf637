/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import-document.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "confined/descriptor.h"
#include "confined/pdf.h"
#include "confined/whole.h"
#include "exchange/import.h"
#include "store/content.h"

/* Why the file called @name could not be opened. */
static char *
dup_open_reason (const char *name, int number)
{
  if (number == ENOENT)
    return g_strdup_printf (
      _ ("“%s” is missing: it belongs in the folder of the exchange file. Put it there and"
         " import again."),
      name);
  if (number == ELOOP)
    return g_strdup_printf (
      _ ("“%s” is a link, which is not followed. Put the file itself in its place."), name);

  return g_strdup_printf (_ ("“%s” cannot be read: %s."), name, g_strerror (number));
}

/* All of the open file, or NULL with errno; it is cut or grew meanwhile with EIO. */
static GBytes *
read_all (int file, gsize size)
{
  g_autofree char *content = g_try_malloc (size + 1);
  gssize length;

  if (content == NULL)
    {
      errno = ENOMEM;
      return NULL;
    }

  length = sel_read_whole (file, content, size + 1);
  if (length < 0)
    return NULL;
  if (length != (gssize) size)
    {
      errno = EIO;
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&content), size);
}

/* The content of the file @name in @folder, or NULL with the reason. A link, a pipe or a device is
 * never opened for what it leads to. */
static GBytes *
read_file (const char *name, int folder, char **reason)
{
  g_auto (SelDescriptor) file =
    openat (folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  GBytes *bytes;
  struct stat about;

  if (file < 0 || fstat (file, &about) != 0)
    *reason = dup_open_reason (name, errno);
  else if (!S_ISREG (about.st_mode))
    *reason = g_strdup_printf (_ ("“%s” is not a file."), name);
  else if (about.st_size > (goffset) SEL_CONTENT_MOST_MEBIBYTES << 20)
    *reason =
      g_strdup_printf (_ ("“%s” is larger than %u MiB, which is more than the register keeps."),
                       name, SEL_CONTENT_MOST_MEBIBYTES);
  else if ((bytes = read_all (file, (gsize) about.st_size)))
    return bytes;
  else
    *reason = dup_open_reason (name, errno);

  return NULL;
}

/* Holds the number of pages against what the exchange says of it, and notes it where that says
 * nothing. With a password nobody can count them here; the bytes are what was signed all the same.
 */
static gboolean
check_pages (SelDocument *document,
             GBytes *bytes,
             GCancellable *cancellable,
             char **reason,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  guint n_pages;

  if (!sel_pdf_probe (bytes, document->file, cancellable, &n_pages, &local_error))
    {
      if (g_error_matches (local_error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_ENCRYPTED))
        return TRUE;
      if (!sel_import_is_refusal (local_error))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      *reason = g_strdup (local_error->message);
    }
  else if (document->pages == SEL_NO_INTEGER)
    document->pages = n_pages;
  else if (document->pages != n_pages)
    *reason = g_strdup_printf (
      ngettext (
        "“%s” has %u page, not as many as the exchange says. Ask its sender which is right.",
        "“%s” has %u pages, not as many as the exchange says. Ask its sender which is right.",
        n_pages),
      document->file, n_pages);

  return TRUE;
}

/**
 * sel_import_document_read:
 * @document: as the exchange says it; its pages are filled in when it says nothing of them
 * @folder: the open folder of the exchange file
 * @bytes: (out) (transfer full): the content, when there is no @reason
 * @reason: (out) (transfer full): why it is refused, a whole sentence that names the file
 *
 * Reads the PDF of a document and makes sure that it is the one that was sent.
 *
 * Returns: %FALSE when the computer failed, or on cancellation
 */
gboolean
sel_import_document_read (SelDocument *document,
                          int folder,
                          GCancellable *cancellable,
                          GBytes **bytes,
                          char **reason,
                          GError **error)
{
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sha256 = NULL;

  *bytes = NULL;
  *reason = NULL;
  if (!(content = read_file (document->file, folder, reason)))
    return TRUE;

  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (!g_str_equal (sha256, document->sha256))
    {
      *reason = g_strdup_printf (
        _ ("“%s” is not the file that was sent: its SHA-256 is another. Ask its sender for it"
           " again."),
        document->file);
      return TRUE;
    }

  if (!check_pages (document, content, cancellable, reason, error))
    return FALSE;
  if (*reason == NULL)
    *bytes = g_steal_pointer (&content);
  return TRUE;
}
