/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For paper.c: lines of page heads and feet. */
#pragma once

#include "domain/paper-order.h"

G_BEGIN_DECLS

void sel_paper_mark_margins (GPtrArray *pages, GPtrArray *lines_of_pages);

G_END_DECLS
