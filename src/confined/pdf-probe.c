/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pdf.h"

#include <errno.h>
#include <string.h>

#include "confined/descriptor.h"
#include "confined/memory-file.h"
#include "confined/pdf-answers.h"
#include "confined/process.h"
#include "confined/protocol.h"

/* All pages of a PDF have no more text than this; a book of a thousand pages has 3 MiB. */
#define MOST_BYTES_OF_TEXT (64u << 20)

/* Opens @bytes in a process of its own, which answers the calling thread. */
static SelConfinedProcess *
open_and_wait (GBytes *bytes,
               const char *name,
               GCancellable *cancellable,
               GArray **sizes,
               GError **error)
{
  g_autoptr (SelConfinedProcess) process = NULL;
  g_auto (SelDescriptor) file = -1;
  g_autofree char *title = NULL;
  SelFrame answer;

  if (g_bytes_get_size (bytes) > SEL_PDF_MAX_BYTES)
    {
      sel_pdf_set_too_large (error, name);
      return NULL;
    }

  file = sel_memory_file_new_copy (bytes);
  if (file < 0)
    {
      sel_confined_set_system_error (error, name, errno);
      return NULL;
    }

  process = sel_confined_process_spawn (SEL_CONFINED_PROBE_PDF, -1, name, error);
  if (!process)
    return NULL;

  sel_frame_put_text (sel_confined_process_begin (process, SEL_FRAME_PDF_OPEN), NULL);
  if (!sel_confined_process_ask (process, file, error) ||
      !sel_confined_process_read (process, &answer, cancellable, error) ||
      !sel_pdf_answer_opened (&answer, name, FALSE, &title, sizes, error))
    return NULL;

  return g_steal_pointer (&process);
}

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
  g_autoptr (GArray) sizes = NULL;
  g_autoptr (SelConfinedProcess) process =
    open_and_wait (bytes, name, cancellable, &sizes, error);

  if (!process)
    return FALSE;

  *n_pages = sizes->len;
  return TRUE;
}

/* Questions that are out at a time, so that the process never waits for the next one. */
#define AHEAD 8

static gboolean
ask_for_words (SelConfinedProcess *process, guint page, GError **error)
{
  sel_frame_put_u32 (sel_confined_process_begin (process, SEL_FRAME_PDF_WORDS), page);
  return sel_confined_process_ask (process, -1, error);
}

static char *
read_words (SelConfinedProcess *process,
           const char *name,
           guint page,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  SelFrame answer;
  char *text;

  if (!sel_confined_process_read (process, &answer, cancellable, error))
    return NULL;

  text = sel_pdf_answer_words (&answer, name, page, &local_error);
  if (text || g_error_matches (local_error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DAMAGED))
    return text ? text : g_strdup ("");

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * sel_pdf_read_texts:
 * @bytes: what should be a PDF
 * @name: what its user calls it, for sentences
 * @func: (nullable): what is to be done with each text, while the next pages are being read
 * @texts: (out) (transfer full): of each page; "" where there is none, or the page is damaged
 *
 * Reads what stands on the pages, in a confined process of its own. For a worker thread: it waits.
 *
 * Returns: %FALSE with a sentence, as sel_pdf_probe()
 */
gboolean
sel_pdf_read_texts (GBytes *bytes,
                    const char *name,
                    SelPdfTextFunc func,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GStrv *texts,
                    GError **error)
{
  g_autoptr (GArray) sizes = NULL;
  g_autoptr (SelConfinedProcess) process = open_and_wait (bytes, name, cancellable, &sizes, error);
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (g_free);
  gsize n_bytes = 0;
  guint n_pages;
  guint n_asked = 0;

  if (process == NULL)
    return FALSE;

  n_pages = sizes->len;
  for (guint i = 0; i < n_pages; i++)
    {
      char *text;

      for (; n_asked < MIN (n_pages, i + AHEAD); n_asked++)
        if (!ask_for_words (process, n_asked, error))
          return FALSE;
      if (!(text = read_words (process, name, i, cancellable, error)))
        return FALSE;
      g_ptr_array_add (read, text);
      n_bytes += strlen (text);
      if (n_bytes > MOST_BYTES_OF_TEXT)
        {
          sel_pdf_set_too_large (error, name);
          return FALSE;
        }
      if (func)
        func (text, user_data);
    }

  g_ptr_array_add (read, NULL);
  *texts = (GStrv) g_ptr_array_steal (read, NULL);
  return TRUE;
}

/* A page that cannot be read has no text; others may. */
static SelPageText *
read_page (SelConfinedProcess *process,
           const char *name,
           guint page,
           const SelPdfSize *size,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  SelPageText *text = NULL;
  SelFrame answer;

  sel_frame_put_u32 (sel_confined_process_begin (process, SEL_FRAME_PDF_TEXT), page);
  if (!sel_confined_process_ask (process, -1, error) ||
      !sel_confined_process_read (process, &answer, cancellable, error))
    return NULL;

  text = sel_pdf_answer_text (&answer, name, page, size, &local_error);
  if (g_error_matches (local_error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DAMAGED))
    return sel_page_text_new (size->width, size->height, "", NULL);
  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return text;
}

/**
 * sel_pdf_read_pages:
 * @bytes: what should be a PDF
 * @name: what its user calls it, for sentences
 * @pages: (out) (transfer full) (element-type SelPageText): the text of each page, which has no
 *   letters where the page has none or is damaged
 *
 * Reads all text of a PDF, in a confined process of its own.
 * For a worker thread: it waits.
 *
 * Returns: %FALSE with a sentence; %SEL_CONFINED_ERROR_ENCRYPTED when it may well be a PDF, but
 *   has a password
 */
gboolean
sel_pdf_read_pages (GBytes *bytes,
                    const char *name,
                    GCancellable *cancellable,
                    GPtrArray **pages,
                    GError **error)
{
  g_autoptr (GArray) sizes = NULL;
  g_autoptr (SelConfinedProcess) process =
    open_and_wait (bytes, name, cancellable, &sizes, error);
  g_autoptr (GPtrArray) read = NULL;
  guint n_letters = 0;

  if (!process)
    return FALSE;

  read = g_ptr_array_new_full (sizes->len, (GDestroyNotify) sel_page_text_free);
  for (guint i = 0; i < sizes->len; i++)
    {
      const SelPdfSize *size = &g_array_index (sizes, SelPdfSize, i);
      SelPageText *page = read_page (process, name, i, size, cancellable, error);

      if (!page)
        return FALSE;

      g_ptr_array_add (read, page);
      n_letters += page->n_letters;
      if (n_letters > SEL_PDF_MAX_ALL_LETTERS)
        {
          sel_pdf_set_too_much_text (error, name);
          return FALSE;
        }
    }

  *pages = g_steal_pointer (&read);
  return TRUE;
}
