/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closes the doors of this process, before it looks at anything from outside. */
#pragma once

#include <glib.h>

#include "confined/protocol.h"

G_BEGIN_DECLS

/* Bytes of memory, for a file of 256 MiB, a page of 256 MiB and the libraries. */
#define SEL_SANDBOX_MEMORY (G_GUINT64_CONSTANT (1) << 30)

gboolean sel_sandbox_close_files (guint first, GError **error);
gboolean sel_sandbox_enter (SelConfinement confinement,
                            const char *const *readable_folders,
                            GError **error);

G_END_DECLS
