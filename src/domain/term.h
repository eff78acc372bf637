/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sel_term_end (const GDate *starts_on, guint months, GDate *ends_on);

G_END_DECLS
