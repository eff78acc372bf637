/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of somebody's spreadsheet, as its program typed it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SEL_CELL_EMPTY,
  SEL_CELL_TEXT,
  SEL_CELL_NUMBER,  /* with a decimal point; whole ones have all their digits */
  SEL_CELL_DATE,    /* 2025-10-11, 2025-10-11T09:00, or 09:00 alone */
  SEL_CELL_BOOLEAN, /* true, false */
  SEL_CELL_ERROR,   /* #REF! and the like: a formula that came to nothing */
  SEL_N_CELL_TYPES,
} SelCellType;

typedef struct
{
  SelCellType type;
  const char *text; /* UTF-8; NULL where it is empty */
} SelCell;

G_END_DECLS
