/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "confined/sheet-protocol.h"

G_BEGIN_DECLS

char *sel_sheet_problem_dup_sentence (SelSheetProblem problem, const char *detail);

G_END_DECLS
