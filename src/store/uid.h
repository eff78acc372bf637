/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sel_uid_new (void);
char *sel_uid_new_for_trial (gint64 id);

G_END_DECLS
