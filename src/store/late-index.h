/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indexes that are cheaper to make anew when very many records have come than to keep meanwhile:
 * a sorted million goes in at once, a million strays one by one. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

gboolean sel_late_index_drop (SelConnection *connection,
                              const char *table,
                              guint64 n_new,
                              GStrv *dropped,
                              GError **error);
gboolean sel_late_index_make_one (SelConnection *connection,
                                  GStrv dropped,
                                  const char *name,
                                  GError **error);
gboolean sel_late_index_make (SelConnection *connection, GStrv dropped, GError **error);

G_END_DECLS
