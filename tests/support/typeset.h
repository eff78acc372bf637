/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages for tests, set with a typewriter: letters 6 points wide, lines 16 points apart. */
#pragma once

#include "domain/reading.h"

G_BEGIN_DECLS

#define TYPESET_COLUMNS 78

GPtrArray *typeset_pages (const char *text);
SelReading *typeset_read (const char *text);
char *typeset_dup_lines (const SelReading *reading);

G_END_DECLS
