/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void sel_trusted_issuers_load_async (GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
char *sel_trusted_issuers_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
