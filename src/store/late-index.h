/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indexes that are cheaper to make anew when very many records have come than to keep meanwhile:
 * a sorted million goes in at once, a million strays one by one. Until they are made again, before
 * the transaction ends, nothing may be looked for by them. That of the NIKs keeps each the only one
 * of its kind: while it is away, a sieve says of each new NIK whether it may be there already, and
 * only then it is made. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* The one that keeps a NIK from being two participants'. */
#define SEL_NIK_INDEX "participant_by_nik"

typedef struct _SelLateIndexes SelLateIndexes;

SelLateIndexes *sel_late_indexes_new (SelConnection *connection);
void sel_late_indexes_free (SelLateIndexes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelLateIndexes, sel_late_indexes_free)

gboolean sel_late_indexes_count_participant (SelLateIndexes *self, GError **error);
gboolean sel_late_indexes_admit_nik (SelLateIndexes *self, const char *nik, GError **error);
gboolean sel_late_indexes_drop (SelLateIndexes *self,
                                const char *table,
                                guint64 n_gone,
                                GError **error);
gboolean sel_late_indexes_make_one (SelLateIndexes *self, const char *name, GError **error);
gboolean sel_late_indexes_make (SelLateIndexes *self, GError **error);

G_END_DECLS
