/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Selaras that was built but not installed finds what belongs to it in its build folder. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sel_uninstalled_dup_folder (const char *name);

G_END_DECLS
