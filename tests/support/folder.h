/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders that are there for a test. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes an empty one; removes it with all that is in it, and frees its name. */
char *folder_new (void);
void folder_remove (char *take_path);

/* Runs the tests that @add_tests adds with a cache and data folder of their own. */
int folder_run_tests (int *argc, char ***argv, void (*add_tests) (void));

G_END_DECLS
