/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of paper with tables and text on them: laid out once, on any thread, and then drawn by
 * cairo, into a PDF or on a printer. Lengths are points. Texts are markup for Pango. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* ISO 216. */
#define SEL_PAPER_A4_SHORT 595.28
#define SEL_PAPER_A4_LONG 841.89

#define SEL_PAPER_MOST_COLUMNS 8

typedef struct _SelPaper SelPaper;

SelPaper *sel_paper_new (double width, double height, double font_size);
void sel_paper_free (SelPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPaper, sel_paper_free)

void sel_paper_begin (SelPaper *self,
                      const char *title,
                      const char *left,
                      const char *right);
void sel_paper_set_most_lines (SelPaper *self, int lines);
void sel_paper_begin_table (SelPaper *self,
                            const char *const *labels,
                            const double *shares,
                            guint n_columns);
void sel_paper_end_table (SelPaper *self);
void sel_paper_add_row (SelPaper *self, char *const *cells);
void sel_paper_add_band (SelPaper *self, const char *text);
void sel_paper_add_text (SelPaper *self, const char *text);
void sel_paper_end (SelPaper *self);

const char *sel_paper_get_title (SelPaper *self);
double sel_paper_get_width (SelPaper *self);
double sel_paper_get_height (SelPaper *self);
guint sel_paper_get_n_pages (SelPaper *self);
void sel_paper_draw (SelPaper *self, guint page, cairo_t *cairo);
gboolean sel_paper_write_pdf (SelPaper *self,
                              int file,
                              const char *name,
                              int *done,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
