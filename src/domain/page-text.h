/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a page, and where on it each letter stands. Letters are Unicode characters, counted
 * from 0; blanks and ends of lines are letters too, though they may cover nothing. Places are in
 * points (1/72 inch) from the page's top left. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  float x, y, width, height;
} SelRectangle;

typedef struct
{
  double width, height; /* of the page; 0 where it cannot be shown */
  char *text;           /* UTF-8; "" where the page has none */
  guint n_letters;
  SelRectangle *places; /* one a letter */
} SelPageText;

SelPageText *sel_page_text_new (double width,
                                double height,
                                const char *text,
                                const SelRectangle *places);
void sel_page_text_free (SelPageText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPageText, sel_page_text_free)

GArray *sel_page_text_dup_rectangles (const SelPageText *self, guint first, guint n_letters);
char *sel_page_text_dup_range (const SelPageText *self, guint first, guint n_letters);
gboolean sel_page_text_find_letter (const SelPageText *self,
                                    double x,
                                    double y,
                                    guint *letter,
                                    double *distance);

void sel_rectangle_join (SelRectangle *self, const SelRectangle *other);

G_END_DECLS
