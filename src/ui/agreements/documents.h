/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDFs of the agreement that is shown: their rows, the one that is open beside the record, and
 * how another is added. */
#pragma once

#include "store/agreement-view.h"
#include "ui/pages/document-view.h"
#include "ui/records/row-group.h"

G_BEGIN_DECLS

#define SEL_TYPE_DOCUMENT_LOADER (sel_document_loader_get_type ())
G_DECLARE_FINAL_TYPE (SelDocumentLoader, sel_document_loader, SEL, DOCUMENT_LOADER, GObject)

SelDocumentLoader *sel_document_loader_new (SelOffice *office,
                                            SelRowGroup *group,
                                            SelDocumentView *view);
gboolean sel_document_loader_open (SelDocumentLoader *self, GArray *documents);
void sel_document_loader_show_page (SelDocumentLoader *self,
                                    gboolean is_listed,
                                    const char *sha256,
                                    const char *file,
                                    guint page,
                                    const char *words);
void sel_document_loader_list (SelDocumentLoader *self, GArray *documents);
void sel_document_loader_add (SelDocumentLoader *self,
                              gint64 agreement,
                              SelDocumentKind kind);

void sel_document_refuse (SelDocumentView *view, const char *file, const GError *error);
char *sel_document_dup_kind (const SelAgreementDocument *document);

G_END_DECLS
