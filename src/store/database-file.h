/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which file may be opened as a database, and how it becomes one. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* "Sela" in ASCII; SQLite keeps it at offset 68 of the file. */
#define SEL_DATABASE_APPLICATION_ID 0x53656c61

/* The number of the newest file in data/sql. */
#define SEL_DATABASE_VERSION 10

char *sel_database_file_dup_default_path (void);
gboolean sel_database_file_prepare (const char *path, GError **error);
gboolean sel_database_file_migrate (SelConnection *connection, gint64 version, GError **error);

G_END_DECLS
