/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The confined reader of the document that is shown. One that ends is nothing that the user need
 * know of: another takes its place. Unless they all end before they have drawn anything, or are not
 * to be trusted.
 *
 * Its signals: "opened" when a document is open; "revived" when the same one is open again, and
 * whoever asked the last reader has to go on with sel_document_reader_get_pdf(); "failed", with the
 * reason, when there is nothing to be shown. */
#pragma once

#include "confined/pdf.h"

G_BEGIN_DECLS

#define SEL_TYPE_DOCUMENT_READER (sel_document_reader_get_type ())
G_DECLARE_FINAL_TYPE (SelDocumentReader, sel_document_reader, SEL, DOCUMENT_READER, GObject)

SelDocumentReader *sel_document_reader_new (void);
void sel_document_reader_open (SelDocumentReader *self,
                               GBytes *bytes,
                               const char *name,
                               const char *password);
void sel_document_reader_close (SelDocumentReader *self);

SelPdf *sel_document_reader_get_pdf (SelDocumentReader *self);
void sel_document_reader_note_end (SelDocumentReader *self, SelPdf *pdf, const GError *error);
void sel_document_reader_note_drawn (SelDocumentReader *self);

G_END_DECLS
