/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of the domain that statements ask for by name, for SQLite. A rule is here rather than said again
 * in SQL where engines count otherwise: what a month before 31 March is. */
#pragma once

#include <sqlite3.h>

int sel_sql_functions_add (sqlite3 *db);
