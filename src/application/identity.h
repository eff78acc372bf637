/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which process owns a database: each file has a name of its own on the session bus. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sel_database_dup_canonical_path (const char *path, const char *folder);
char *sel_application_dup_id (const char *database);

G_END_DECLS
