/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that may be those of one person, written by another office or in another decade. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sel_name_fold (const char *name, GString *folded);

G_END_DECLS
