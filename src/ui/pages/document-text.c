/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/document-text.h"

#include "confined/pdf.h"

/* Agreements, with all their annexes, are shorter. Of what somebody files beside them, only so much is
 * looked through for articles and terms; the search finds the rest. */
#define MOST_PAGES 500u
#define MOST_LETTERS (2u << 20)

typedef struct
{
  GBytes *bytes;
  char *name;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

void
sel_document_text_free (SelDocumentText *self)
{
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->found, sel_found_agreement_free);
  g_clear_pointer (&self->paper, sel_paper_free);
  g_free (self);
}

static void
keep_first (GPtrArray *pages)
{
  guint n_letters = 0;
  guint n = 0;

  while (n < MIN (pages->len, MOST_PAGES))
    {
      const SelPageText *page = g_ptr_array_index (pages, n);

      if (page->n_letters > MOST_LETTERS - n_letters)
        break;
      n_letters += page->n_letters;
      n++;
    }
  g_ptr_array_set_size (pages, (int) n);
}

/* What @pages, of SelPageText, say; they may be none. Of very many, the first are kept. */
SelDocumentText *
sel_document_text_new (GPtrArray *pages)
{
  SelDocumentText *self = g_new0 (SelDocumentText, 1);

  self->n_pages = pages->len;
  keep_first (pages);
  self->paper = sel_paper_new (pages);
  self->found = sel_found_agreement_new (self->paper);
  self->remarks = sel_proofreader_read (self->paper, self->found);
  return self;
}

static void
read_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Question *question = task_data;
  g_autoptr (GPtrArray) pages = NULL;
  GError *error = NULL;

  if (!sel_pdf_read_pages (question->bytes, question->name, cancellable, &pages, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_return_pointer (task, sel_document_text_new (pages),
                         (GDestroyNotify) sel_document_text_free);
}

/**
 * sel_document_text_read_async:
 * @name: what its user calls it, for sentences
 */
void
sel_document_text_read_async (GBytes *bytes,
                              const char *name,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->bytes = g_bytes_ref (bytes);
  question->name = g_strdup (name);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * sel_document_text_read_finish:
 *
 * Returns: (transfer full) (nullable): what was read; with no lines where the PDF has no text
 */
SelDocumentText *
sel_document_text_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
