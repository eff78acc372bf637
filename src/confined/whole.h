/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes that go on where the system did only a part. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gssize sel_read_whole (int file, gpointer data, gsize size);
gboolean sel_write_whole (int file, gconstpointer data, gsize length);

G_END_DECLS
