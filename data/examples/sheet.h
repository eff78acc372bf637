/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pile of A4 pages that is written from top to bottom. */
#pragma once

#include <pango/pangocairo.h>

/* A4, in points. */
#define PAGE_WIDTH 595.276
#define PAGE_HEIGHT 841.89
#define MARGIN_LEFT 79.0
#define MARGIN_RIGHT 68.0
#define MARGIN_TOP 74.0
#define MARGIN_BOTTOM 68.0
#define TEXT_WIDTH (PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT)
#define TEXT_BOTTOM (PAGE_HEIGHT - MARGIN_BOTTOM)

/* Between paragraphs, and from a label to its text. */
#define GAP 7.0
#define STEP 24.0

#define ROW_MAX 8

typedef struct
{
  cairo_t *cairo; /* borrowed */
  PangoFontDescription *font;
  double y;           /* where the next thing goes */
  guint page;         /* the number of the page, from 1 */
  double left, width; /* of the column, which is the page unless there are two */
  gboolean has_columns;
  gboolean is_right;     /* in the second of two */
  double columns_top;    /* where they begin on this page */
  double columns_end;    /* how far down the first goes */
  const char *header;    /* borrowed, or NULL */
  const char *footer;    /* borrowed, or NULL */
  gboolean has_outlines; /* draws letters as shapes, which no text can be read from */
} Sheet;

/* Pieces of text side by side; it starts as zeros. */
typedef struct
{
  guint n;
  PangoLayout *layouts[ROW_MAX];
  double x[ROW_MAX];
  double width[ROW_MAX];
  double height;
} Row;

void sheet_init (Sheet *self, cairo_t *cairo, const char *font);
void sheet_clear (Sheet *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

void sheet_new_page (Sheet *self);
void sheet_toggle_columns (Sheet *self);
void sheet_ensure_room (Sheet *self, double height);
PangoLayout *sheet_new_layout (Sheet *self,
                               const char *markup,
                               double width,
                               PangoAlignment alignment);
void sheet_show_layout (Sheet *self, PangoLayout *layout, double x);
void sheet_show_paragraph (Sheet *self, const char *label, const char *markup, double indent);
void sheet_show_row (Sheet *self, const Row *row);

void row_add (Row *self,
              Sheet *sheet,
              const char *markup,
              double x,
              double width,
              PangoAlignment alignment);
void row_clear (Row *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)
