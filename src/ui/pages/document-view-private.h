/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of SelDocumentView share: document-view.c opens and closes a document and says what
 * stands in the way; document-places.c finds the places in it. */
#pragma once

#include <adwaita.h>

#include "ui/pages/document-contents.h"
#include "ui/pages/document-reader.h"
#include "ui/pages/document-view.h"
#include "ui/pages/page-hits.h"
#include "ui/pages/page-outline.h"
#include "ui/pages/page-search.h"
#include "ui/pages/page-signatures.h"
#include "ui/pages/page-toolbar.h"
#include "ui/pages/side-pane.h"
#include "ui/pages/thumbnails.h"

G_BEGIN_DECLS

struct _SelDocumentView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  SelPageToolbar *toolbar;
  SelPageSearch *search;
  SelPageSignatures *signatures;
  GtkStack *stack;
  SelSidePane *side;
  SelPageView *page_view;
  GtkSpinner *spinner;
  AdwStatusPage *password_page;
  GtkEditable *password_entry;
  AdwStatusPage *trouble_page;
  AdwStatusPage *refused_page;

  SelThumbnails *thumbnails; /* not owned, as the next three: the side pane has them */
  SelDocumentContents *contents;
  SelPageOutline *outline;
  SelPageHits *hits;

  SelOpenDocument document;
  GActionGroup *page_actions; /* inserted where there are pages, or soon will be */
  guint spinner_source;
  guint warm_up_source;

  SelDocumentReader *reader;
  SelPageCache *previews;

  /* Where to go once it is open. */
  guint wanted_page; /* from 1; 0 for nowhere */
  char *wanted_words;
};

void sel_document_view_go_to_wanted (SelDocumentView *self);
void sel_document_view_note_remarks (SelDocumentView *self);

G_END_DECLS
