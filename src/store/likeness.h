/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that may be the same as others under another name: people of one name and birth date,
 * partners and cohorts of one name, agreements with one number. They are found when an import has
 * written all of its records, within its act: those that are new, and those that are called otherwise
 * since. */
#pragma once

#include <gio/gio.h>

#include "store/act.h"

G_BEGIN_DECLS

/* By which people are looked for; it has to be there. */
#define SEL_LIKENESS_INDEX "participant_by_birth"

/* Pairs beyond these are not looked for. */
#define SEL_LIKENESS_MOST_PAIRS 1000000

/* Two records of one type that may be one. */
typedef struct
{
  const SelRecordType *type;
  gint64 one;   /* the older */
  gint64 other; /* the newer */
} SelLikeness;

/* What an act adds or calls otherwise, as far as it matters here. */
typedef struct _SelNewcomers SelNewcomers;

SelNewcomers *sel_newcomers_new (void);
void sel_newcomers_free (SelNewcomers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelNewcomers, sel_newcomers_free)

void sel_newcomers_add (SelNewcomers *self, const SelRecordType *type, gconstpointer record);
void sel_newcomers_add_changed (SelNewcomers *self,
                                const SelRecordType *type,
                                gconstpointer before,
                                gconstpointer after);
gboolean sel_newcomers_is_new (const SelNewcomers *self, const SelRecordType *type, gint64 record);

GArray *sel_likeness_find (SelConnection *connection,
                           const SelNewcomers *newcomers,
                           gboolean *is_cut,
                           GCancellable *cancellable,
                           GError **error);

guint32 sel_likeness_get_types (void);
GArray *sel_likeness_list_open (SelConnection *connection, guint most, GError **error);
gboolean sel_likeness_put (SelAct *act,
                           const SelLikeness *likeness,
                           gboolean is_two,
                           GError **error);

G_END_DECLS
