/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the text of a PDF says: its articles, what is found in it, and what there is to ask. It is
 * read on a thread, by a confined process of its own. */
#pragma once

#include <gio/gio.h>

#include "domain/proofreader.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_pages;   /* of the document; 0 where it cannot be read */
  SelPaper *paper; /* what is on the first of them */
  SelFoundAgreement *found;
  GPtrArray *remarks; /* of SelRemark */
} SelDocumentText;

SelDocumentText *sel_document_text_new (GPtrArray *pages);
void sel_document_text_read_async (GBytes *bytes,
                                   const char *name,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
SelDocumentText *sel_document_text_read_finish (GAsyncResult *result, GError **error);
void sel_document_text_free (SelDocumentText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelDocumentText, sel_document_text_free)

G_END_DECLS
