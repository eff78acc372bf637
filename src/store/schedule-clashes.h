/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For schedule.c alone. */
#pragma once

#include "store/schedule.h"

G_BEGIN_DECLS

gboolean sel_schedule_find_clashes (SelConnection *connection, GArray *sessions, GError **error);

G_END_DECLS
