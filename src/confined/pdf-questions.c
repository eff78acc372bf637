/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pdf-private.h"

#include <errno.h>

#include "confined/memory-file.h"
#include "confined/pdf-answers.h"

static void ask_next (SelPdf *self);

SelPdfQuestion *
sel_pdf_question_new (SelFrameKind kind, guint page)
{
  SelPdfQuestion *self = g_new0 (SelPdfQuestion, 1);

  self->kind = kind;
  self->page = page;
  self->file = -1;
  return self;
}

void
sel_pdf_question_free (SelPdfQuestion *self)
{
  if (self->file >= 0)
    close (self->file);
  g_free (self->words);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_object (&self->opened);
  g_free (self);
}

static void
stop_watching_cancel (SelPdf *self)
{
  if (self->opening_cancelled)
    g_source_destroy (self->opening_cancelled);
  g_clear_pointer (&self->opening_cancelled, g_source_unref);
}

static gboolean
is_drawing (GTask *task)
{
  return ((SelPdfQuestion *) g_task_get_task_data (task))->kind == SEL_FRAME_PDF_RENDER;
}

/**
 * sel_pdf_die:
 *
 * No process, no answers: tells all who wait.
 */
void
sel_pdf_die (SelPdf *self, const GError *error)
{
  g_autoptr (SelPdf) kept = g_object_ref (self);
  g_autoptr (GTask) asked = g_steal_pointer (&self->asked);

  stop_watching_cancel (self);
  g_clear_pointer (&self->process, sel_confined_process_free);
  if (!self->error)
    self->error = g_error_copy (error);

  if (asked && is_drawing (asked))
    self->fatal_page = ((SelPdfQuestion *) g_task_get_task_data (asked))->page;
  if (asked)
    g_task_return_error (asked, g_error_copy (self->error));
  ask_next (self);
}

static gboolean
is_about_page (const SelPdfQuestion *question)
{
  return question->kind != SEL_FRAME_PDF_OPEN && question->kind != SEL_FRAME_PDF_OUTLINE &&
         question->kind != SEL_FRAME_PDF_SIGNATURES;
}

static void
put_drawing (SelFrameWriter *frame, const SelPdfQuestion *question)
{
  sel_frame_put_u32 (frame, question->style);
  sel_frame_put_u32 (frame, question->whole_width);
  sel_frame_put_u32 (frame, question->whole_height);
  sel_frame_put_u32 (frame, question->part.x);
  sel_frame_put_u32 (frame, question->part.y);
  sel_frame_put_u32 (frame, question->part.width);
  sel_frame_put_u32 (frame, question->part.height);
}

static gboolean
put_question (SelPdf *self, SelPdfQuestion *question, GError **error)
{
  const SelPdfPart *part = &question->part;
  SelFrameWriter *frame;

  if (question->kind == SEL_FRAME_PDF_RENDER)
    {
      question->file = sel_memory_file_new_blank ((gsize) part->width * part->height * 4);
      if (question->file < 0)
        {
          sel_confined_set_system_error (error, self->name, errno);
          return FALSE;
        }
    }

  frame = sel_confined_process_begin (self->process, question->kind);
  if (is_about_page (question))
    sel_frame_put_u32 (frame, question->page);
  if (question->kind == SEL_FRAME_PDF_RENDER)
    put_drawing (frame, question);
  if (question->kind == SEL_FRAME_PDF_OPEN || question->kind == SEL_FRAME_PDF_SEARCH ||
      question->kind == SEL_FRAME_PDF_SIGNATURES)
    sel_frame_put_text (frame, question->words);
  return TRUE;
}

static GTask *
take_next (SelPdf *self)
{
  GTask *task = g_queue_pop_head (&self->pages);

  return task ? task : g_queue_pop_head (&self->others);
}

/* Asks the next question, if none is open. Without a process, all of them get its error. */
static void
ask_next (SelPdf *self)
{
  while (!self->asked)
    {
      g_autoptr (GTask) task = take_next (self);
      g_autoptr (GError) error = NULL;

      if (!task)
        return;
      if (g_task_return_error_if_cancelled (task))
        continue;

      if (self->error)
        g_task_return_error (task, g_error_copy (self->error));
      else if (!put_question (self, g_task_get_task_data (task), &error))
        g_task_return_error (task, g_steal_pointer (&error));
      else
        {
          SelPdfQuestion *question = g_task_get_task_data (task);

          self->asked = g_object_ref (task);
          if (!sel_confined_process_ask (self->process, question->file, &error))
            sel_pdf_die (self, error);
        }
    }
}

