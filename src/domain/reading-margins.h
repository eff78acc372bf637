/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For reading.c: lines of page heads and feet. */
#pragma once

#include "domain/reading-order.h"

G_BEGIN_DECLS

void sel_reading_mark_margins (GPtrArray *pages, GPtrArray *lines_of_pages);

G_END_DECLS
