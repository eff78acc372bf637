/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that is handed to the confined reader as an open file. Its size is sealed, so that neither
 * side can pull it away from under the other. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int sel_memory_file_new_blank (gsize size);
int sel_memory_file_new_copy (GBytes *bytes);
GBytes *sel_memory_file_freeze (int file);

G_END_DECLS
