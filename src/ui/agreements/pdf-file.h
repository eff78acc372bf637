/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a PDF that somebody chose, unless it is larger than the register keeps. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *sel_pdf_file_dup_name (GFile *file);
void sel_pdf_file_load_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data);
GBytes *sel_pdf_file_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
