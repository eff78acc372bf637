/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a document as a person reads it: lines from top to bottom, one column after the
 * other, without what repeats at the head and the foot of its pages. Everything that is read from
 * a page is a range of bytes of this text, and knows its place on the pages by it. */
#pragma once

#include "domain/page-text.h"

G_BEGIN_DECLS

typedef struct
{
  guint page;
  SelRectangle place;
  float left, width; /* of the column in which it stands */
  gsize start, end;  /* bytes of the text; a newline follows */
} SelPaperLine;

typedef struct
{
  GPtrArray *pages; /* of SelPageText */
  char *text;
  gsize length;
  guint32 *letters; /* of each byte of the text: the letter of its page, or SEL_NO_LETTER */
  GArray *lines;    /* of SelPaperLine */
} SelPaper;

#define SEL_NO_LETTER G_MAXUINT32

/* A part of the text; nothing where both ends are the same. */
typedef struct
{
  gsize start, end;
} SelSpan;

/* Where a part of the text stands. */
typedef struct
{
  guint page;
  SelRectangle rectangle;
} SelPlace;

SelPaper *sel_paper_new (GPtrArray *pages);
void sel_paper_free (SelPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPaper, sel_paper_free)

guint sel_paper_find_line (const SelPaper *self, gsize offset);
GArray *sel_paper_dup_places (const SelPaper *self, SelSpan span);
SelSpan sel_paper_snap (const SelPaper *self, SelSpan span);
char *sel_paper_dup_text (const SelPaper *self, SelSpan span);
gboolean sel_paper_line_is_centred (const SelPaper *self, guint line);

G_END_DECLS
