/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the confined renderer draws a page, or a part of it. */
#pragma once

#include "confined/pdf-objects.h"

typedef struct
{
  guint style;               /* SelPdfStyle */
  guint whole_width;         /* pixels that the whole page would have … */
  guint whole_height;        /* … */
  guint x, y, width, height; /* … and the part of them that is drawn */
} SelPdfDrawing;

gboolean sel_pdf_draw (Page *page, const SelPdfDrawing *drawing, guint8 *pixels);
