/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word beside the database, in a file of its own, on the import or the undo of one that goes on.
 * Its process takes it away when that has ended; what the next process still finds there tells what
 * the last one died of. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean sel_unfinished_write (SelConnection *connection,
                               gint64 act,
                               const char *source,
                               const char *file,
                               GError **error);
void sel_unfinished_clear (SelConnection *connection);

char *sel_unfinished_dup_sentence (SelStore *store);
void sel_unfinished_forget (SelStore *store);

G_END_DECLS
