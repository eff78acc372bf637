/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps a mapping under a name, off the main loop. */
#pragma once

#include <gio/gio.h>

#include "exchange/mapping.h"

G_BEGIN_DECLS

void sel_mapping_file_keep_async (const SelMapping *mapping,
                                  const char *name,
                                  gpointer source,
                                  GAsyncReadyCallback callback);
gboolean sel_mapping_file_keep_finish (GAsyncResult *result, GError **error);

G_END_DECLS
