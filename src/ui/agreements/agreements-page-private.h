/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the agreements' page share: agreements-page.c shows a record, agreements-actions.c
 * has what can be done with it. */
#pragma once

#include "domain/records.h"
#include "ui/agreements/agreements-page.h"
#include "ui/agreements/documents.h"
#include "ui/agreements/family-tree.h"
#include "ui/pages/document-view.h"
#include "ui/records/field-group.h"
#include "ui/records/record-pane.h"
#include "ui/records/row-group.h"

G_BEGIN_DECLS

struct _SelAgreementsPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  SelRecordPane *pane;
  SelFieldGroup *facts;
  SelRowGroup *findings;
  SelRowGroup *parties;
  SelRowGroup *scope;
  SelRowGroup *obligations;
  SelRowGroup *realisations;
  SelRowGroup *reviews;
  SelRowGroup *amendments;
  GtkWidget *add_amendment;
  GtkWidget *family_group;
  GtkWidget *family_scrolled;
  SelFamilyTree *family;
  GtkLabel *family_rest;
  SelRowGroup *relations;
  SelRowGroup *programmes;
  SelRowGroup *witnesses;
  SelRowGroup *documents;
  SelRowGroup *history;
  SelDocumentView *document_view;

  SelOffice *office;
  SelDocumentLoader *loader;
  SelDocumentKind next_document; /* what a PDF that is added to it is likely to be */
  gint64 next_party;             /* the place of one that is added */
  gint64 next_scope_item;        /* likewise */

  /* What is to be shown next. */
  SelAgreement *agreement;
  SelAgreementView *view;
  guint record_source;
  GCancellable *counting; /* what was done under it */
};

void sel_agreements_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
