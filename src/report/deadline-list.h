/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days that bind the office, as a table and for other programs. */
#pragma once

#include "store/deadlines.h"

G_BEGIN_DECLS

void sel_deadline_list_append_text (GString *page,
                                    GArray *deadlines,
                                    const GDate *today,
                                    guint width);
void sel_deadline_list_append_json (GString *page, GArray *deadlines, const GDate *today);

G_END_DECLS
