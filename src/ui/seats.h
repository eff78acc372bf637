/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sel_seats_dup_display (gint64 filled, gint64 capacity);

G_END_DECLS
