/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char sel_csv_find_delimiter (const char *text, gsize length);

G_END_DECLS
