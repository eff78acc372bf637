/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to ask about the text of a document: a mark in the margin of the page, beside the
 * line, which says it to whoever points at it. */
#pragma once

#include <gtk/gtk.h>

#include "ui/pages/page-layout.h"

G_BEGIN_DECLS

typedef struct
{
  guint page; /* from 0 */
  float y;    /* points, of the line's middle */
  char *message;
} SelPageNote;

SelPageNote *sel_page_note_new (guint page, float y, const char *message);
void sel_page_note_free (SelPageNote *self);

void sel_page_notes_draw (GPtrArray *notes,
                          GtkSnapshot *snapshot,
                          const SelPageLayout *layout,
                          guint page);
char *sel_page_notes_dup_text (GPtrArray *notes, const SelPageLayout *layout, double x, double y);

G_END_DECLS
