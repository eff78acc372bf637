/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comma-separated values as RFC 4180 has them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sel_csv_append_row (GString *csv, const char *const *cells, guint n_cells);

G_END_DECLS
