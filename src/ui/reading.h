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

/* A reading that is made anew when something has changed: once more after the one that is going on,
 * however much changed meanwhile. Empty at first. */
typedef struct
{
  gboolean is_reading;
  gboolean is_stale;
} SelRereading;

gboolean sel_rereading_begin (SelRereading *self);
gboolean sel_rereading_end (SelRereading *self);

G_END_DECLS
