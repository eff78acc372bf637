/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document is made of, beside its pages: the articles, and what the proofreader would ask.
 * A click goes to the place. The text is read when somebody looks at the list, or stays with the
 * document.
 *
 * Its signal "chosen" has the places that are to be shown: a GArray of SelPlace. */
#pragma once

#include "ui/pages/document-text.h"
#include "ui/pages/page-view.h"

G_BEGIN_DECLS

#define SEL_TYPE_DOCUMENT_CONTENTS (sel_document_contents_get_type ())
G_DECLARE_FINAL_TYPE (SelDocumentContents,
                      sel_document_contents,
                      SEL,
                      DOCUMENT_CONTENTS,
                      GtkWidget)

void sel_document_contents_set_document (SelDocumentContents *self,
                                         GBytes *pdf,
                                         const char *name);
void sel_document_contents_read_at_rest (SelDocumentContents *self);
const SelDocumentText *sel_document_contents_get_text (SelDocumentContents *self);
const char *sel_document_contents_get_article (SelDocumentContents *self, guint page);
void sel_document_contents_show_article (SelDocumentContents *self, const char *number);

G_END_DECLS
