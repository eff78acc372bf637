/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDFs that travel beside an exchange file. */
#pragma once

#include <gio/gio.h>

#include "domain/document.h"

G_BEGIN_DECLS

gboolean sel_import_document_read (SelDocument *document,
                                   int folder,
                                   GCancellable *cancellable,
                                   GBytes **bytes,
                                   char **reason,
                                   GError **error);

G_END_DECLS
