/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that the user has selected, from a letter of one page to a letter of that or another one.
 * The text of a page is read when the pointer first comes upon it. */
#pragma once

#include <gtk/gtk.h>

#include "ui/pages/page-layout.h"

G_BEGIN_DECLS

typedef struct _SelPageSelection SelPageSelection;

typedef enum
{
  SEL_SELECT_LETTERS,
  SEL_SELECT_WORDS,
  SEL_SELECT_LINES,
} SelSelectUnit;

SelPageSelection *sel_page_selection_new (GtkWidget *widget);
void sel_page_selection_free (SelPageSelection *self);

void sel_page_selection_set_document (SelPageSelection *self, SelPdf *pdf);
void sel_page_selection_renew (SelPageSelection *self, SelPdf *pdf);

gboolean sel_page_selection_is_on_text (SelPageSelection *self,
                                        const SelPageLayout *layout,
                                        double x,
                                        double y);
void sel_page_selection_begin (SelPageSelection *self,
                               const SelPageLayout *layout,
                               double x,
                               double y,
                               SelSelectUnit unit);
void sel_page_selection_extend (SelPageSelection *self,
                                const SelPageLayout *layout,
                                double x,
                                double y);
void sel_page_selection_take_page (SelPageSelection *self, guint page);
void sel_page_selection_clear (SelPageSelection *self);

char *sel_page_selection_dup_text (SelPageSelection *self);
void sel_page_selection_draw (SelPageSelection *self,
                              GtkSnapshot *snapshot,
                              const SelPageLayout *layout,
                              guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPageSelection, sel_page_selection_free)

G_END_DECLS
