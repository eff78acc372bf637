/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That what is masked was looked at, or left in the open. */
#pragma once

#include "store/act.h"

G_BEGIN_DECLS

gboolean sel_reveal_note (SelAct *act,
                          const SelRecordType *type,
                          gint64 first,
                          gint64 last,
                          const GPtrArray *fields,
                          GError **error);

G_END_DECLS
