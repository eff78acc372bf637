/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pdf-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "confined/memory-file.h"
#include "confined/pdf-answers.h"

G_DEFINE_FINAL_TYPE (SelPdf, sel_pdf, G_TYPE_OBJECT)

/* As many as always fit the bytes that a reader takes. */
#define MAX_CHARACTERS ((glong) SEL_PDF_MAX_WORDS / 6)

/* A process with its libraries loaded and its doors closed, for the next document. */
static SelConfinedProcess *spare;
static gboolean keeps_spare;

/**
 * sel_pdf_warm_up:
 *
 * Starts a process that waits for the next document to be opened, and from now on another one each
 * time that one is in use and has drawn a page: the next document then opens in a fraction of the
 * time. For a program that is about to show documents; call it from the main loop when it is idle.
 */
void
sel_pdf_warm_up (void)
{
  keeps_spare = TRUE;
  sel_pdf_keep_warm ();
}

/* If that fails, so will the next opening, and tell why. */
void
sel_pdf_keep_warm (void)
{
  if (keeps_spare && !spare)
    spare = sel_confined_process_spawn (SEL_CONFINED_SHOW_PDF, -1, "", NULL);
}

static SelConfinedProcess *
take_process (const char *name, GError **error)
{
  g_autoptr (SelConfinedProcess) process = g_steal_pointer (&spare);

  if (!process || !sel_confined_process_is_alive (process))
    return sel_confined_process_spawn (SEL_CONFINED_SHOW_PDF, -1, name, error);

  sel_confined_process_set_name (process, name);
  return g_steal_pointer (&process);
}

static void
sel_pdf_finalize (GObject *object)
{
  SelPdf *self = SEL_PDF (object);

  g_assert (!self->asked && !self->opening_cancelled); /* a question holds its PDF */
  g_clear_pointer (&self->process, sel_confined_process_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->sizes, g_array_unref);
  g_free (self->title);
  g_free (self->name);
  G_OBJECT_CLASS (sel_pdf_parent_class)->finalize (object);
}

static void
sel_pdf_class_init (SelPdfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sel_pdf_finalize;
}

static void
sel_pdf_init (SelPdf *self)
{
  self->fatal_page = G_MAXUINT;
  g_queue_init (&self->pages);
  g_queue_init (&self->others);
}

static gboolean
opening_cancelled_cb (G_GNUC_UNUSED GCancellable *cancellable, gpointer user_data)
{
  sel_pdf_close (user_data);
  return G_SOURCE_REMOVE;
}

/* Who changes their mind while a document opens should not pay for the rest of it. */
static void
watch_cancel (SelPdf *self, GCancellable *cancellable)
{
  self->opening_cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (self->opening_cancelled, G_SOURCE_FUNC (opening_cancelled_cb),
                         self, NULL);
  g_source_attach (self->opening_cancelled, g_main_context_get_thread_default ());
}

static void
copied_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  SelPdfQuestion *question = g_task_get_task_data (task);
  g_autoptr (SelPdf) self = g_object_ref (question->opened);
  gssize file = g_task_propagate_int (G_TASK (result), NULL);

  if (file < 0)
    sel_confined_set_system_error (&error, self->name, (int) -file);
  else
    {
      question->file = (int) file;
      self->process = take_process (self->name, &error);
    }

  if (error)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  sel_confined_process_watch (self->process, sel_pdf_answered_cb, self);
  if (g_task_get_cancellable (task))
    watch_cancel (self, g_task_get_cancellable (task));
  sel_pdf_ask (self, task);
}

static void
copy_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                gpointer task_data,
                G_GNUC_UNUSED GCancellable *cancellable)
{
  int file = sel_memory_file_new_copy (task_data);

  g_task_return_int (task, file >= 0 ? file : -errno);
}

/**
 * sel_pdf_open_async:
 * @name: what its user calls the document, for sentences
 * @password: (nullable): the document's, when the first try has asked for it
 *
 * Opens a PDF in a confined process of its own.
 */
void
sel_pdf_open_async (GBytes *bytes,
                    const char *name,
                    const char *password,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) copying = NULL;
  SelPdfQuestion *question = sel_pdf_question_new (SEL_FRAME_PDF_OPEN, 0);
  GError *error = NULL;

  g_task_set_task_data (task, question, (GDestroyNotify) sel_pdf_question_free);
  question->words = g_strdup (password);
  question->opened = g_object_new (SEL_TYPE_PDF, NULL);
  question->opened->name = g_strdup (name);

  if (g_bytes_get_size (bytes) > SEL_PDF_MAX_BYTES)
    {
      sel_pdf_set_too_large (&error, name);
      g_task_return_error (task, error);
      return;
    }

  copying = g_task_new (NULL, NULL, copied_cb, g_steal_pointer (&task));
  g_task_set_task_data (copying, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (copying, copy_in_thread);
}

/**
 * sel_pdf_open_finish:
 *
 * Returns: (transfer full) (nullable): the open document; or %SEL_CONFINED_ERROR_ENCRYPTED when it
 *   takes a password
 */
SelPdf *
sel_pdf_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sel_pdf_close:
 *
 * Ends the process at once, whatever it does. All that is asked for is cancelled.
 */
void
sel_pdf_close (SelPdf *self)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "closed");

  sel_pdf_die (self, error);
}

guint
sel_pdf_get_n_pages (SelPdf *self)
{
  return self->sizes->len;
}

/* The page that was being drawn when the process ended; G_MAXUINT if none was. */
guint
sel_pdf_get_fatal_page (SelPdf *self)
{
  return self->fatal_page;
}

/**
 * sel_pdf_get_title:
 *
 * Returns: (nullable): the title that the document gives itself
 */
