/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door through which everything is written. An act is what a person did at once: it is
 * one transaction, and leaves in the change log who did it, when, and what was before and after.
 * History, undo, roll-back and the refresh of open windows read that log. */
#pragma once

#include <gio/gio.h>

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

typedef struct _SelAct SelAct;

typedef enum
{
  SEL_ACT_FORM,
  SEL_ACT_IMPORT,
  SEL_ACT_UNDO,
  SEL_ACT_REVEAL,
  SEL_ACT_EXPORT,
  SEL_ACT_MERGE, /* of two records that are one */
  SEL_ACT_PLAN,  /* what was decided of an import to come, and that two records are two */
} SelActSource;

#define SEL_N_ACT_SOURCES (SEL_ACT_PLAN + 1)

/* Beside the types of record, what sel_act_get_touched() may name: the logs of imports and exports,
 * and what waits for a word about them. */
#define SEL_TOUCHED_EXCHANGES (1u << 31)

/* As the log has them. */
extern const char *const sel_act_source_names[SEL_N_ACT_SOURCES];

SelAct *sel_act_begin (SelConnection *connection, SelActSource source, GError **error);
void sel_act_free (SelAct *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelAct, sel_act_free)

const char *sel_act_get_actor (void);
gint64 sel_act_get_id (const SelAct *self);
SelConnection *sel_act_get_connection (const SelAct *self);
guint32 sel_act_get_touched (const SelAct *self);
void sel_act_set_exchange (SelAct *self, gint64 exchange);
void sel_act_touch_exchanges (SelAct *self);
void sel_act_note_mended (SelAct *self, const SelRecordType *type);
guint32 sel_act_get_mended (const SelAct *self);
void sel_act_set_line (SelAct *self, gint64 line);
void sel_act_set_undoes (SelAct *self, gint64 act);
void sel_act_set_why (SelAct *self, const char *why);
void sel_act_set_trial (SelAct *self);
void sel_act_let_cancel (SelAct *self, GCancellable *cancellable);
gboolean sel_act_mark (SelAct *self, const char *file, GError **error);

gboolean sel_act_insert (SelAct *self, const SelRecordType *type, gpointer record, GError **error);
gboolean sel_act_restore (SelAct *self, const SelRecordType *type, gpointer record, GError **error);
gboolean sel_act_update (SelAct *self, const SelRecordType *type, gpointer record, GError **error);
gboolean sel_act_delete (SelAct *self, const SelRecordType *type, gint64 id, GError **error);
gboolean sel_act_remove_run (SelAct *self,
                             const SelRecordType *type,
                             gint64 first,
                             gint64 last,
                             guint64 *n_removed,
                             GError **error);
gboolean sel_act_note_merge (SelAct *self,
                             const SelRecordType *type,
                             gint64 stays,
                             gint64 goes,
                             GError **error);
gboolean sel_act_make_index (SelAct *self, const char *name, GError **error);
gboolean sel_act_commit (SelAct *self, GError **error);

G_END_DECLS
