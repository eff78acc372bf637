/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader's answers about a PDF mean, once they have been checked. A sound answer that says
 * no is an error of any code but SEL_CONFINED_ERROR_PROTOCOL: after that one, trust the reader no
 * more. */
#pragma once

#include <glib.h>

#include "confined/frame.h"
#include "confined/pdf.h"
#include "confined/protocol.h"
#include "domain/page-text.h"

G_BEGIN_DECLS

typedef struct
{
  double width, height; /* points; 0 where the page cannot be shown */
} SelPdfSize;

gboolean sel_pdf_answer_is (SelFrame *answer,
                            SelFrameKind kind,
                            const char *name,
                            guint page,
                            GError **error);
gboolean sel_pdf_answer_opened (SelFrame *answer,
                                const char *name,
                                gboolean has_password,
                                char **title,
                                GArray **sizes,
                                GError **error);
gboolean sel_pdf_answer_rendered (SelFrame *answer, const char *name, guint page, GError **error);
GArray *sel_pdf_hits_new (void);
gboolean sel_pdf_answer_hits (SelFrame *answer,
                              const char *name,
                              guint page,
                              GArray *hits,
                              GError **error);
char *sel_pdf_answer_words (SelFrame *answer, const char *name, guint page, GError **error);
SelPageText *sel_pdf_answer_text (SelFrame *answer,
                                  const char *name,
                                  guint page,
                                  const SelPdfSize *size,
                                  GError **error);

GPtrArray *sel_pdf_answer_list (SelFrame *answer,
                                SelFrameKind question,
                                const char *name,
                                guint page,
                                guint n_pages,
                                GError **error);

GError *sel_pdf_error_for_page (const char *name, guint page);
void sel_pdf_set_too_large (GError **error, const char *name);
void sel_pdf_set_too_much_text (GError **error, const char *name);

G_END_DECLS
