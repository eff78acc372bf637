/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A first look at somebody's table: its first rows, which of them is the header, and how it would
 * be read. It waits: call it off the main loop. */
#pragma once

#include "exchange/mapping.h"

G_BEGIN_DECLS

/* The header is among so many rows; above it may be a title. */
#define SEL_ROSTER_LOOK_ROWS 50

typedef struct
{
  guint number; /* from 1, as a spreadsheet counts */
  guint n_cells;
  SelCell *cells;
} SelLookRow;

typedef struct
{
  SelSheetKind kind;
  guint delimiter;
  SelSheetEncoding encoding;
  GStrv sheets;
  guint sheet;
  GPtrArray *rows;     /* of SelLookRow, those that are not empty */
  guint header;        /* place of the header among them; their number when there is none */
  SelMapping *mapping; /* proposed, without sender and defaults */
} SelRosterLook;

SelRosterLook *sel_roster_look (const char *path,
                                const SelSheetLayout *layout,
                                const SelRosterKind *kind,
                                GCancellable *cancellable,
                                GError **error);
void sel_roster_look_free (SelRosterLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelRosterLook, sel_roster_look_free)

void sel_roster_look_take_header (SelRosterLook *self, guint header);
gboolean sel_roster_look_fits (const SelRosterLook *self, const SelMapping *mapping);
void sel_roster_look_take_mapping (SelRosterLook *self, const SelMapping *mapping);
int sel_roster_look_find_column (const SelRosterLook *self, const SelRosterColumn *column);
guint sel_roster_look_count_lost_niks (const SelRosterLook *self, guint *n_niks);
char *sel_roster_look_dup_value (const SelRosterLook *self,
                                 const SelLookRow *row,
                                 const SelRosterColumn *column,
                                 GError **error);

SelLookRow *sel_look_row_new (const SelSheetRow *row);
void sel_look_row_free (gpointer row);
guint sel_roster_find_header (const GPtrArray *rows, const SelMapping *mapping);
int sel_roster_find_cell (const SelLookRow *header, const char *text);
gboolean sel_roster_niks_are_cut (const GPtrArray *rows, guint header, int cell);

G_END_DECLS