const char *
sel_pdf_get_title (SelPdf *self)
{
  return self->title;
}

/**
 * sel_pdf_get_page_size:
 * @width: (out): in points
 * @height: (out): in points
 *
 * Gets the size of a page as it is to be seen. One that cannot be shown has the size of A4, for
 * the sentence in its place.
 */
void
sel_pdf_get_page_size (SelPdf *self, guint page, double *width, double *height)
{
  const SelPdfSize a4 = { 595, 842 };
  const SelPdfSize *size;

  g_return_if_fail (page < self->sizes->len);

  size = &g_array_index (self->sizes, SelPdfSize, page);
  if (size->width == 0)
    size = &a4;
  *width = size->width;
  *height = size->height;
}

static gboolean
is_within (const SelPdfPart *part, double width, double height)
{
  return part->width > 0 && part->height > 0 && part->x + part->width <= width &&
         part->y + part->height <= height;
}

/* The pixels of a page, or of a part of it; or a sentence. */
static gboolean
measure (SelPdf *self,
         SelPdfQuestion *question,
         double scale,
         const SelPdfPart *part,
         GError **error)
{
  const SelPdfSize *size = &g_array_index (self->sizes, SelPdfSize, question->page);
  const double width = floor (MAX (1, size->width * scale) + 0.5);
  const double height = floor (MAX (1, size->height * scale) + 0.5);
  const double drawn_width = part ? part->width : width;
  const double drawn_height = part ? part->height : height;

  if (size->width == 0)
    {
      g_propagate_error (error, sel_pdf_error_for_page (self->name, question->page));
      return FALSE;
    }
  if (drawn_width > SEL_PDF_MAX_SIDE_PIXELS || drawn_height > SEL_PDF_MAX_SIDE_PIXELS ||
      drawn_width * drawn_height > SEL_PDF_MAX_PIXELS ||
      MAX (width, height) > SEL_PDF_MAX_WHOLE_SIDE)
    {
      g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TOO_LARGE,
                   /* Translators: %u is the number of a page, %s the name of a file. */
                   _ ("Page %u of “%s” is too large to be shown at this size. Zoom out."),
                   question->page + 1, self->name);
      return FALSE;
    }

  g_assert (!part || is_within (part, width, height));
  question->whole_width = (guint) width;
  question->whole_height = (guint) height;
  question->part = part ? *part : (SelPdfPart){ 0, 0, (guint) width, (guint) height };
  return TRUE;
}

static GTask *
new_task (SelPdf *self,
          SelPdfQuestion *question,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, question, (GDestroyNotify) sel_pdf_question_free);
  return task;
}

/**
 * sel_pdf_render_async:
 * @scale: pixels for each point, 96.0 / 72.0 for the usual screen
 *
 * Draws a page. It is as many pixels wide as its width times @scale, to the nearest.
 */
void
sel_pdf_render_async (SelPdf *self,
                      guint page,
                      double scale,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  sel_pdf_render_part_async (self, page, scale, SEL_PDF_PLAIN, NULL, cancellable, callback,
                             user_data);
}

/**
 * sel_pdf_render_part_async:
 * @scale: pixels for each point
 * @style: how
 * @part: (nullable): what of it; within the page
 *
 * Draws a part of a page. For sel_pdf_render_finish() too.
 */
void
sel_pdf_render_part_async (SelPdf *self,
                           guint page,
                           double scale,
                           SelPdfStyle style,
                           const SelPdfPart *part,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  SelPdfQuestion *question = sel_pdf_question_new (SEL_FRAME_PDF_RENDER, page);
  g_autoptr (GTask) task = new_task (self, question, cancellable, callback, user_data);
  GError *error = NULL;

  g_return_if_fail (page < self->sizes->len && scale > 0);

  question->style = style;
  if (measure (self, question, scale, part, &error))
    sel_pdf_ask (self, task);
  else
    g_task_return_error (task, error);
}

/**
 * sel_pdf_render_finish:
 *
 * Returns: (transfer full) (nullable): the page
 */
SelPixels *
sel_pdf_render_finish (SelPdf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sel_pdf_search_async:
 * @words: at least a character; the case of letters does not matter
 *
 * Looks for @words on each page, without holding up the pages that are drawn in between. Words
 * that go on in the next line make a hit of each line. It ends when it has found 1000.
 */
void
sel_pdf_search_async (SelPdf *self,
                      const char *words,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  SelPdfQuestion *question = sel_pdf_question_new (SEL_FRAME_PDF_SEARCH, 0);
  g_autoptr (GTask) task = new_task (self, question, cancellable, callback, user_data);

  g_return_if_fail (words && *words);

  question->words = g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), MAX_CHARACTERS));
  question->hits = sel_pdf_hits_new ();
  sel_pdf_ask (self, task);
}

/**
 * sel_pdf_search_finish:
 *
 * Returns: (transfer full) (nullable) (element-type SelPdfHit): the hits, page after page
 */
GArray *
sel_pdf_search_finish (SelPdf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sel_pdf_read_page_text_async:
 *
 * Reads the text of a page, with the place of each letter.
 */
void
sel_pdf_read_page_text_async (SelPdf *self,
                              guint page,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  SelPdfQuestion *question = sel_pdf_question_new (SEL_FRAME_PDF_TEXT, page);
  g_autoptr (GTask) task = new_task (self, question, cancellable, callback, user_data);

  g_return_if_fail (page < self->sizes->len);

  sel_pdf_ask (self, task);
}

/**
 * sel_pdf_read_page_text_finish:
 *
 * Returns: (transfer full) (nullable): the text, with no letters where the page has none
 */
SelPageText *
sel_pdf_read_page_text_finish (SelPdf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
