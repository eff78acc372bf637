/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs of the register that a person goes through, and the two records of one of them. Either may
 * have become part of another since the pairs were listed. */
#pragma once

#include "store/likeness.h"
#include "ui/merge/pair-view.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *pairs;  /* of SelLikeness */
  gint64 seen[2]; /* the versions of the two that were read last */
} SelKeptPairs;

void sel_kept_pairs_clear (SelKeptPairs *self);
const SelLikeness *sel_kept_pairs_get (const SelKeptPairs *self, guint at);
gboolean sel_kept_pairs_forget_gone (SelKeptPairs *self,
                                     SelConnection *connection,
                                     guint *at,
                                     GError **error);
gboolean sel_kept_pairs_read (SelKeptPairs *self,
                              SelConnection *connection,
                              guint at,
                              char ***one,
                              char ***other,
                              GError **error);
gpointer sel_kept_pairs_dup_chosen (const SelKeptPairs *self,
                                    SelConnection *connection,
                                    guint at,
                                    SelPairView *view,
                                    GError **error);

G_END_DECLS
