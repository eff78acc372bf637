/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Landlock lets a process give up the file system for good (Linux 5.13; landlock(7)). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint sel_landlock_get_abi (void);
gboolean sel_landlock_enter (const char *const *readable_folders, GError **error);

G_END_DECLS
