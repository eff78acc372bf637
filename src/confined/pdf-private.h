/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between pdf.c, which is asked, and pdf-questions.c, which asks the confined process. */
#pragma once

#include "confined/descriptor.h"
#include "confined/pdf.h"
#include "confined/process.h"

G_BEGIN_DECLS

struct _SelPdf
{
  GObject parent_instance;

  char *name;
  char *title;
  GArray *sizes; /* SelPdfSize, one a page */

  SelConfinedProcess *process;
  GError *error;    /* why there is no process any more … */
  guint fatal_page; /* … and what it drew then, or G_MAXUINT */

  GTask *asked;  /* the question whose answer is awaited */
  GQueue pages;  /* GTasks: pages to draw, which somebody looks at … */
  GQueue others; /* … come before searches and texts */
  GSource *opening_cancelled;
};

/* What a GTask of these is about. */
typedef struct
{
  SelFrameKind kind;
  guint page;
  SelPdfStyle style;
  guint whole_width, whole_height; /* of the pixels of the page … */
  SelPdfPart part;                 /* … and of those that are drawn */
  SelDescriptor file;              /* the PDF, or the memory for the pixels */
  char *words;                     /* what is searched for, the password, or issuers */
  GArray *hits;
  SelPdf *opened; /* (owned) what the question to open is to return */
} SelPdfQuestion;

SelPdfQuestion *sel_pdf_question_new (SelFrameKind kind, guint page);
void sel_pdf_question_free (SelPdfQuestion *self);

void sel_pdf_ask (SelPdf *self, GTask *task);
void sel_pdf_answered_cb (SelFrame *answer, const GError *end, gpointer user_data);
void sel_pdf_die (SelPdf *self, const GError *error);
void sel_pdf_keep_warm (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPdfQuestion, sel_pdf_question_free)

G_END_DECLS
