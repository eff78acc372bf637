/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the turns of the main loop of this process are, in microseconds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From now on each turn counts, and those before do not; called once and again. */
void sel_loop_turns_begin (void);

/* The longest until now, the one that goes on among them. */
gint64 sel_loop_turns_get_longest (void);

G_END_DECLS
