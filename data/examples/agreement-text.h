/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an agreement begins with lines of "key: value" and an empty line:
 *
 *   title: Perjanjian Kerja Sama …      of the PDF, as are the next two
 *   author: Balai …
 *   date: 2025-10-11                    the day it was made, so that each build gives the same PDF
 *   emblems: 5 #1f4e79, 8 #7a1f1f       a polygon for each institution: its sides and its colour
 *   columns: 6 44 25 25                 widths of a table, in hundredths of the text
 *   header: Paraf | Naskah …            above the text of each page but the first, footer: below
 *                                       that of each; # is the number of the page
 *   font: Liberation Sans 11            instead of what ministries print in
 *   scan: yes                           shapes of letters without their text
 *
 * Then come blocks. A mark at the start of a line opens one, the lines after it go on with it, and
 * an empty line ends it; without a mark it is a paragraph. "|" parts a block into pieces, and
 * Pango markup, such as <b>, works everywhere.
 *
 *   # Pasal 1 | JUDUL                   heading: centred bold lines, kept with what follows
 *   < piece | piece                     the same at the left
 *   : Jabatan | Kepala …                a row of a form
 *   & kiri | kanan                      side by side, as the languages of a pair
 *   = piece | piece                     centred lines
 *   (1) text, 1. text, a. text, - text  a paragraph with its number or letter in the margin
 *   1. NAME | office and so on          an official: the name, and beside it what it stands for
 *   | cell | cell                       a row of the table; each run of rows starts with its head
 *   > PIHAK KEDUA, | OFFICE | NAME      a signature; those that follow each other share the width
 *   ---                                 a new page
 *   ===                                 two columns from here on, or one again
 *
 * Two spaces before the mark move a block in by one step. */
#pragma once

#include <glib.h>

#define AGREEMENT_MAX_PIECES 8

typedef struct
{
  guint depth;
  char *mark; /* NULL for a paragraph without one */
  GString *text;
} AgreementBlock;

typedef struct
{
  char *title;
  char *author;
  char *date;
  char *emblems; /* or NULL */
  char *columns; /* or NULL, as are those that follow */
  char *header;
  char *footer;
  char *font;
  char *scan;
  GPtrArray *blocks;
} AgreementText;

AgreementText *agreement_text_read (const char *path, GError **error);
void agreement_text_free (AgreementText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreementText, agreement_text_free)

gboolean agreement_block_has_mark (const AgreementBlock *self, const char *mark);
GStrv agreement_block_pieces (const AgreementBlock *self);
