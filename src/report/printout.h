/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of paper with tables and text on them: laid out once, on any thread, and then drawn by
 * cairo, into a PDF or on a printer. Lengths are points. Texts are markup for Pango. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* ISO 216. */
#define SEL_PRINTOUT_A4_SHORT 595.28
#define SEL_PRINTOUT_A4_LONG 841.89

#define SEL_PRINTOUT_MOST_COLUMNS 16

/* A column of a table, which takes its share of the width. */
typedef struct
{
  const char *label; /* (nullable): in all columns of a table, which then has no heads */
  double share;
  gboolean is_figures; /* which line up on the right */
} SelPrintoutColumn;

/* @n of @n_pages are drawn; on the thread that draws. */
typedef void (*SelPrintoutProgressFunc) (guint n, guint n_pages, gpointer user_data);

typedef struct _SelPrintout SelPrintout;

SelPrintout *sel_printout_new (double width, double height, double font_size);
void sel_printout_free (SelPrintout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPrintout, sel_printout_free)

void sel_printout_begin (SelPrintout *self,
                         const char *title,
                         const char *left,
                         const char *right);
void sel_printout_set_most_lines (SelPrintout *self, int lines);
void sel_printout_begin_table (SelPrintout *self,
                               const SelPrintoutColumn *columns,
                               guint n_columns);
void sel_printout_end_table (SelPrintout *self);
void sel_printout_add_row (SelPrintout *self, char *const *cells);
void sel_printout_add_band (SelPrintout *self, const char *text);
void sel_printout_add_text (SelPrintout *self, const char *text);
void sel_printout_end (SelPrintout *self);

const char *sel_printout_get_title (SelPrintout *self);
double sel_printout_get_width (SelPrintout *self);
double sel_printout_get_height (SelPrintout *self);
guint sel_printout_get_n_pages (SelPrintout *self);
void sel_printout_draw (SelPrintout *self, guint page, cairo_t *cairo);
gboolean sel_printout_write_pdf (SelPrintout *self,
                                 int file,
                                 const char *name,
                                 SelPrintoutProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
