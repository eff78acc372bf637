/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between from-pdf.c, which fills in the form, and from-pdf-parts.c, which has the parts. */
#pragma once

#include "store/page-lookup.h"
#include "ui/forms/record-form.h"
#include "ui/pages/document-text.h"
#include "ui/pages/document-view.h"
#include "ui/patience.h"

G_BEGIN_DECLS

#define SEL_TYPE_PDF_DRAFT (sel_pdf_draft_get_type ())
G_DECLARE_FINAL_TYPE (SelPdfDraft, sel_pdf_draft, SEL, PDF_DRAFT, GObject)

/* What was read of the file: all that a thread sees. It does not change once the form is open. */
typedef struct
{
  char *name; /* of the file */
  GBytes *bytes;
  SelDocumentText *text;
  SelPageLookup *lookup;
} SelPdfRead;

void sel_pdf_read_unref (SelPdfRead *self);

struct _SelPdfDraft
{
  GObject parent_instance;

  SelOffice *office;
  GtkWidget *page; /* weak: of the agreements */
  SelPatience *patience;
  SelPdfRead *read;
  SelDocumentView *view; /* weak: the pages beside the form */
  GPtrArray *checks;     /* of borrowed GtkCheckButtons in the form, one for each part */
};

GtkWidget *sel_pdf_draft_new_place_button (SelPdfDraft *self, SelSpan span);
char *sel_pdf_draft_dup_twin (SelPdfDraft *self);
void sel_pdf_draft_add_parts (SelPdfDraft *self, SelRecordForm *form);
extern const SelFormWith sel_pdf_draft_parts;

G_END_DECLS
