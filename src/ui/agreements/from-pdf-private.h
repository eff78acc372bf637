/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between from-pdf.c, which fills in the form, from-pdf-places.c, which shows where its values
 * stand, from-pdf-parts.c and from-pdf-part.c, which have the rows of what is added with it, and
 * from-pdf-write.c, which adds it. */
#pragma once

#include "domain/agreement-family.h"
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

/* The id by which a party names the partner that is written with it. */
#define SEL_PDF_NEW_PARTNER -1

/* A part of the agreement as it is to be written: see domain/found-records.h for what it refers
 * to. The document has no record until then. */
typedef struct
{
  SelPdfDraft *draft; /* borrowed */
  const SelRecordType *type;
  gpointer record;
  gpointer partner;               /* (nullable): of a party, when it is new */
  guint number;                   /* among those of its type that were found, from 0 */
  gboolean is_due_said;           /* a person has said when it is due, and how often */
  SelSpan span;                   /* where it stands */
  GtkWidget *row, *check, *mark;  /* borrowed … */
  GtkWidget *place, *new_partner; /* … and nullable */
} SelDraftPart;

struct _SelPdfDraft
{
  GObject parent_instance;

  SelOffice *office;
  GtkWidget *page; /* weak: of the agreements */
  SelPatience *patience;
  SelPdfRead *read;
  SelDocumentView *view; /* weak: the pages beside the form */
  SelRecordForm *form;   /* weak */
  GPtrArray *parts;      /* of SelDraftPart: parties, scope items, obligations, the document */
  GPtrArray *places;     /* of borrowed buttons in the form: the values to look at, in its order */
  GtkLabel *to_look_at;  /* borrowed, as the rest of the line about them */
  GtkWidget *next;
};

SelDocumentView *sel_pdf_draft_add_view (SelPdfDraft *self, SelRecordForm *form);
GtkWidget *sel_pdf_draft_new_place_button (SelPdfDraft *self, SelDocumentView *view, SelSpan span);
void sel_pdf_draft_note_place (SelPdfDraft *self, GtkWidget *button);
void sel_pdf_draft_note_look (SelPdfDraft *self, GtkWidget *button);
void sel_pdf_draft_add_count (SelPdfDraft *self);
void sel_pdf_draft_tell_unseen (SelPdfDraft *self);
char *sel_pdf_draft_dup_said (gpointer self);

void sel_pdf_draft_add_parts (SelPdfDraft *self);
void sel_pdf_draft_note_change (SelPdfDraft *self);
void sel_pdf_draft_follow_first_day (SelPdfDraft *self, const GDate *first_day);
char *sel_pdf_draft_dup_twin (SelPdfDraft *self);

#define SEL_DRAFT_PART_KEY "sel-part" /* of a row: its part */

void sel_draft_part_free (SelDraftPart *self);
gboolean sel_draft_part_is_chosen (const SelDraftPart *self);
char *sel_draft_part_dup_title (const SelDraftPart *self);
char *sel_draft_part_dup_problem (const SelDraftPart *self);
void sel_draft_part_refresh (SelDraftPart *self);
void sel_draft_part_correct_cb (GtkWidget *row);
void sel_draft_part_add_partner_cb (GtkWidget *row);

extern const SelFormWith sel_pdf_draft_parts;

G_END_DECLS
