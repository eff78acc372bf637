/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading that may take longer than a frame, off the main loop. */
#pragma once

#include <gio/gio.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Runs on a thread: sees the question and nothing of the window. Returns the answer, or NULL with
 * an error. */
typedef gpointer (*SelReadFunc) (SelConnection *connection, gpointer question, GError **error);

void sel_read_async (SelStore *store,
                     SelReadFunc read,
                     gpointer take_question,
                     GDestroyNotify free_question,
                     GDestroyNotify free_answer,
                     GCancellable *cancellable,
                     gpointer source,
                     GAsyncReadyCallback callback);
gpointer sel_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
