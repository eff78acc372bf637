/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the program what the reader of sheets found, in frames of sheet-protocol.h. A row is
 * gathered here cell by cell; empty cells at its end and empty rows are not told. */
#pragma once

#include "confined/channel.h"
#include "confined/sheet-protocol.h"

G_BEGIN_DECLS

typedef struct
{
  SelCellType type;
  gsize end; /* of its text, in that of the row */
} SelToldCell;

typedef struct
{
  SelFrameChannel *channel;
  gboolean is_over; /* there is nothing more to say, or nobody to hear it */
  gint64 n_wanted;  /* rows; 0 for all */
  gint64 n_told;
  gint64 n_read; /* bytes of the file */
  guint row;     /* the number of the one being gathered */

  GString *text; /* of its cells, one after the other */
  GArray *cells; /* of SelToldCell */
  guint n_full;  /* up to the last that is not empty */
} SelSheetTeller;

void sel_sheet_teller_init (SelSheetTeller *self, SelFrameChannel *channel, gint64 n_wanted);
void sel_sheet_teller_clear (SelSheetTeller *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SelSheetTeller, sel_sheet_teller_clear)

void sel_sheet_teller_found (SelSheetTeller *self,
                             SelSheetKind kind,
                             guint delimiter,
                             SelSheetEncoding encoding,
                             guint sheet,
                             const char *const *names);
gboolean sel_sheet_teller_end_cell (SelSheetTeller *self, SelCellType type);
gboolean sel_sheet_teller_add_cell (SelSheetTeller *self, SelCellType type, const char *text);
void sel_sheet_teller_end_row (SelSheetTeller *self);
void sel_sheet_teller_stop (SelSheetTeller *self, SelSheetProblem problem, const char *detail);
void sel_sheet_teller_progress (SelSheetTeller *self, gsize n_more);
void sel_sheet_teller_finish (SelSheetTeller *self);

G_END_DECLS
