/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that takes no more, as far as one process can have it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on no file grows beyond @size, until it ends. */
void no_room_begin (guint size);
void no_room_end (void);

G_END_DECLS
