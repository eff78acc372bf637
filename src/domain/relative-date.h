/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a day is from today. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sel_relative_date_dup (const GDate *date, int days);
char *sel_relative_date_dup_distance (int days);

G_END_DECLS
