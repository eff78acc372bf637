/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int sel_age_on (const GDate *birth_date, const GDate *on);

G_END_DECLS
