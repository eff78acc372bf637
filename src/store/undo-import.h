/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking back all that one exchange file did to the register, as one act. What it added goes, and
 * what it changed goes back. What was changed again since, or is needed by others, is kept and
 * named; it is for a person to decide. */
#pragma once

#include <gio/gio.h>

#include "store/act.h"

G_BEGIN_DECLS

/* Kept records beyond these are only counted. */
#define SEL_UNDO_MOST_KEPT 10000

typedef enum
{
  SEL_KEPT_CHANGED, /* it, or the field, was changed again since */
  SEL_KEPT_IN_USE,  /* records that stay refer to it */
  SEL_KEPT_TAKEN,   /* what it would go back to is another's by now, or gone */
} SelKeptReason;

typedef struct
{
  const SelRecordType *type;
  gint64 record;
  char *key;             /* what the sender calls it; NULL where that is not known */
  gint64 line;           /* of the file; 0 where that is not known */
  const SelField *field; /* that did not go back; NULL when it is the whole record */
  SelKeptReason reason;
} SelKept;

typedef struct
{
  char *file;
  char *sender_name;
  guint64 n_removed; /* records that it had added */
  guint64 n_reset;   /* records in which at least one field went back */
  guint64 n_kept;    /* records that stay, wholly or in part, as they are */
  char *follower;    /* the newest file of that sender that came in after it; NULL for none */
  GPtrArray *kept;   /* of SelKept, at most SEL_UNDO_MOST_KEPT */
} SelUndoneImport;

typedef void (*SelUndoProgressFunc) (double fraction, gpointer user_data);

SelUndoneImport *sel_undone_import_new (void);
void sel_undone_import_free (SelUndoneImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelUndoneImport, sel_undone_import_free)

char *sel_kept_dup_reason (const SelKept *kept);
char *sel_undone_import_dup_remark (const SelUndoneImport *self);

gboolean sel_undo_import (SelAct *undo,
                          gint64 exchange,
                          SelUndoneImport *outcome,
                          SelUndoProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
