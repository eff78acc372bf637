/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sel_relative_date_dup (const GDate *date, int days);

G_END_DECLS
