/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/act.h"

G_BEGIN_DECLS

gboolean sel_undo_act (SelAct *undo, gint64 act, GError **error);

G_END_DECLS
