/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody's table as the items of an import: sel_import_run() takes it in like an exchange
 * file. */
#pragma once

#include "exchange/item-source.h"
#include "exchange/mapping.h"
#include "store/store.h"

G_BEGIN_DECLS

SelItemSource *sel_roster_source_new (SelStore *store,
                                      const char *path,
                                      const SelMapping *mapping,
                                      SelSheetProgressFunc progress,
                                      gpointer user_data,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
