/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages for tests, set with a typewriter: letters 6 points wide, lines 16 points apart. */
#pragma once

#include "domain/paper.h"

G_BEGIN_DECLS

#define TYPESET_COLUMNS 78

GPtrArray *typeset_pages (const char *text);
SelPaper *typeset_read (const char *text);
char *typeset_dup_lines (const SelPaper *paper);

G_END_DECLS
