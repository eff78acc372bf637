/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sel_term_end (const GDate *starts_on, guint months, GDate *ends_on);
void sel_term_notice_by (const GDate *ends_on, gint64 months, gint64 days, GDate *notice_by);

G_END_DECLS
