/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a cell of a list: as it is shown, and when it leaves as a table. */
#pragma once

#include "store/list-query.h"

G_BEGIN_DECLS

const char *sel_list_label (const SelListQuery *query);
gboolean sel_list_has_personal (const SelListQuery *query);
GDateTime *sel_list_cell_dup_moment (const SelListColumn *column, const char *text);
char *sel_list_cell_dup_text (const SelListColumn *column,
                              const char *text,
                              gboolean with_personal);
char *sel_list_cell_dup_display (const SelListColumn *column,
                                 const char *text,
                                 gboolean with_personal);

G_END_DECLS
