/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pdf.h"

#include <errno.h>

#include "confined/descriptor.h"
#include "confined/memory-file.h"
#include "confined/pdf-answers.h"
#include "confined/process.h"

/**
 * sel_pdf_probe:
 * @bytes: what should be a PDF
 * @name: what its user calls it, for sentences
 * @n_pages: (out): how many pages it has
 *
 * Finds out whether a PDF can be opened, in a confined process of its own.
 * For a worker thread: it waits.
 *
 * Returns: %FALSE with a sentence; %SEL_CONFINED_ERROR_ENCRYPTED when it may well be a PDF, but
 *   has a password
 */
gboolean
sel_pdf_probe (GBytes *bytes,
               const char *name,
               GCancellable *cancellable,
               guint *n_pages,
               GError **error)
{
  g_autoptr (SelConfinedProcess) process = NULL;
  g_auto (SelDescriptor) file = -1;
  g_autofree char *title = NULL;
  g_autoptr (GArray) sizes = NULL;
  SelFrame answer;

  if (g_bytes_get_size (bytes) > SEL_PDF_MAX_BYTES)
    {
      sel_pdf_set_too_large (error, name);
      return FALSE;
    }

  file = sel_memory_file_new_copy (bytes);
  if (file < 0)
    {
      sel_confined_set_system_error (error, name, errno);
      return FALSE;
    }

  process = sel_confined_process_spawn (SEL_CONFINED_PROBE_PDF, -1, name, error);
  if (!process)
    return FALSE;

  sel_frame_put_text (sel_confined_process_begin (process, SEL_FRAME_PDF_OPEN), NULL);
  if (!sel_confined_process_ask (process, file, error) ||
      !sel_confined_process_read (process, &answer, cancellable, error) ||
      !sel_pdf_answer_opened (&answer, name, FALSE, &title, &sizes, error))
    return FALSE;

  *n_pages = sizes->len;
  return TRUE;
}
