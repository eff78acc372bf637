/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of one page, from the places of its letters alone: Poppler's own order parts the numbers
 * of paragraphs from their texts. For paper.c. */
#pragma once

#include "domain/page-text.h"

G_BEGIN_DECLS

/* Where a line stands: over the whole page, or in one of two columns. */
typedef enum
{
  SEL_SIDE_BOTH,
  SEL_SIDE_LEFT,
  SEL_SIDE_RIGHT,
} SelSide;

typedef struct
{
  GString *text;
  GArray *letters; /* guint32, one for each byte of the text; SEL_NO_LETTER for a blank between */
  SelRectangle place;
  float left, width; /* of the column */
  SelSide side;
  gboolean is_margin;
} SelPageLine;

GPtrArray *sel_paper_order_lines (const SelPageText *page);
void sel_page_line_free (SelPageLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPageLine, sel_page_line_free)

/* In paper-rows.c: what a page line is made of. */
typedef struct
{
  guint first, n_letters; /* of the page */
  const char *text;       /* (borrowed): where its first letter is */
  SelRectangle place;
  gboolean is_glued; /* to the word before it, whose letters are spaced */
} SelWord;

/* Words that stand together. */
typedef struct
{
  GPtrArray *words; /* (owned): of borrowed SelWords */
  SelRectangle place;
} SelWordPiece;

typedef struct
{
  GPtrArray *pieces; /* of SelWordPiece, from left to right */
  SelRectangle place;
} SelWordRow;

GArray *sel_paper_find_words (const SelPageText *page);
GPtrArray *sel_paper_find_rows (GArray *words);
SelWordRow *sel_word_row_new (void);
void sel_word_row_free (SelWordRow *self);
void sel_word_row_add (SelWordRow *self, SelWordPiece *piece);
SelWordPiece *sel_word_piece_copy (const SelWordPiece *self);
gboolean sel_word_piece_is_label (const SelWordPiece *self);
gboolean sel_word_piece_is_colon (const SelWordPiece *self);

G_END_DECLS
