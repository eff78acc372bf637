/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDFs that travel beside an exchange file. */
#pragma once

#include <gio/gio.h>

#include "exchange/export-files.h"
#include "store/connection.h"

G_BEGIN_DECLS

GHashTable *sel_export_documents_write (SelConnection *connection,
                                        const GArray *runs,
                                        const char *exchange,
                                        SelExportFiles *files,
                                        guint64 *n,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
