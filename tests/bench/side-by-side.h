/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of participants, and how long xmllint takes to check it: what our own time is held
 * against. The two take turns because the speed of a shared machine moves. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define N_PARTICIPANTS 100000

/* Does what is measured once with the file at @path, and checks that it did. */
typedef void (*WorkFunc) (const char *path);

int side_by_side_run (const char *name, WorkFunc work, double most);

G_END_DECLS
