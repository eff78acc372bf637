/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the end of a file's name says of its content. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sel_file_name_ends (const char *name, const char *end);

G_END_DECLS
