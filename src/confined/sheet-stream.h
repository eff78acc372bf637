/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody's table, read by the confined reader and taken here row by row: a CSV file, a sheet of a
 * workbook, or an IMS Enterprise file. A stream is used in the thread that made it. */
#pragma once

#include <gio/gio.h>

#include "confined/sheet-protocol.h"

G_BEGIN_DECLS

/* How a table is to be read; what is 0 or NULL is found. */
typedef struct
{
  char *sheet; /* its name */
  guint delimiter;
  SelSheetEncoding encoding;
} SelSheetLayout;

/* What the reader found. */
typedef struct
{
  SelSheetKind kind;
  guint delimiter;           /* of a CSV file */
  SelSheetEncoding encoding; /* likewise */
  GStrv sheets;              /* the names of those of a workbook; empty for others */
  guint sheet;               /* the one that is read */
} SelSheetFound;

/* Lent until the next is asked for. */
typedef struct
{
  guint number; /* from 1, as a spreadsheet counts; 0 at the end */
  guint n_cells;
  const SelCell *cells;
} SelSheetRow;

typedef struct _SelSheetStream SelSheetStream;

/* @fraction of the file, 0 to 1, is read. */
typedef void (*SelSheetProgressFunc) (double fraction, gpointer user_data);

SelSheetStream *sel_sheet_stream_new (int file,
                                      const char *name,
                                      const SelSheetLayout *layout,
                                      gint64 n_wanted,
                                      GCancellable *cancellable,
                                      GError **error);
SelSheetStream *sel_sheet_stream_new_for_path (const char *path,
                                               const SelSheetLayout *layout,
                                               gint64 n_wanted,
                                               GCancellable *cancellable,
                                               GError **error);
void sel_sheet_stream_free (SelSheetStream *self);
void sel_sheet_stream_set_progress (SelSheetStream *self,
                                    SelSheetProgressFunc progress,
                                    gpointer user_data);

const SelSheetFound *sel_sheet_stream_get_found (SelSheetStream *self);
gint64 sel_sheet_stream_get_modified (SelSheetStream *self);
gboolean sel_sheet_stream_next (SelSheetStream *self,
                                SelSheetRow *row,
                                GCancellable *cancellable,
                                GError **error);
double sel_sheet_stream_get_progress (SelSheetStream *self);

const char *sel_sheet_encoding_name (SelSheetEncoding encoding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelSheetStream, sel_sheet_stream_free)

G_END_DECLS
