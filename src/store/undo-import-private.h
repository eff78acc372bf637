/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/undo-import.h"

G_BEGIN_DECLS

/* An import on its way out. */
typedef struct
{
  SelAct *undo;              /* borrowed */
  SelConnection *connection; /* borrowed */
  gint64 exchange;
  gint64 act; /* that took the file in */
  char *sender;
  SelUndoneImport *outcome; /* borrowed */
  SelUndoProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable; /* borrowed, may be NULL */
  guint64 n_all;             /* records to look at */
  guint64 n_done;
  GHashTable *kept[SEL_N_RECORD_TYPES]; /* ids of the records that stay as a whole */
} SelUndoImport;

gboolean sel_undo_import_keep (SelUndoImport *self,
                               const SelRecordType *type,
                               gint64 record,
                               SelKeptReason reason,
                               GError **error);
gboolean sel_undo_import_keep_field (SelUndoImport *self,
                                     const SelRecordType *type,
                                     gint64 record,
                                     gint64 line,
                                     const SelField *field,
                                     SelKeptReason reason,
                                     GError **error);
gboolean sel_undo_import_keep_survivor (SelUndoImport *self,
                                        const SelRecordType *type,
                                        gint64 gone,
                                        gint64 line,
                                        GError **error);
gboolean sel_undo_import_go_on (SelUndoImport *self, guint64 n_more, GError **error);

gboolean sel_undo_import_reset_fields (SelUndoImport *self, GError **error);
gboolean sel_undo_import_remove_added (SelUndoImport *self, GError **error);

G_END_DECLS
