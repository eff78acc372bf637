/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For paper-order.c: columns of a page, and the gaps between them. */
#pragma once

#include "domain/paper-order.h"

G_BEGIN_DECLS

/* No page that anybody reads has more; what does is read line by line. */
#define SEL_MAX_ROWS 1000u
#define SEL_MAX_PIECES 40u

typedef struct
{
  float left, right;
} SelGap;

static inline float
sel_paper_right_of (const SelRectangle *place)
{
  return place->x + place->width;
}

static inline const SelWordRow *
sel_paper_row_at (GPtrArray *rows, guint i)
{
  return g_ptr_array_index (rows, i);
}

static inline const SelWordPiece *
sel_word_row_piece_at (const SelWordRow *row, guint i)
{
  return g_ptr_array_index (row->pieces, i);
}

static inline SelGap
sel_word_row_get_gap (const SelWordRow *row, guint piece)
{
  return (SelGap){ sel_paper_right_of (&sel_word_row_piece_at (row, piece)->place),
                   sel_word_row_piece_at (row, piece + 1)->place.x };
}

gboolean sel_gap_narrow (SelGap *gap, const SelWordRow *row);
float sel_paper_find_pitch (GPtrArray *rows);
SelRectangle sel_paper_find_area (GPtrArray *rows);
GPtrArray *sel_paper_take_side (GPtrArray *rows,
                                guint first,
                                guint end,
                                const SelGap *gap,
                                gboolean left);
gboolean sel_paper_find_columns (GPtrArray *rows,
                                 guint first,
                                 const SelRectangle *area,
                                 SelGap *gap,
                                 guint *end);
guint sel_paper_reach_up (GPtrArray *rows,
                          guint least,
                          guint first,
                          const SelRectangle *area,
                          SelGap *gap);

G_END_DECLS
