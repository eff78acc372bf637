/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One process owns a database file: SQLite before 3.51.3 can corrupt a write-ahead log that two
 * connections write and checkpoint at once, so a second process is kept out altogether. */
#pragma once

#include "store/error.h"

G_BEGIN_DECLS

typedef struct _SelLock SelLock;

SelLock *sel_lock_take (const char *database, GError **error);
gboolean sel_lock_keep_log (SelLock *self, GError **error);
void sel_lock_leave_log (SelLock *self);
void sel_lock_release (SelLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelLock, sel_lock_release)

G_END_DECLS
