/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of somebody's table as it would be read. */
#pragma once

#include "exchange/roster-look.h"

G_BEGIN_DECLS

char *sel_sheet_cell_dup_display (const SelRosterLook *look,
                                  const SelLookRow *row,
                                  guint cell,
                                  const SelRosterColumn *field,
                                  gboolean reveals,
                                  char **reason);

G_END_DECLS
