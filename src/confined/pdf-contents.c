/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pdf-contents.h"

#include <string.h>

#include "confined/pdf-private.h"

static void
ask (SelPdf *self,
     SelPdfQuestion *question,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, question, (GDestroyNotify) sel_pdf_question_free);
  sel_pdf_ask (self, task);
}

/* Lists the SelPdfLinks of a page, what is on top last. */
void
sel_pdf_list_links_async (SelPdf *self,
                          guint page,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (page < sel_pdf_get_n_pages (self));

  ask (self, sel_pdf_question_new (SEL_FRAME_PDF_LINKS, page), cancellable, callback, user_data);
}

/* Lists the SelPdfBookmarks of the document, each before those that are below it. */
void
sel_pdf_list_bookmarks_async (SelPdf *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  ask (self, sel_pdf_question_new (SEL_FRAME_PDF_OUTLINE, 0), cancellable, callback, user_data);
}

/**
 * sel_pdf_list_signatures_async:
 * @issuers: the certificates that the office trusts, PEM; may be ""
 *
 * Lists the SelPdfSignatures of the document.
 */
void
sel_pdf_list_signatures_async (SelPdf *self,
                               const char *issuers,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  SelPdfQuestion *question = sel_pdf_question_new (SEL_FRAME_PDF_SIGNATURES, 0);

  g_return_if_fail (strlen (issuers) <= SEL_PDF_MAX_ISSUERS);

  question->words = g_strdup (issuers);
  ask (self, question, cancellable, callback, user_data);
}

/**
 * sel_pdf_list_finish:
 *
 * Returns: (transfer full) (nullable): what was listed
 */
GPtrArray *
sel_pdf_list_finish (SelPdf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