static gboolean
take_opened (SelPdf *self, GTask *task, SelFrame *answer, GError **error)
{
  SelPdfQuestion *question = g_task_get_task_data (task);

  stop_watching_cancel (self);
  if (!sel_pdf_answer_opened (answer, self->name, question->words != NULL,
                              &self->title, &self->sizes, error))
    return FALSE;

  g_task_return_pointer (task, g_steal_pointer (&question->opened), g_object_unref);
  return TRUE;
}

static gboolean
take_pixels (SelPdf *self, GTask *task, SelFrame *answer, GError **error)
{
  SelPdfQuestion *question = g_task_get_task_data (task);
  g_autoptr (GBytes) bytes = NULL;
  SelPixels *pixels;

  if (!sel_pdf_answer_rendered (answer, self->name, question->page, error))
    return FALSE;

  bytes = sel_memory_file_freeze (question->file);
  if (!bytes) /* the reader holds on to what it has given away */
    {
      g_propagate_error (error, sel_confined_error_new (SEL_CONFINED_ERROR_PROTOCOL, self->name));
      return FALSE;
    }

  pixels = sel_pixels_new (bytes, question->part.width, question->part.height);
  g_task_return_pointer (task, pixels, (GDestroyNotify) sel_pixels_unref);
  sel_pdf_keep_warm ();
  return TRUE;
}

/* A search goes back into the queue after each page, so that pages are drawn in between. */
static gboolean
take_hits (SelPdf *self, GTask *task, SelFrame *answer, GError **error)
{
  SelPdfQuestion *question = g_task_get_task_data (task);

  if (!sel_pdf_answer_hits (answer, self->name, question->page, question->hits, error))
    return FALSE;

  question->page++;
  if (question->page < self->sizes->len && question->hits->len < SEL_PDF_MAX_HITS)
    g_queue_push_tail (&self->others, g_object_ref (task));
  else
    g_task_return_pointer (task, g_steal_pointer (&question->hits),
                           (GDestroyNotify) g_array_unref);
  return TRUE;
}

static gboolean
take_text (SelPdf *self, GTask *task, SelFrame *answer, GError **error)
{
  SelPdfQuestion *question = g_task_get_task_data (task);
  const SelPdfSize *size = &g_array_index (self->sizes, SelPdfSize, question->page);
  SelPageText *text = sel_pdf_answer_text (answer, self->name, question->page, size, error);

  if (text)
    g_task_return_pointer (task, text, (GDestroyNotify) sel_page_text_free);
  return text != NULL;
}

static gboolean
take_list (SelPdf *self, GTask *task, SelFrame *answer, GError **error)
{
  SelPdfQuestion *question = g_task_get_task_data (task);
  GPtrArray *list = sel_pdf_answer_list (answer, question->kind, self->name, question->page,
                                         self->sizes->len, error);

  if (list)
    g_task_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref);
  return list != NULL;
}

static gboolean
take_answer (SelPdf *self, GTask *task, SelFrame *answer, GError **error)
{
  SelPdfQuestion *question = g_task_get_task_data (task);

  switch (question->kind)
    {
    case SEL_FRAME_PDF_OPEN:
      return take_opened (self, task, answer, error);
    case SEL_FRAME_PDF_RENDER:
      return take_pixels (self, task, answer, error);
    case SEL_FRAME_PDF_SEARCH:
      return take_hits (self, task, answer, error);
    case SEL_FRAME_PDF_TEXT:
      return take_text (self, task, answer, error);
    default:
      return take_list (self, task, answer, error);
    }
}

/**
 * sel_pdf_answered_cb:
 *
 * Takes an answer of the process, or its end: a SelConfinedFunc.
 */
void
sel_pdf_answered_cb (SelFrame *answer, const GError *end, gpointer user_data)
{
  g_autoptr (SelPdf) self = g_object_ref (user_data);
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  if (end || !self->asked)
    {
      error = sel_confined_error_new (SEL_CONFINED_ERROR_PROTOCOL, self->name);
      sel_pdf_die (self, end ? end : error);
      return;
    }

  task = g_steal_pointer (&self->asked);
  if (!take_answer (self, task, answer, &error))
    {
      if (g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_PROTOCOL))
        sel_pdf_die (self, error);
      g_task_return_error (task, g_steal_pointer (&error));
    }
  ask_next (self);
}

/**
 * sel_pdf_ask:
 * @task: with a SelPdfQuestion; it is asked when its turn comes
 */
void
sel_pdf_ask (SelPdf *self, GTask *task)
{
  SelPdfQuestion *question = g_task_get_task_data (task);
  GQueue *queue = question->kind == SEL_FRAME_PDF_RENDER ? &self->pages : &self->others;

  g_queue_push_tail (queue, g_object_ref (task));
  ask_next (self);
}
