/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF beside its record: its pages with their tools, or the sentence that tells why there are
 * none. The file is read by a confined process; whatever becomes of that, the window goes on.
 *
 * Its signal "drawn" tells that the first page of a document is on the screen, as sharp as it will
 * be. Its properties "page" (from 1; 0 for none) and "n-pages" can be watched. */
#pragma once

#include <gtk/gtk.h>

#include "domain/paper.h"
#include "ui/office.h"
#include "ui/pages/page-drawing.h"

G_BEGIN_DECLS

#define SEL_TYPE_DOCUMENT_VIEW (sel_document_view_get_type ())
G_DECLARE_FINAL_TYPE (SelDocumentView, sel_document_view, SEL, DOCUMENT_VIEW, GtkWidget)

/* What is shown, as it came. */
typedef struct
{
  SelOffice *office;
  GBytes *bytes;
  char *name;     /* of the file, for sentences and for copies of it */
  char *password; /* or NULL */
} SelOpenDocument;

void sel_document_view_attach (SelDocumentView *self, SelOffice *office);
void sel_document_view_set_loading (SelDocumentView *self);
void sel_document_view_show (SelDocumentView *self, GBytes *pdf, const char *name);
void sel_document_view_refuse (SelDocumentView *self, const char *title, const char *sentence);
void sel_document_view_find (SelDocumentView *self);
const char *sel_document_view_get_article (SelDocumentView *self);
void sel_document_view_show_article (SelDocumentView *self, const char *number);
void sel_document_view_look_up (SelDocumentView *self, guint page, const char *words);
void sel_document_view_show_places (SelDocumentView *self, GArray *places);

void sel_document_view_mark (SelDocumentView *self, GArray *places, SelMarkStyle style);
void sel_document_view_go_to (SelDocumentView *self, guint mark, const SelPlace *place);

const SelOpenDocument *sel_document_view_get_document (SelDocumentView *self);
guint sel_document_view_get_page (SelDocumentView *self);
guint sel_document_view_get_n_pages (SelDocumentView *self);

G_END_DECLS
